package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Catalog;
import org.jooq.Domain;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.Sequence;
import org.jooq.Table;

/**
 * Finds jOOQ's objects in classes: a generated schema or table has itself in a static field, and hand-written models are static
 * fields of any class. Classes without such objects are not initialised.
 *
 * @param name of a class, or of a package
 * @param loader finds and loads them
 */
record JooqClasses(String name, ClassLoader loader) {

    private static final List<Class<? extends Named>> PARTS =
            List.of(Catalog.class, Schema.class, Table.class, Sequence.class, Domain.class);

    /**
     * The objects of the class, or of all classes of the package and the packages below it.
     *
     * @throws MigrationException if there is nothing of that name, or nothing of jOOQ in it
     */
    List<Named> find() {
        ModelClasses classes = new ModelClasses(name, loader, "jOOQ tables");
        Optional<Class<?>> named = classes.named();
        List<Named> found = named.map(JooqClasses::inClass)
                .orElseGet(() -> classes.inPackage().stream()
                        .flatMap(type -> inClass(type).stream())
                        .toList());
        if (found.isEmpty()) {
            throw new MigrationException(
                    "There is no jOOQ table in " + quoted(name) + "."
                            + " Name a generated schema or table, a class with static fields that hold tables, or a package of them.");
        }
        return found;
    }

    private static List<Named> inClass(Class<?> type) {
        try {
            List<Named> found = new ArrayList<>();
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && isPart(field.getType()) && field.trySetAccessible()) {
                    value(field).ifPresent(found::add);
                }
            }
            boolean hasItself = found.stream().anyMatch(type::isInstance);
            if (isPart(type) && !hasItself) {
                instance(type).ifPresent(found::add);
            }
            return found;
        } catch (LinkageError e) {
            throw ModelClasses.unloadable(type.getName(), e);
        }
    }

    private static boolean isPart(Class<?> type) {
        return PARTS.stream().anyMatch(part -> part.isAssignableFrom(type));
    }

    private static Optional<Named> value(Field field) {
        try {
            return Optional.ofNullable((Named) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("it was made accessible", e);
        }
    }

    /** Kotlin's generated classes have no static field of their own; aliases and paths cannot be made this way. */
    private static Optional<Named> instance(Class<?> type) {
        Optional<Constructor<?>> constructor = Stream.of(type.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == 0 && each.trySetAccessible())
                .findFirst();
        if (constructor.isEmpty() || Modifier.isAbstract(type.getModifiers())) {
            return Optional.empty();
        }
        try {
            return Optional.of((Named) constructor.get().newInstance());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw ModelClasses.unloadable(type.getName(), e.getCause() == null ? e : e.getCause());
        }
    }
}
