package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes a catalog as bytes. Every text, every identity and every set of attributes is written once and then named by its
 * number, for most columns of a database are alike; {@link CatalogDecoder} reads it.
 *
 * <p>The order: mark, checksum, texts, identities, attributes, origin, objects, what is not modelled. Numbers take as many
 * bytes as they need.
 */
final class CatalogCodec {

    /** To be raised when the bytes, or what a reader makes of the same rows, change. */
    static final int FORMAT = 1;

    static final int MARK = 0x5EF1_CA00 + FORMAT;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<ObjectId, Integer> ids = new LinkedHashMap<>();
    private final Map<Attributes, Integer> attributes = new LinkedHashMap<>();

    private CatalogCodec() {}

    static byte[] encode(Catalog catalog) {
        return new CatalogCodec().write(catalog);
    }

    private byte[] write(Catalog catalog) {
        ByteSink objects = new ByteSink();
        objects.number(catalog.origin().majorVersion());
        objects.number(text(catalog.origin().role()));
        objects.number(catalog.objects().size());
        catalog.objects().forEach(object -> write(object, objects));
        objects.number(catalog.unmodelled().size());
        for (Unmodelled other : catalog.unmodelled()) {
            objects.number(text(other.kind()));
            objects.number(text(other.name()));
        }
        return join(attributeTable(), objects);
    }

    private void write(CatalogObject object, ByteSink out) {
        out.number(id(object.id()));
        out.number(attributes(object.attributes()));
        out.number(attributes(object.hints()));
        out.number(object.dependsOn().size());
        object.dependsOn().stream().sorted().forEach(other -> out.number(id(other)));
    }

    private ByteSink attributeTable() {
        ByteSink out = new ByteSink();
        out.number(attributes.size());
        for (Attributes each : List.copyOf(attributes.keySet())) {
            out.number(each.values().size());
            each.values().forEach((name, list) -> {
                out.number(text(name));
                out.number(list.size());
                list.forEach(value -> out.number(text(value)));
            });
        }
        return out;
    }

    /** An identity comes after the one in which it lives; that of nothing is zero. */
    private ByteSink idTable() {
        ByteSink out = new ByteSink();
        out.number(ids.size());
        ids.forEach((id, number) -> {
            out.number(text(id.kind().name()));
            out.number(id.owner().map(ids::get).map(home -> home + 1).orElse(0));
            out.number(text(id.name()));
        });
        return out;
    }

    private byte[] join(ByteSink attributeTable, ByteSink objects) {
        ByteSink identities = idTable();
        ByteSink all = new ByteSink();
        all.number(texts.size());
        texts.keySet().forEach(all::text);
        all.append(identities);
        all.append(attributeTable);
        all.append(objects);
        CRC32 sum = new CRC32();
        byte[] content = all.bytes();
        sum.update(content);
        ByteSink file = new ByteSink();
        file.fixed(MARK);
        file.fixed((int) sum.getValue());
        file.raw(content);
        return file.bytes();
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, each -> texts.size());
    }

    private int attributes(Attributes each) {
        return attributes.computeIfAbsent(each, other -> attributes.size());
    }

    private int id(ObjectId id) {
        Integer known = ids.get(id);
        if (known != null) {
            return known;
        }
        List<ObjectId> chain = new ArrayList<>(List.of(id));
        while (chain.get(0).home() != null) {
            chain.add(0, chain.get(0).requireOwner());
        }
        chain.forEach(each -> ids.putIfAbsent(each, ids.size()));
        return ids.size() - 1;
    }

    /** Bytes that grow. */
    private static final class ByteSink {

        private byte[] content = new byte[8192];
        private int length;

        void number(int number) {
            int rest = number;
            while (rest >= 0x80) {
                one((byte) (rest | 0x80));
                rest >>>= 7;
            }
            one((byte) rest);
        }

        void fixed(int number) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                one((byte) (number >>> shift));
            }
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            raw(bytes);
        }

        void append(ByteSink other) {
            raw(other.bytes());
        }

        void raw(byte[] bytes) {
            reserve(bytes.length);
            System.arraycopy(bytes, 0, content, length, bytes.length);
            length += bytes.length;
        }

        private void one(byte value) {
            reserve(1);
            content[length++] = value;
        }

        private void reserve(int more) {
            if (length + more > content.length) {
                content = Arrays.copyOf(content, Math.max(content.length * 2, length + more));
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(content, length);
        }
    }
}
