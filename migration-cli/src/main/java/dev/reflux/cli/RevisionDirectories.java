package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among the revision directories of a project.
 *
 * @param project where they are
 */
record RevisionDirectories(Project project) {

    /**
     * Where the file of a new revision goes: what was typed; else the only directory; else that of its first parent.
     *
     * @throws MigrationException if what was typed is none of the directories, or if it is not clear which one is meant
     */
    Path of(RevisionNode node, RevisionGraph graph, Optional<String> typed) {
        List<Path> directories = project.directories();
        if (typed.isPresent()) {
            Path wanted = project.surroundings().resolve(typed.get());
            return directories.stream()
                    .filter(directory -> normal(directory).equals(normal(wanted)))
                    .findFirst()
                    .orElseThrow(() -> new MigrationException(quoted(typed.get()) + " is no revision directory of this"
                            + " project. There is " + names(directories)
                            + ". To add one, write into \"reflux.properties\": dir = "
                            + String.join(
                                    ", ",
                                    directories.stream().map(Path::toString).toList()) + ", "
                            + typed.get()));
        }
        if (directories.size() == 1) {
            return directories.get(0);
        }
        return node.revises().stream()
                .findFirst()
                .flatMap(graph::find)
                .flatMap(parent -> directories.stream()
                        .filter(directory -> normal(Path.of(parent.origin())).startsWith(normal(directory)))
                        .findFirst())
                .orElseThrow(() -> new MigrationException("It is not clear where the new revision goes: there is "
                        + names(directories) + ". Say which: --version-path " + directories.get(0)));
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String names(List<Path> directories) {
        return Sentences.and(directories.stream().map(Sentences::quoted).toList());
    }
}
