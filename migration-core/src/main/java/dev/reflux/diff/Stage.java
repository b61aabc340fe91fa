package dev.reflux.diff;

import dev.reflux.source.TransactionMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the way from the live schema to the desired one that can be a revision: it runs in one transaction, or outside of
 * any.
 *
 * @param mode whether its statements run in a transaction
 * @param upgrade what it changes, in order
 * @param downgrade the way back, in order
 */
public record Stage(TransactionMode mode, List<Edit> upgrade, List<Edit> downgrade) {

    public Stage {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** The statements of the upgrade, with comments that say what is destructive and what may happen. */
    public List<String> upgradeStatements() {
        return statements(upgrade);
    }

    /** The statements of the downgrade, with such comments. */
    public List<String> downgradeStatements() {
        return statements(downgrade);
    }

    private List<String> statements(List<Edit> edits) {
        List<String> texts = new ArrayList<>();
        for (Edit edit : edits) {
            for (int i = 0; i < edit.statements().size(); i++) {
                texts.add((i == 0 ? comments(edit) : "")
                        + statement(edit.statements().get(i)));
            }
        }
        return texts;
    }

    private String statement(String sql) {
        return mode == TransactionMode.TRANSACTIONAL
                ? sql
                : sql.replaceFirst("^(CREATE (?:UNIQUE )?INDEX|DROP INDEX) ", "$1 CONCURRENTLY ");
    }

    private static String comments(Edit edit) {
        StringBuilder comments = new StringBuilder();
        if (edit.destructive()) {
            comments.append("-- Destructive: the rows or values of ")
                    .append(line(edit.id().toString()))
                    .append(" are lost.\n");
        }
        edit.notes().forEach(note -> comments.append("-- ").append(line(note)).append('\n'));
        return comments.toString();
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }
}
