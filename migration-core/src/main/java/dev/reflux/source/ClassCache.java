package dev.reflux.source;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps compiled classes between runs: in one directory, a file for each key, which ends in a checksum. A file appears by an
 * atomic move and never changes, and a reader takes in all of it at once; so any number of processes may use a directory,
 * and delete from it, at the same time. A file that is not whole counts as missing.
 *
 * <p>The cache only saves time: what goes wrong with it is not reported. Immutable.
 *
 * @param directory made when the first entry is written
 */
record ClassCache(Path directory) {

    private static final int MAGIC = 0x5EF1_0001;

    /** The classes kept under this key. */
    Optional<List<CompiledClass>> read(String key) {
        try {
            byte[] content = Files.readAllBytes(directory.resolve(key));
            Optional<List<CompiledClass>> classes = unpack(content);
            if (classes.isPresent()) {
                new CacheEviction(directory).touch(key);
            }
            return classes;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps these classes, and lets go of entries that nobody used for long. */
    void write(String key, List<CompiledClass> classes) {
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, "new", CacheEviction.TEMPORARY);
            try {
                pack(classes, temporary);
                Files.move(temporary, directory.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            new CacheEviction(directory).sweep(key);
        } catch (IOException e) {
            // The classes are in memory; the next run compiles again.
        }
    }

    private static void pack(List<CompiledClass> classes, Path file) throws IOException {
        CRC32 sum = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), sum))) {
            out.writeInt(MAGIC);
            out.writeInt(classes.size());
            for (CompiledClass compiled : classes) {
                out.writeUTF(compiled.name());
                out.writeInt(compiled.source());
                out.writeInt(compiled.bytes().length);
                out.write(compiled.bytes());
            }
            out.writeLong(sum.getValue());
        }
    }

    private static Optional<List<CompiledClass>> unpack(byte[] content) throws IOException {
        int length = content.length - Long.BYTES;
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        if (length < 0 || in.readInt() != MAGIC || sumAtEnd(content, length) != sum(content, length)) {
            return Optional.empty();
        }
        List<CompiledClass> classes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.add(new CompiledClass(in.readUTF(), in.readInt(), in.readNBytes(in.readInt())));
        }
        return Optional.of(classes);
    }

    private static long sum(byte[] content, int length) {
        CRC32 sum = new CRC32();
        sum.update(content, 0, length);
        return sum.getValue();
    }

    private static long sumAtEnd(byte[] content, int length) throws IOException {
        byte[] end = Arrays.copyOfRange(content, length, content.length);
        return new DataInputStream(new ByteArrayInputStream(end)).readLong();
    }
}
