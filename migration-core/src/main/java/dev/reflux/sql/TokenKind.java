package dev.reflux.sql;

/** What a token is, as far as splitting and classifying need to know. */
enum TokenKind {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** {@code "…"} or {@code U&"…"}. */
    QUOTED_NAME,
    /** {@code '…'}, {@code B'…'}, {@code X'…'}, {@code N'…'} or {@code U&'…'}: ends at a quote that is not doubled. */
    STRING,
    /** {@code E'…'}, or a segment that continues one on a further line: a backslash hides the character after it. */
    ESCAPE_STRING,
    /** {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    /** {@code $1}. */
    PARAMETER,
    /** A run of decimal digits; the rest of {@code 1.5e3} or {@code 0x1F} follows as tokens of its own. */
    NUMBER,
    /** Any other single character. */
    SYMBOL,
    /** A quote or a comment that the text does not close; it starts where that was opened, and nothing follows it. */
    UNTERMINATED,
    /** The end of the text. */
    END
}
