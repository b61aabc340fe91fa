import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.r2dbc.SchemaComparison;
import dev.reflux.r2dbc.Schemas;
import dev.reflux.r2dbc.StateTable;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.schema.DesiredSchema;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How long a comparison takes in a process that has done some, with the models known from before.
 *
 * <pre>java -cp reflux.jar CompareWarm.java LIVE-URL DEV-URL SCHEMA-FILE CACHE-DIRECTORY</pre>
 */
public final class CompareWarm {

    private static final int ROUNDS = 60;

    private CompareWarm() {}

    public static void main(String[] arguments) {
        Schemas schemas = Schemas.of(ConnectionUrl.parse(arguments[0]).connectionFactory(), StateTable.DEFAULT)
                .withDevDatabase(ConnectionUrl.parse(arguments[1]).connectionFactory())
                .withCache(Path.of(arguments[3]));
        DesiredSchema models = DesiredSchema.sql(Path.of(arguments[2]));
        SchemaComparison comparison =
                SchemaComparison.builder(schemas).desired(models).build();
        Catalog live = schemas.live().block();
        Catalog desired = schemas.of(models).block();
        ObjectId last = lastTable(desired);
        Catalog withOneTableLess = desired.filter(object -> !object.id().whole().equals(last));

        measure("reading and comparing", () -> comparison.difference().block().isEmpty());
        measure("reading", () -> !schemas.live().block().objects().isEmpty());
        measure("comparing what is equal", () -> SchemaDiff.between(live, desired).isEmpty());
        measure("comparing, one table is gone", () -> !SchemaDiff.between(live, withOneTableLess).isEmpty());
    }

    private static ObjectId lastTable(Catalog catalog) {
        return catalog.objects().stream()
                .filter(object -> object.kind() == Kind.TABLE)
                .map(CatalogObject::id)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private interface Work {
        boolean isRight();
    }

    private static void measure(String what, Work work) {
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            if (!work.isRight()) {
                throw new IllegalStateException("Wrong: " + what);
            }
            times[round] = (System.nanoTime() - start) / 1_000_000;
        }
        long[] warm = Arrays.copyOfRange(times, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        System.out.printf("%-32s %4d ms, from %d to %d%n", what, warm[warm.length / 2], warm[0], warm[warm.length - 1]);
    }
}
