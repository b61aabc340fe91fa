package dev.reflux.cli;

/** How styles are shown. */
enum Palette {
    /** Text alone. */
    NONE {
        @Override
        String paint(Style style, String text) {
            return VisibleText.of(text);
        }
    },
    /** With the sequences that terminals understand. */
    ANSI {
        @Override
        String paint(Style style, String text) {
            String visible = VisibleText.of(text);
            return style.code().isEmpty() || visible.isEmpty()
                    ? visible
                    : "\033[" + style.code() + "m" + visible + "\033[0m";
        }
    };

    /** The text in this style. Control characters in it become visible: only this method writes any. */
    abstract String paint(Style style, String text);
}
