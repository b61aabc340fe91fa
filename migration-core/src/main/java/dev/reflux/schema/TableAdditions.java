package dev.reflux.schema;

import java.util.List;
import org.jooq.Constraint;
import org.jooq.Query;

/**
 * What jOOQ cannot say about a table: the class of a jOOQ table implements this interface to say it itself. jOOQ's own model knows
 * no {@code ON DELETE} of a foreign key, and of an index no method, no condition and no expressions.
 */
public interface TableAdditions {

    /**
     * Constraints of the table, each with a name. One that has the name of a key, foreign key or check of the table stands in its
     * place:
     * <pre>{@code
     * constraint("bookings_staff_id_fkey").foreignKey(STAFF_ID).references(Staff.STAFF, Staff.STAFF.ID).onDeleteSetNull()
     * }</pre>
     */
    default List<Constraint> additionalConstraints() {
        return List.of();
    }

    /**
     * Statements that run when all tables are there, for instance for an index that is not in
     * {@link org.jooq.Table#getIndexes()}: {@code Sql.of("CREATE INDEX ON staff USING gin (skills)")}. They make objects of the kinds
     * that jOOQ tables can express; a trigger belongs in a SQL file.
     */
    default List<Query> additionalStatements() {
        return List.of();
    }
}
