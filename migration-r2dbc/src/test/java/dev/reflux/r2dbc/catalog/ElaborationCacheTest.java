package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.described;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.CatalogOrigin;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs come out of the cache as they went in, or not at all. */
class ElaborationCacheTest {

    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir
    private Path directory = Path.of("");

    private static Catalog catalog() {
        ObjectId table = ObjectId.of(Kind.TABLE, "public", "kläuse \"x\" 🐘");
        ObjectId column = table.child(Kind.COLUMN, "id");
        Attributes many = new Attributes(
                Map.of("options", List.of("a=1", "", "b=" + "x".repeat(70_000)), "flag", List.of("true")));
        return Catalog.of(
                new CatalogOrigin(18, "me"),
                List.of(
                        new CatalogObject(ObjectId.schema("public"), Attributes.NONE, Attributes.NONE, Set.of()),
                        new CatalogObject(table, many, Attributes.of("position", "1"), Set.of()),
                        new CatalogObject(column, Attributes.of("type", "bigint"), Attributes.NONE, Set.of(table)),
                        new CatalogObject(
                                column.child(Kind.DEFAULT),
                                Attributes.of("expression", "1"),
                                Attributes.NONE,
                                Set.of(ObjectId.of(Kind.FUNCTION, "elsewhere", "f(integer)"), column))),
                List.of(new Unmodelled("operator", "public.===")));
    }

    private Catalog kept(Catalog catalog) {
        ElaborationCache cache = ElaborationCache.in(directory.resolve("new"));
        cache.keep(KEY, catalog).block();
        return Schemas.get(cache.find(KEY));
    }

    @Test
    void catalog_comesBackAsItWas() {
        Catalog kept = kept(catalog());

        assertThat(List.copyOf(kept.objects())).isEqualTo(List.copyOf(catalog().objects()));
        assertThat(kept.origin()).isEqualTo(catalog().origin());
        assertThat(kept.unmodelled()).isEqualTo(catalog().unmodelled());
        assertThat(described(kept)).isEqualTo(described(catalog()));
    }

    @Test
    void unknownKey_isNotThere() {
        assertThat(ElaborationCache.in(directory).find(KEY).blockOptional()).isEmpty();
        assertThat(ElaborationCache.none().find(KEY).blockOptional()).isEmpty();
        ElaborationCache.none().keep(KEY, catalog()).block();
    }

    @Test
    void damagedFile_isNotThere() throws IOException {
        kept(catalog());
        Path file = directory.resolve("new").resolve(KEY);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(CatalogDecoder.decode(damaged)).isEmpty();
            assertThat(CatalogDecoder.decode(java.util.Arrays.copyOf(whole, random.nextInt(whole.length))))
                    .isEmpty();
        }
        Files.write(file, new byte[0]);
        assertThat(ElaborationCache.in(directory.resolve("new")).find(KEY).blockOptional())
                .isEmpty();
        assertThat(described(kept(catalog()))).isEqualTo(described(catalog()));
    }

    @Test
    void files_areBounded() throws IOException {
        ElaborationCache cache = ElaborationCache.in(directory);
        for (int i = 0; i < 30; i++) {
            cache.keep("%064x".formatted(i), catalog()).block();
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> !file.toString().endsWith(".used"))).hasSize(20);
        }
        assertThat(cache.find("%064x".formatted(29)).blockOptional()).isPresent();
    }

    @Test
    void directoryThatCannotBeMade_doesNoHarm() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        ElaborationCache cache = ElaborationCache.in(file.resolve("below"));
        cache.keep(KEY, catalog()).block();

        assertThat(cache.find(KEY).blockOptional()).isEqualTo(Optional.empty());
    }

    @Test
    void largeCatalog_comesBackAsItWas() {
        List<CatalogObject> objects = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ObjectId table = ObjectId.of(Kind.TABLE, "public", "table_" + i);
            objects.add(new CatalogObject(table, Attributes.NONE, Attributes.NONE, Set.of()));
            for (int c = 0; c < 10; c++) {
                ObjectId column = table.child(Kind.COLUMN, "column_" + c);
                objects.add(new CatalogObject(
                        column, Attributes.of("type", "bigint"), Attributes.of("position", "" + c), Set.of(table)));
            }
        }
        Catalog large = Catalog.of(new CatalogOrigin(18, "me"), objects, List.of());

        assertThat(List.copyOf(kept(large).objects())).isEqualTo(objects);
        assertThat(CatalogCodec.encode(large)).hasSizeLessThan(200_000);
    }
}
