package dev.reflux.cli;

import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.Edit;
import dev.reflux.diff.Stage;
import dev.reflux.diff.Stages.IndexBuild;
import dev.reflux.source.TransactionMode;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one schema to another as a script for people and for psql: each statement ended by a semicolon, those about the
 * same object together.
 *
 * @param renames statements that come first
 * @param stages the rest; what one transaction cannot hold is separated by a comment
 * @param lastRenames statements that come last
 */
record SqlDocument(List<String> renames, List<Stage> stages, List<String> lastRenames) {

    /** The script of a way. */
    static SqlDocument of(SchemaWay way, IndexBuild indexBuild) {
        return new SqlDocument(
                way.difference().renameStatements(), way.difference().stages(indexBuild), way.lastStatements());
    }

    /** The statements alone. */
    List<String> statements() {
        List<String> statements = new ArrayList<>(renames);
        stages.forEach(stage -> statements.addAll(stage.upgradeStatements()));
        statements.addAll(lastRenames);
        return statements;
    }

    /** The whole script; empty if there is nothing to do. */
    String text() {
        List<String> blocks = new ArrayList<>();
        add(blocks, renames);
        for (int i = 0; i < stages.size(); i++) {
            if (i > 0) {
                blocks.add(boundary(stages.get(i)));
            }
            blocks.addAll(blocks(stages.get(i)));
        }
        add(blocks, lastRenames);
        return String.join("\n", blocks);
    }

    private static void add(List<String> blocks, List<String> statements) {
        if (!statements.isEmpty()) {
            blocks.add(block(statements));
        }
    }

    private static String boundary(Stage next) {
        return next.mode() == TransactionMode.TRANSACTIONAL
                ? "-- Commit here: a value of an enum can be used only after the transaction that adds it, on the way back too.\n"
                : "-- What follows runs outside a transaction.\n";
    }

    /** A block for each object, with its parts. */
    private static List<String> blocks(Stage stage) {
        List<String> texts = stage.upgradeStatements();
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        Optional<ObjectId> whole = Optional.empty();
        int next = 0;
        for (Edit edit : stage.upgrade()) {
            Optional<ObjectId> current = Optional.of(edit.id().whole());
            if (!current.equals(whole)) {
                add(blocks, block);
                block.clear();
                whole = current;
            }
            block.addAll(texts.subList(next, next + edit.statements().size()));
            next += edit.statements().size();
        }
        add(blocks, block);
        return blocks;
    }

    private static String block(List<String> statements) {
        StringBuilder text = new StringBuilder();
        statements.forEach(sql -> text.append(terminated(sql)).append('\n'));
        return text.toString();
    }

    /** With a semicolon, which a comment at the end must not swallow. */
    private static String terminated(String sql) {
        List<Statement> parsed = Script.parse(sql).statements();
        if (parsed.isEmpty()) {
            return sql;
        }
        Statement last = parsed.get(parsed.size() - 1);
        int end = last.offset() + last.text().length();
        return sql.substring(0, end) + ";" + sql.substring(end);
    }
}
