package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that says where the desired schema is. Several places are separated by commas, and together are one schema:
 * <ul>
 *   <li>{@code schema.sql}, {@code db/schema/}: a SQL file, or a directory of them;
 *   <li>{@code jooq:com.example.Public}: a generated jOOQ schema or table, a class with static fields that hold tables, or a
 *       package of such classes;
 *   <li>{@code jpa:com.example.model}: the entities of a package, or one entity. Settings of {@link JpaSchema#with} may follow:
 *       {@code jpa:com.example.model?naming=jpa&hibernate.default_schema=app};
 *   <li>{@code class:com.example.Models}: a class of the user's that implements {@link DesiredSchema}, with a public constructor
 *       without parameters.
 * </ul>
 */
public final class SchemaLocation {

    private static final String SQL = "sql";
    private static final String JOOQ = "jooq";
    private static final String JPA = "jpa";
    private static final String CLASS = "class";

    /** Two letters at least, for {@code C:} is a drive. */
    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");

    private final ClassLoader loader;
    private final Path directory;

    private SchemaLocation(ClassLoader loader, Path directory) {
        this.loader = loader;
        this.directory = directory;
    }

    /**
     * What the text says. Nothing is read yet, but for a class of the user's, of which an instance is made.
     *
     * @param loader finds classes
     * @param directory to which paths are relative
     * @throws MigrationException if the text is not understood
     */
    public static DesiredSchema parse(String text, ClassLoader loader, Path directory) {
        return new SchemaLocation(loader, directory).schema(text);
    }

    private DesiredSchema schema(String text) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String item : text.split(",", -1)) {
            add(item.strip(), groups);
        }
        if (groups.isEmpty()) {
            throw new MigrationException("The desired schema has no place. " + forms());
        }
        List<DesiredSchema> parts = new ArrayList<>();
        groups.forEach((key, values) -> parts.add(part(prefix(key), values)));
        return parts.size() == 1 ? parts.get(0) : new CombinedSchema(parts);
    }

    /** All entities are one model, and so are all jOOQ tables, for they refer to each other; files keep their places. */
    private static void add(String item, Map<String, List<String>> groups) {
        if (item.isEmpty()) {
            return;
        }
        String prefix = prefix(item);
        String value = item.startsWith(prefix + ":")
                ? item.substring(prefix.length() + 1).strip()
                : item;
        boolean oneModel = prefix.equals(JOOQ) || prefix.equals(JPA);
        groups.computeIfAbsent(oneModel ? prefix + ":" : item, key -> new ArrayList<>())
                .add(value);
    }

    private static String prefix(String item) {
        Matcher matcher = PREFIXED.matcher(item);
        return matcher.matches() ? matcher.group(1) : SQL;
    }

    private DesiredSchema part(String prefix, List<String> values) {
        return switch (prefix) {
            case SQL -> DesiredSchema.sql(directory.resolve(values.get(0)));
            case JOOQ -> JooqSchema.named(values, loader);
            case JPA -> jpa(values);
            case CLASS -> instance(values.get(0));
            default ->
                throw new MigrationException(
                        "There is no kind of desired schema that is called " + quoted(prefix) + ". " + forms());
        };
    }

    private static String forms() {
        return "Write a SQL file or a directory of them, jooq:CLASS-OR-PACKAGE, jpa:CLASS-OR-PACKAGE, or class:CLASS.";
    }

    private JpaSchema jpa(List<String> values) {
        List<String> names =
                values.stream().map(value -> value.split("\\?", 2)[0]).toList();
        JpaSchema schema = JpaSchema.named(names, loader);
        for (String value : values) {
            String[] halves = value.split("\\?", 2);
            for (String setting : halves.length == 2 ? halves[1].split("&", -1) : new String[0]) {
                schema = with(schema, setting);
            }
        }
        return schema;
    }

    private static JpaSchema with(JpaSchema schema, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new MigrationException("The setting " + quoted(setting) + " of the entities has no value."
                    + " Write it like this: jpa:com.example.model?hibernate.default_schema=app&naming=jpa");
        }
        return schema.with(
                setting.substring(0, equals).strip(),
                setting.substring(equals + 1).strip());
    }

    private DesiredSchema instance(String name) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (DesiredSchema.class.isAssignableFrom(type)) {
                return (DesiredSchema) type.getConstructor().newInstance();
            }
            throw new MigrationException("The class " + quoted(name) + " does not say what the schema should be."
                    + " Let it implement dev.reflux.schema.DesiredSchema, or name its kind: jooq:" + name + " or jpa:"
                    + name);
        } catch (ClassNotFoundException e) {
            throw new MigrationException(
                    "There is no class " + quoted(name) + " on the class path. Correct its name, or add the class.", e);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new MigrationException(
                    "The class " + quoted(name) + " cannot be made:"
                            + " it has to be public, not abstract, with a public constructor without parameters.",
                    e);
        } catch (InvocationTargetException e) {
            throw ModelClasses.unloadable(name, e.getTargetException());
        } catch (LinkageError e) {
            throw ModelClasses.unloadable(name, e);
        }
    }
}
