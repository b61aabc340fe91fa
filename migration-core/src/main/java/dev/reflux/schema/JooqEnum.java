package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.EnumType;
import org.jooq.Name;
import org.jooq.Schema;
import org.jooq.impl.DSL;

/**
 * An enum type that a jOOQ column has.
 *
 * @param schema where it is, if the class says so
 * @param labels in their order
 */
record JooqEnum(Optional<Schema> schema, String name, List<String> labels) {

    JooqEnum {
        labels = List.copyOf(labels);
    }

    /**
     * @throws MigrationException if the class does not say which type it is
     */
    static JooqEnum of(Class<? extends EnumType> type) {
        EnumType[] values = type.getEnumConstants();
        if (values == null || values.length == 0 || values[0].getName() == null) {
            throw new MigrationException("The jOOQ enum " + quoted(type.getName())
                    + " does not say which enum type of the database it is."
                    + " Make it a Java enum with a value, and return the name of the type from getName().");
        }
        return new JooqEnum(
                JooqModel.schema(values[0].getSchema()),
                values[0].getName(),
                Stream.of(values).map(EnumType::getLiteral).toList());
    }

    /** The name as jOOQ renders it, with the schema where there is one. */
    Name qualifiedName() {
        return schema.map(found -> DSL.name(found.getName(), name)).orElseGet(() -> DSL.name(name));
    }

    /** The name for messages. */
    String shown() {
        return JooqModel.shown(schema, name);
    }
}
