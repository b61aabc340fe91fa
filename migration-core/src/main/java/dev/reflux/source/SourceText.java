package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the text of source files, which is UTF-8. */
public final class SourceText {

    private static final char REPLACEMENT = '\uFFFD';

    private SourceText() {}

    /**
     * The text of a file, as it is: with its line ends, and with a byte order mark if it has one.
     *
     * @throws MigrationException naming the file, if it cannot be read or is not UTF-8
     */
    public static String read(Path file) {
        try {
            return decode(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new MigrationException(quoted(file) + " cannot be read: " + reason(e) + ".", e);
        }
    }

    /**
     * The text that these bytes are.
     *
     * @param origin for the message
     * @throws MigrationException if they are not UTF-8; names the line and the offset of the first byte that is wrong
     */
    public static String decode(byte[] bytes, String origin) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseMalformed(bytes, origin);
        }
        return text;
    }

    private static void refuseMalformed(byte[] bytes, String origin) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            throw new MigrationException(origin + ":" + line + ": byte "
                    + String.format("0x%02X", bytes[in.position()]) + " at offset " + in.position()
                    + " is not UTF-8. Save the file in the encoding UTF-8.");
        }
    }

    /** Why a file could not be read or written, in words. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
