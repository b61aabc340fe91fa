package dev.reflux.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of the guide.
 *
 * @param page the file it stands in
 * @param language what the fence says
 * @param text what stands between the fences
 */
record Snippet(String page, String language, String text) {

    private static final Pattern FENCED =
            Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("class (\\w+)");

    /** All snippets: of the README and of every page of the guide. */
    static List<Snippet> all() throws IOException {
        Path root = Path.of("..");
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> guide = Files.walk(root.resolve("docs"))) {
            guide.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : pages) {
            Matcher matcher = FENCED.matcher(Files.readString(page));
            while (matcher.find()) {
                snippets.add(new Snippet(page.getFileName().toString(), matcher.group(1), matcher.group(2)));
            }
        }
        return snippets;
    }

    boolean isJava() {
        return language.equals("java");
    }

    /** Whether it is a whole revision file. */
    boolean isRevision() {
        return isJava() ? text.contains("@Revision") : language.equals("sql") && text.startsWith("-- revision:");
    }

    String className() {
        Matcher matcher = CLASS_NAME.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public String toString() {
        return language + " in " + page + ": " + text.lines().findFirst().orElse("");
    }
}
