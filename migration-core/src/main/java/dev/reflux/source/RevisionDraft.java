package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A revision that is still to be written to a file. Its migration is SQL text, whichever language the file has.
 *
 * @param node what the file declares; the origin is not used
 * @param mode whether its steps run in a transaction
 * @param upgrade the statements that apply it, one text each, with or without a semicolon; none to fill in later
 * @param downgrade the statements that undo it; empty for a revision that cannot be undone
 */
public record RevisionDraft(
        RevisionNode node, TransactionMode mode, List<String> upgrade, Optional<List<String>> downgrade) {

    private static final Pattern LIST_ITEM = Pattern.compile("[^\\s,]+");

    /**
     * @throws MigrationException if a label or a dependency could not stand in a list
     */
    public RevisionDraft {
        upgrade = List.copyOf(upgrade);
        downgrade = downgrade.map(List::copyOf);
        Stream.concat(node.labels().stream(), node.dependsOn().stream()).forEach(RevisionDraft::check);
    }

    /** A draft without statements, to be filled in by hand: in a transaction, and reversible. */
    public static RevisionDraft empty(RevisionNode node) {
        return new RevisionDraft(node, TransactionMode.TRANSACTIONAL, List.of(), Optional.of(List.of()));
    }

    /** The same with this mode. */
    public RevisionDraft withMode(TransactionMode other) {
        return new RevisionDraft(node, other, upgrade, downgrade);
    }

    /** The same with these statements. */
    public RevisionDraft withStatements(List<String> newUpgrade, List<String> newDowngrade) {
        return new RevisionDraft(node, mode, newUpgrade, Optional.of(newDowngrade));
    }

    /** The same without a downgrade. */
    public RevisionDraft irreversible() {
        return new RevisionDraft(node, mode, upgrade, Optional.empty());
    }

    private static void check(String item) {
        if (!LIST_ITEM.matcher(item).matches()) {
            throw new MigrationException(
                    quoted(item) + " cannot be a label or a dependency: it is empty, or has a space or a comma in it.");
        }
    }
}
