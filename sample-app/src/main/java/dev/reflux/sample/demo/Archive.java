package dev.reflux.sample.demo;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL of the class path, packed: an archive of {@code bin}, {@code lib} and {@code share}.
 *
 * @param location of the resource
 */
record Archive(URL location) {

    private static final int OWNER_EXECUTES = 0100;

    /** The archive for a platform. */
    static Archive of(Platform platform) {
        return platform.archive()
                .flatMap(name -> Optional.ofNullable(Archive.class.getResource(name)))
                .map(Archive::new)
                .orElseThrow(() -> new DemoException(
                        "The demo brings no PostgreSQL for " + platform + ".\nStart one of your own, create an empty"
                                + " database in it, and run the same migrations there:\n  "
                                + Checkout.OWN_DATABASE_COMMAND));
    }

    /** Its identity: the name of the jar that holds it, in which the version of PostgreSQL stands. */
    String name() {
        return location.getPath().replaceFirst("!.*$", "").replaceFirst("^.*/", "");
    }

    /** Unpacks to a directory, which exists afterwards only if all of it is there. */
    void unpackTo(Path directory) throws IOException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        Directories.delete(unfinished);
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(location.openStream()))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entries, entry, unfinished.resolve(entry.getName()).normalize());
            }
        }
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream content, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
