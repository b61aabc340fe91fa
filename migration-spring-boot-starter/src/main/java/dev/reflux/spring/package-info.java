/**
 * Reflux in Spring Boot: migrates when the application starts, before anything else uses the database.
 *
 * <p>The one place that blocks is {@link dev.reflux.spring.StartUpMigration}, on the thread that starts the application.
 */
@NullMarked
package dev.reflux.spring;

import org.jspecify.annotations.NullMarked;
