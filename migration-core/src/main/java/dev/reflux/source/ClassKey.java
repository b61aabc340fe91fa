package dev.reflux.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The name under which compiled classes are kept: a fingerprint of all that the compiler looks at. These are the sources
 * (their names and contents, not where they are), the class path (path, size and time of each file), and the JDK.
 */
final class ClassKey {

    private static final String FORMAT = "reflux classes 1";

    private final MessageDigest digest = Checksum.sha256();

    private ClassKey() {}

    /**
     * The fingerprint, in hexadecimal digits.
     *
     * @param classPath in order; entries that do not exist are welcome
     */
    static String of(List<JavaSource> sources, List<Path> classPath) {
        ClassKey key = new ClassKey();
        key.add(FORMAT);
        key.add(Runtime.version().toString());
        for (JavaSource source : sources) {
            key.add(String.valueOf(source.file().getFileName()));
            key.add(source.text());
        }
        classPath.forEach(key::addEntry);
        return HexFormat.of().formatHex(key.digest.digest());
    }

    /** Length first, so that no two sequences of texts look alike. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(("" + bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private void addEntry(Path entry) {
        if (!Files.isDirectory(entry)) {
            addFile(entry);
            return;
        }
        try (Stream<Path> files = Files.walk(entry)) {
            files.filter(file -> file.toString().endsWith(".class")).sorted().forEach(this::addFile);
        } catch (IOException | UncheckedIOException e) {
            add(entry + " cannot be walked");
        }
    }

    private void addFile(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
        } catch (IOException e) {
            add(file + " does not exist");
        }
    }
}
