package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Kind;
import dev.reflux.schema.SchemaScript;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The name of an elaborated schema in the cache: a SHA-256 of everything on which it depends. Each text goes in with its length
 * before it, so that no two lists of texts are the same.
 */
final class ElaborationKey {

    private final MessageDigest digest;

    private ElaborationKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @param live the database for which the scripts are meant
     */
    static String of(Surroundings live, CatalogScope scope, List<SchemaScript> scripts) {
        ElaborationKey key = new ElaborationKey();
        key.addReader(live, scope);
        key.addServer(live);
        key.addAll(scripts.stream().map(SchemaScript::text).toList());
        return HexFormat.of().formatHex(key.digest.digest());
    }

    /** What is read, and how. */
    private void addReader(Surroundings live, CatalogScope scope) {
        add(String.valueOf(CatalogCodec.FORMAT));
        add(CatalogScript.forVersion(live.server().majorVersion()).sql());
        addAll(Arrays.stream(Kind.values()).map(Kind::name).toList());
        addAll(new TreeSet<>(scope.schemas()));
        addAll(new TreeSet<>(scope.excludedTables()));
        add(scope.excludedIn().orElse(""));
    }

    /** What DDL means there. */
    private void addServer(Surroundings live) {
        Stage stage = Stage.of(live.schemas(), RolledBackScratch.PREFIX);
        add(live.server().version());
        add(live.server().role());
        add(live.server().settings());
        add(live.path().setting());
        addAll(live.path().schemas());
        addAll(stage.made());
        addAll(sorted(stage.permanent(live)));
        stage.kept().forEach(schema -> add(schema.toString()));
        live.extensions().forEach(extension -> add(extension.toString()));
        live.immovable().stream().map(String::valueOf).sorted().forEach(this::add);
    }

    private static Collection<String> sorted(Set<String> texts) {
        return new TreeSet<>(texts);
    }

    private void addAll(Collection<String> texts) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(texts.size()).flip());
        texts.forEach(this::add);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
