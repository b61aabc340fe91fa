package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editor of the person at the keyboard.
 *
 * @param environment the variables
 */
record Editor(Map<String, String> environment) {

    private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "vi", "code");

    /**
     * Opens files, and blocks until the editor ends.
     *
     * @throws MigrationException if there is no editor, or it fails
     */
    void open(List<Path> files) {
        String editor = command()
                .orElseThrow(() -> new MigrationException(
                        "There is no editor: VISUAL and EDITOR are not set, and PATH has none of "
                                + String.join(", ", USUAL) + ".\nSet one: export EDITOR=nano"));
        try {
            int code =
                    new ProcessBuilder(line(editor, files)).inheritIO().start().waitFor();
            if (code != 0) {
                throw new MigrationException("The editor " + quoted(editor) + " ended with " + code
                        + ". If it is not the right one, set another: export EDITOR=nano");
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "The editor " + quoted(editor) + " cannot be started. Set another one: export EDITOR=nano", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> command() {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .or(() -> USUAL.stream().filter(this::isInstalled).findFirst());
    }

    private boolean isInstalled(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    /** Through a shell, as git does it: the text of a variable may have options and quotes in it. */
    private static List<String> line(String editor, List<Path> files) {
        List<String> line = new ArrayList<>(
                File.separatorChar == '\\'
                        ? List.of(editor.split(" "))
                        : List.of("sh", "-c", editor + " \"$@\"", editor));
        files.forEach(file -> line.add(file.toString()));
        return line;
    }
}
