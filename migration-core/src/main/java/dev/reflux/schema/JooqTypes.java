package dev.reflux.schema;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Domain;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Types of columns as PostgreSQL takes them. jOOQ's own DDL writes the type below a domain in place of the domain; of the elements of
 * an array it loses the length, and the schema of an enum type.
 */
final class JooqTypes {

    /**
     * jOOQ's generator reads the precision 6 for a time column without one. It is the greatest, and PostgreSQL treats both alike
     * but counts them as different types.
     */
    private static final Pattern FULL_PRECISION = Pattern.compile("^(time|timestamp)\\(6\\)");

    private JooqTypes() {}

    /** The type of a column, without what else jOOQ keeps in a data type. */
    static String text(DataType<?> type, DSLContext db) {
        if (type.isArray()) {
            return text(elements(type), db) + "[]";
        }
        @Nullable Domain<?> domain = type.getDomain();
        return domain == null ? base(type, db) : db.render(domain);
    }

    /** The type as if it were not a domain. */
    static String base(DataType<?> type, DSLContext db) {
        return enumType(type)
                .map(found -> db.render(found.qualifiedName()))
                .orElseGet(() -> FULL_PRECISION
                        .matcher(type.getCastTypeName(db.configuration()))
                        .replaceFirst("$1"));
    }

    /** Finds the domain or the enum type that a column, or the elements of its arrays, have. */
    static void inside(DataType<?> type, Consumer<Domain<?>> domains, Consumer<JooqEnum> enums) {
        if (type.isArray()) {
            inside(elements(type), domains, enums);
        } else if (type.getDomain() != null) {
            domains.accept(type.getDomain());
        } else {
            enumType(type).ifPresent(enums);
        }
    }

    /** The enum type of the database, also where a converter makes something else of it. */
    static Optional<JooqEnum> enumType(DataType<?> type) {
        Class<?> stored = type.getConverter().fromType();
        return EnumType.class.isAssignableFrom(stored)
                ? Optional.of(JooqEnum.of(stored.asSubclass(EnumType.class)))
                : Optional.empty();
    }

    private static DataType<?> elements(DataType<?> array) {
        return array.getArrayComponentDataType();
    }
}
