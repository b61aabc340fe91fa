package dev.reflux.source;

import static java.util.stream.Collectors.joining;

import dev.reflux.MigrationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes strings into Java source, so that the compiler reads exactly the same strings.
 *
 * <p>Unicode escapes need care: the compiler replaces them before it knows what a literal is (Java Language Specification
 * 3.3). They are used only for characters that are neither line ends nor quotes nor backslashes. White space beyond ASCII
 * is a case of its own, for a text block strips it at the end of a line even where it is written as an escape (3.10.6).
 */
final class JavaText {

    /** The most bytes that a constant can have (Java Virtual Machine Specification 4.4.7). */
    private static final int LONGEST = 65_535;

    /** The compiler reads a sum recursively. */
    private static final int MOST_OPERANDS = 500;

    private static final String QUOTES = "\"\"\"";

    private JavaText() {}

    /**
     * An ordinary literal.
     *
     * @throws MigrationException if the text is too long for one
     */
    static String literal(String text) {
        checkLength(text);
        return "\"" + escaped(text).replace("\t", "\\t").replace("\n", "\\n").replace("\"", "\\\"") + "\"";
    }

    /**
     * A text block; ordinary literals, joined, where a text block cannot say it.
     *
     * @param indent what stands before each line
     * @throws MigrationException if the text is too long for one
     */
    static String block(String text, String indent) {
        checkLength(text);
        List<String> lines = List.of(text.split("\n", -1));
        if (text.chars().anyMatch(c -> c > 0x7F && Character.isWhitespace(c))) {
            return joined(lines, indent);
        }
        List<String> block = new ArrayList<>();
        lines.forEach(line -> block.add(line(line)));
        String last = lines.get(lines.size() - 1);
        if (last.endsWith("\"")) {
            block.set(lines.size() - 1, escaped(last).replace("\"", "\\\""));
        }
        anchor(block);
        return QUOTES + "\n"
                + block.stream()
                        .map(line -> line.isEmpty() ? "" : indent + line)
                        .collect(joining("\n")) + (last.isEmpty() ? indent : "") + QUOTES;
    }

    private static String joined(List<String> lines, String indent) {
        if (lines.size() > MOST_OPERANDS) {
            return literal(String.join("\n", lines));
        }
        List<String> literals = new ArrayList<>();
        lines.forEach(line -> literals.add(literal(line + "\n")));
        literals.set(lines.size() - 1, literal(lines.get(lines.size() - 1)));
        return "\n" + indent + String.join("\n" + indent + "        + ", literals);
    }

    /** A line of a text block; the compiler would strip white space at its end. */
    private static String line(String line) {
        String text = escaped(line).replace(QUOTES, "\"\"\\\"");
        int last = text.length() - 1;
        if (text.endsWith(" ")) {
            return text.substring(0, last) + "\\s";
        }
        return text.endsWith("\t") ? text.substring(0, last) + "\\t" : text;
    }

    /** Where all lines begin with white space, the compiler would strip that too. */
    private static void anchor(List<String> lines) {
        boolean indented = lines.stream().filter(line -> !line.isEmpty()).allMatch(JavaText::beginsWithSpace);
        for (int i = 0; indented && i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty()) {
                lines.set(i, (line.charAt(0) == ' ' ? "\\s" : "\\t") + line.substring(1));
                return;
            }
        }
    }

    private static boolean beginsWithSpace(String line) {
        return line.charAt(0) == ' ' || line.charAt(0) == '\t';
    }

    /** Escapes all but line feeds, tabs and quotes. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL -> out.append(control((char) c));
                case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    out.append(unicode(c));
                default -> out.append(c == '\\' ? "\\\\" : Character.toString(c));
            }
        });
        return out.toString();
    }

    private static String control(char c) {
        return switch (c) {
            case '\n', '\t' -> String.valueOf(c);
            case '\r' -> "\\r";
            default -> String.format("\\%03o", (int) c);
        };
    }

    private static String unicode(int codePoint) {
        return Character.toString(codePoint)
                .chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(joining());
    }

    private static void checkLength(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c == 0 ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        if (size > LONGEST) {
            throw new MigrationException("A text of " + size + " bytes is too long for a Java class, which holds "
                    + LONGEST + " in one piece. Write the revision as SQL. The text begins: "
                    + text.lines().findFirst().orElse(""));
        }
    }
}
