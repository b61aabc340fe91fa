package dev.reflux.source;

import dev.reflux.MigrationException;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@code .sql} and {@code .java} files below some directories.
 *
 * @param directories where they are
 * @param java makes classes of the sources; not touched where there are none
 */
record DirectoryMigrations(List<Path> directories, JavaSources java) implements FoundMigrations {

    DirectoryMigrations {
        directories = List.copyOf(directories);
    }

    @Override
    public Findings find() {
        FileTree tree = FileTree.of(directories);
        Findings findings = new Findings();
        if (!tree.problems().isEmpty()) {
            findings.addUnidentified(tree.problems());
        }
        tree.sqlFiles().forEach(file -> addSql(file, findings));
        if (!tree.javaFiles().isEmpty()) {
            findings.addAll(java.find(tree.javaFiles(), directories));
        }
        return findings;
    }

    private static void addSql(Path file, Findings findings) {
        try {
            SqlRevisionReader.read(SourceText.read(file), file.toString(), findings);
        } catch (MigrationException e) {
            findings.addUnidentified(String.valueOf(e.getMessage()));
        }
    }
}
