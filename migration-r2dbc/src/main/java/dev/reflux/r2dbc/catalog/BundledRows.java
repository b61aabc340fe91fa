package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a query of which a database has tens of thousands: each row of the answer brings hundreds of them, printed as
 * records, for a row of many columns costs the driver several times as much as it costs the server.
 */
final class BundledRows implements CatalogScript.RowReader {

    private final ObjectRows objects;

    BundledRows(Assembly assembly) {
        this.objects = new ObjectRows(assembly);
    }

    /** Has the records in its first column. Those of the query follow, empty, for their names and types. */
    static String sql(String query) {
        return """
                SELECT b.records, q.*
                FROM (
                    SELECT string_agg(r.q::text, E'\\n') AS records
                    FROM (SELECT q, row_number() OVER () AS n FROM (
                %1$s) q) r
                    GROUP BY r.n / 500
                ) b
                LEFT JOIN (
                %1$s) q ON false
                """.formatted(query);
    }

    @Override
    public void read(Row row, RowMetadata metadata) {
        List<? extends ColumnMetadata> all = metadata.getColumnMetadatas();
        List<? extends ColumnMetadata> columns = all.subList(1, all.size());
        @Nullable String[] fields = new String[columns.size()];
        Cells cells = Cells.of(fields, columns.stream().map(Cells.Type::of).toList());
        RecordText records = new RecordText(Objects.requireNonNull(row.get(0, String.class)));
        while (!records.isEnd()) {
            records.next(fields);
            objects.read(cells, columns);
        }
    }

    @Override
    public void end() {
        objects.end();
    }
}
