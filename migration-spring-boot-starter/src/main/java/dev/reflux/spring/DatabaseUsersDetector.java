package dev.reflux.spring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.util.ClassUtils;

/**
 * Tells Spring Boot which beans use the database over R2DBC, so that they are created after the migrations. Repositories of
 * Spring Data stand on these. Spring Boot knows those of jOOQ only where its JDBC support is there too.
 */
final class DatabaseUsersDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

    private static final List<String> TYPES = List.of(
            "org.springframework.r2dbc.core.DatabaseClient",
            "org.springframework.r2dbc.connection.init.ConnectionFactoryInitializer",
            "org.springframework.data.r2dbc.core.R2dbcEntityOperations",
            "org.jooq.DSLContext");

    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        ClassLoader loader = DatabaseUsersDetector.class.getClassLoader();
        Set<Class<?>> types = new HashSet<>();
        TYPES.stream()
                .filter(name -> ClassUtils.isPresent(name, loader))
                .forEach(name -> types.add(ClassUtils.resolveClassName(name, loader)));
        return types;
    }
}
