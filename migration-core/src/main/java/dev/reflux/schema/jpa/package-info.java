/**
 * What touches Hibernate. These classes are loaded next to the Hibernate of the entities, so they know nothing but it and the JDK,
 * and nothing names them but {@code dev.reflux.schema.HibernateExport}, as a text.
 */
@NullMarked
package dev.reflux.schema.jpa;

import org.jspecify.annotations.NullMarked;
