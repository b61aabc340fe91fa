package dev.reflux.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that works on a PostgreSQL database of its own: {@link PostgresExtension} as an annotation.
 *
 * <p>The constructor, the test methods and the life cycle methods of the class may take a {@link TestDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {}
