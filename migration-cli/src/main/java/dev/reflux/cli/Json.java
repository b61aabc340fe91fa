package dev.reflux.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes JSON (RFC 8259) for programs: a document, indented so that people can read it, or a line. */
final class Json {

    private static final Separators LAYOUT = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private Json() {}

    /**
     * A value as text.
     *
     * @param value maps (objects, in their order), collections (arrays), booleans, whole numbers, optional values (null where
     *     they are empty), and anything else as its text
     */
    static String of(Object value) {
        return text(
                value,
                generator -> generator.setPrettyPrinter(new DefaultPrettyPrinter(LAYOUT)
                        .withObjectIndenter(LINES)
                        .withArrayIndenter(LINES)));
    }

    /** The same without a line end in it. */
    static String line(Object value) {
        return text(value, generator -> {});
    }

    private static String text(Object value, Consumer<JsonGenerator> layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            layout.accept(generator);
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("a text takes everything", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                generator.writeFieldName(field.getKey().toString());
                write(field.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Long || value instanceof Integer) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Optional<?> optional) {
            writeOptional(optional, generator);
        } else {
            generator.writeString(value.toString());
        }
    }

    private static void writeOptional(Optional<?> value, JsonGenerator generator) throws IOException {
        if (value.isPresent()) {
            write(value.get(), generator);
        } else {
            generator.writeNull();
        }
    }
}
