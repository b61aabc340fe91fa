package dev.reflux.source;

import dev.reflux.MigrationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The fingerprint of a source file: SHA-256 over its bytes with LF line ends, as 64 lower-case hexadecimal digits.
 *
 * @param value the digits
 */
public record Checksum(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws MigrationException if the text is no such number
     */
    public Checksum {
        if (!FORM.matcher(value).matches()) {
            throw new MigrationException("\"" + value + "\" is no checksum: 64 hexadecimal digits are expected.");
        }
    }

    /** The checksum of a text; CRLF and CR count as LF, so that a checkout on Windows has the same. */
    public static Checksum of(String text) {
        String unix = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return new Checksum(HexFormat.of().formatHex(sha256().digest(unix.getBytes(StandardCharsets.UTF_8))));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
