package dev.reflux.source;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a draft as a Java class that compiles without a warning.
 *
 * @param draft what the class declares and does
 * @param packageName with dots; empty for the unnamed package
 */
record JavaTemplate(RevisionDraft draft, Optional<String> packageName) {

    /** A method has 65,535 bytes of code (JVMS 4.7.3), and an element of an array takes 11. */
    private static final int MOST_STATEMENTS = 5000;

    private static final String TEXT_INDENT = " ".repeat(24);

    RevisionFile file() {
        String name = className();
        String text = packageName.map(value -> "package " + value + ";\n\n").orElse("")
                + imports()
                + annotation()
                + "public final class " + name + " implements " + supertype() + " {\n"
                + method("upgrade", draft.upgrade())
                + draft.downgrade()
                        .map(statements -> method("downgrade", statements))
                        .orElse("")
                + "}\n";
        return new RevisionFile(name + ".java", text);
    }

    private String className() {
        RevisionNode node = draft.node();
        return Slug.of(node.id(), node.message())
                .codePoints()
                .map(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_')
                .collect(() -> new StringBuilder("R"), StringBuilder::appendCodePoint, StringBuilder::append)
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
