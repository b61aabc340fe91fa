package dev.reflux.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each test class a fresh database, as a parameter of type {@link TestDatabase}, and takes it back.
 *
 * <p>All tests of a class, those of its {@code @Nested} classes included, share one database; a class that asks for
 * none costs nothing. After the class, when all its {@code @AfterAll} methods and its other extensions are done, no
 * connection may be open in its databases: one that is still there after two seconds fails the class with its
 * application name, its state and its last query. Then the databases are dropped, whoever is still in them.
 */
public final class PostgresExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

    /** Made by JUnit. */
    public PostgresExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext owner = outermostClass(context);
        return owner.getStore(NAMESPACE)
                .computeIfAbsent(
                        ClassDatabases.class,
                        key -> ClassDatabases.of(owner.getRequiredTestClass()),
                        ClassDatabases.class)
                .first();
    }

    /** JUnit closes what is in the store of this context, and reports what that throws as a failure of the class. */
    private static ExtensionContext outermostClass(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(PostgresExtension::outermostClass)
                .orElse(context);
    }
}
