package dev.reflux.r2dbc.url;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as libpq reads it: UTF-8, and a {@code +} is a plus. */
final class PercentCode {

    /** The remedy for a URL that broke apart, for that is what an unencoded password does. */
    static final String CREDENTIALS_REMEDY = "If the user name or the password contains one of @ / : % ? # or a space,"
            + " percent-encode it: %40 %2F %3A %25 %3F %23 %20.";

    private static final String LITERAL = "-._~/:,";
    private static final int HEX = 16;

    private PercentCode() {}

    /**
     * The text that {@code encoded} stands for.
     *
     * @param part what it is, for the message, which does not quote it: "password"
     * @throws InvalidConnectionUrlException for a "%" without two hexadecimal digits, "%00", or bytes that are not UTF-8
     */
    static String decode(String encoded, String part) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int position = 0;
        while (position < encoded.length()) {
            int percent = encoded.indexOf('%', position);
            int end = percent < 0 ? encoded.length() : percent;
            bytes.writeBytes(encoded.substring(position, end).getBytes(StandardCharsets.UTF_8));
            if (percent >= 0) {
                bytes.write(octet(encoded, percent, part));
            }
            position = percent < 0 ? end : percent + 3;
        }
        return utf8(bytes.toByteArray(), part);
    }

    /** The text for a URL; what needs no encoding in a host, a path or a value stays readable. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            int value = octet & 0xFF;
            boolean plain = value < 0x80 && (Character.isLetterOrDigit(value) || LITERAL.indexOf(value) >= 0);
            encoded.append(plain ? String.valueOf((char) value) : String.format("%%%02X", value));
        }
        return encoded.toString();
    }

    private static int octet(String encoded, int percent, String part) {
        int high = percent + 1 < encoded.length() ? Character.digit(encoded.charAt(percent + 1), HEX) : -1;
        int low = percent + 2 < encoded.length() ? Character.digit(encoded.charAt(percent + 2), HEX) : -1;
        if (high < 0 || low < 0) {
            throw InvalidConnectionUrlException.of(
                    "The " + part + " contains a \"%\" that is not followed by two hexadecimal"
                            + " digits. Write \"%25\" for a percent sign.");
        }
        if (high == 0 && low == 0) {
            throw InvalidConnectionUrlException.of(
                    "The " + part + " contains \"%00\", which PostgreSQL cannot take. Remove it.");
        }
        return high * HEX + low;
    }

    private static String utf8(byte[] bytes, String part) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw InvalidConnectionUrlException.of(
                    "The " + part + " is not UTF-8 after decoding. Percent-encode the bytes of its UTF-8 form.");
        }
    }
}
