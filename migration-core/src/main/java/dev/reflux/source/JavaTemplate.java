package dev.reflux.source;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a draft as a Java class that compiles without a warning.
 *
 * @param draft what the class declares and does
 * @param packageName with dots; empty for the unnamed package
 * @param layout its name, and what stands around it
 */
record JavaTemplate(RevisionDraft draft, Optional<String> packageName, RevisionLayout layout) {

    private static final List<String> NEEDED = List.of("annotation", "class", "upgrade", "downgrade");

    /** A method has 65,535 bytes of code (JVMS 4.7.3), and an element of an array takes 11. */
    private static final int MOST_STATEMENTS = 5000;

    private static final String TEXT_INDENT = " ".repeat(24);

    RevisionFile file() {
        String path = layout.path(draft, FileNamePattern.OF_JAVA);
        int directories = path.lastIndexOf('/') + 1;
        String name = className(path.substring(directories));
        String text = layout.template()
                .map(template -> template.filled(parts(name), NEEDED))
                .orElseGet(() -> text(name));
        return new RevisionFile(path.substring(0, directories) + name + ".java", text);
    }

    private String text(String name) {
        String packageLine = packageLine();
        return (packageLine.isEmpty() ? "" : packageLine + "\n\n")
                + imports()
                + annotation()
                + "public final class " + name + " implements " + supertype() + " {\n"
                + upgrade()
                + downgrade()
                + "}\n";
    }

    private Map<String, String> parts(String name) {
        RevisionNode node = draft.node();
        Map<String, String> parts = new HashMap<>();
        parts.put("package", packageLine());
        parts.put("imports", imports().strip());
        parts.put("annotation", annotation().strip());
        parts.put("class", name);
        parts.put("type", supertype());
        parts.put("upgrade", methodAlone(upgrade()));
        parts.put("downgrade", methodAlone(downgrade()));
        parts.put("id", node.id().value());
        parts.put("message", JavaText.literal(node.message()));
        parts.put("created", node.created());
        return parts;
    }

    private static String methodAlone(String method) {
        return method.isEmpty() ? "" : method.substring(1).stripTrailing();
    }

    private String packageLine() {
        return packageName.map(value -> "package " + value + ";").orElse("");
    }

    private String upgrade() {
        return method("upgrade", draft.upgrade());
    }

    private String downgrade() {
        return draft.downgrade()
                .map(statements -> method("downgrade", statements))
                .orElse("");
    }

    private static String className(String fileName) {
        String prefix = Character.isJavaIdentifierStart(fileName.codePointAt(0)) ? "" : "R";
        return fileName.codePoints()
                .map(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_')
                .collect(() -> new StringBuilder(prefix), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String supertype() {
        return draft.downgrade().isPresent() ? "Migration" : "Irreversible";
    }

    private String imports() {
        boolean bodies = !draft.upgrade().isEmpty()
                || draft.downgrade().filter(list -> !list.isEmpty()).isPresent();
        return (draft.downgrade().isPresent() ? "import dev.reflux.Migration;\n" : "import dev.reflux.Irreversible;\n")
                + "import dev.reflux.Revision;\n"
                + (bodies ? "import dev.reflux.Sql;\n" : "")
                + """
                import org.jooq.DSLContext;
                import org.jooq.Query;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;

                """;
    }

    private String annotation() {
        RevisionNode node = draft.node();
        List<String> members = new ArrayList<>();
        members.add("id = " + JavaText.literal(node.id().value()));
        add(members, "revises", node.revises().stream().map(RevisionId::value).toList());
        add(members, "dependsOn", node.dependsOn());
        add(members, "labels", node.labels());
        add(members, "message", node.message());
        add(members, "created", node.created());
        if (draft.mode() == TransactionMode.NON_TRANSACTIONAL) {
            members.add("transactional = false");
        }
        return members.size() == 1
                ? "@Revision(" + members.get(0) + ")\n"
                : "@Revision(\n        " + String.join(",\n        ", members) + ")\n";
    }

    private static void add(List<String> members, String name, String value) {
        if (!value.isEmpty()) {
            members.add(name + " = " + JavaText.literal(value));
        }
    }

    private static void add(List<String> members, String name, List<String> values) {
        if (values.size() == 1) {
            add(members, name, values.get(0));
        } else if (!values.isEmpty()) {
            members.add(name + values.stream().map(JavaText::literal).collect(Collectors.joining(", ", " = {", "}")));
        }
    }

    private String method(String name, List<String> statements) {
        return "\n    @Override\n    public Publisher<? extends Query> " + name + "(DSLContext db) {\n        return "
                + (statements.isEmpty() ? "Flux.empty()" : queries(statements)) + ";\n    }\n";
    }

    private String queries(List<String> statements) {
        if (statements.size() > MOST_STATEMENTS) {
            throw new MigrationException("Revision \"" + draft.node().id() + "\" has " + statements.size()
                    + " statements, and a Java method holds " + MOST_STATEMENTS
                    + ". Write the revision as SQL, or split it.");
        }
        return statements.stream()
                .map(statement -> "                Sql.of(" + JavaText.block(statement, TEXT_INDENT) + ")")
                .collect(Collectors.joining(",\n", "Flux.just(\n", ")"));
    }
}
