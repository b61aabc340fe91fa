package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.CatalogOrigin;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads what {@link CatalogCodec} has written. */
final class CatalogDecoder {

    private static final int HEAD = 2 * Integer.BYTES;

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();
    private final List<ObjectId> ids = new ArrayList<>();
    private final List<Attributes> attributes = new ArrayList<>();

    private CatalogDecoder(ByteBuffer in) {
        this.in = in;
    }

    /** The catalog in these bytes; empty if they are not whole, or of another format. */
    static Optional<Catalog> decode(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < HEAD || in.getInt() != CatalogCodec.MARK) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(file, HEAD, file.length - HEAD);
        if (in.getInt() != (int) sum.getValue()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CatalogDecoder(in).read());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Catalog read() {
        for (int left = number(); left > 0; left--) {
            texts.add(text());
        }
        for (int left = number(); left > 0; left--) {
            ids.add(id());
        }
        for (int left = number(); left > 0; left--) {
            attributes.add(attributes());
        }
        CatalogOrigin origin = new CatalogOrigin(number(), texts.get(number()));
        List<CatalogObject> objects = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            objects.add(object());
        }
        List<Unmodelled> unmodelled = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            unmodelled.add(new Unmodelled(texts.get(number()), texts.get(number())));
        }
        return Catalog.of(origin, objects, unmodelled);
    }

    private CatalogObject object() {
        ObjectId id = ids.get(number());
        Attributes values = attributes.get(number());
        Attributes hints = attributes.get(number());
        int size = number();
        Set<ObjectId> dependsOn = size == 0 ? Set.of() : new LinkedHashSet<>();
        for (int left = size; left > 0; left--) {
            dependsOn.add(ids.get(number()));
        }
        return new CatalogObject(id, values, hints, dependsOn);
    }

    private ObjectId id() {
        Kind kind = Kind.valueOf(texts.get(number()));
        int home = number();
        return new ObjectId(kind, home == 0 ? null : ids.get(home - 1), texts.get(number()));
    }

    private Attributes attributes() {
        int size = number();
        if (size == 0) {
            return Attributes.NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int left = size; left > 0; left--) {
            values.put(texts.get(number()), list());
        }
        return new Attributes(values);
    }

    private List<String> list() {
        int size = number();
        if (size == 1) {
            return List.of(texts.get(number()));
        }
        List<String> list = new ArrayList<>();
        for (int left = size; left > 0; left--) {
            list.add(texts.get(number()));
        }
        return List.copyOf(list);
    }

    private String text() {
        int length = number();
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int number() {
        int number = 0;
        int shift = 0;
        byte next = in.get();
        while (next < 0) {
            number |= (next & 0x7F) << shift;
            shift += 7;
            next = in.get();
        }
        return number | next << shift;
    }
}
