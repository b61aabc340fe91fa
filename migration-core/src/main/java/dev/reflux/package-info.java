/**
 * What a migration is written against: {@link dev.reflux.Migration}, {@link dev.reflux.Revision}, {@link dev.reflux.Sql}.
 *
 * <p>This package depends on no other package of Reflux.
 */
@NullMarked
package dev.reflux;

import org.jspecify.annotations.NullMarked;
