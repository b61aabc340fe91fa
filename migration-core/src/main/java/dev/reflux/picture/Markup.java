package dev.reflux.picture;

/** Foreign text, made safe for XML and HTML. */
final class Markup {

    private static final int REPLACEMENT = 0xFFFD;

    private Markup() {}

    /** The text for content and for attributes in double quotes; what XML 1.0 cannot hold is replaced. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** Control and formatting characters could hide or turn what follows; line ends and tabs stay. */
    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            case Character.SURROGATE -> false;
            default -> c != 0xFFFE && c != 0xFFFF;
        };
    }
}
