package dev.reflux.cli;

import dev.reflux.catalog.Kind;
import dev.reflux.diff.Edit;
import dev.reflux.diff.Stage;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.source.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes one revision file: as much as one transaction holds.
 *
 * @param purpose why it is a revision of its own, in a few words; empty for the main part
 * @param mode whether it runs in a transaction
 * @param upgrade statements
 * @param downgrade statements
 */
record RevisionPart(Optional<String> purpose, TransactionMode mode, List<String> upgrade, List<String> downgrade) {

    RevisionPart {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** The parts of a difference: what is renamed comes first on the way up, and last on the way down. */
    static List<RevisionPart> of(SchemaDifference difference, List<Stage> stages) {
        List<RevisionPart> parts = new ArrayList<>();
        for (Stage stage : stages) {
            parts.add(new RevisionPart(
                    purpose(stage), stage.mode(), stage.upgradeStatements(), stage.downgradeStatements()));
        }
        if (difference.renames().isEmpty()) {
            return parts;
        }
        if (parts.isEmpty()) {
            parts.add(renamesOnly(Optional.empty()));
        } else if (parts.get(0).mode() == TransactionMode.NON_TRANSACTIONAL) {
            parts.add(0, renamesOnly(Optional.of("renames")));
        }
        parts.set(0, parts.get(0).around(difference));
        return parts;
    }

    private static RevisionPart renamesOnly(Optional<String> purpose) {
        return new RevisionPart(purpose, TransactionMode.TRANSACTIONAL, List.of(), List.of());
    }

    private static Optional<String> purpose(Stage stage) {
        if (stage.mode() == TransactionMode.NON_TRANSACTIONAL) {
            return Optional.of("indexes");
        }
        boolean enumValues = isOnlyOfEnums(stage.upgrade()) || isOnlyOfEnums(stage.downgrade());
        return enumValues ? Optional.of("enum values") : Optional.empty();
    }

    private static boolean isOnlyOfEnums(List<Edit> edits) {
        return edits.stream().allMatch(edit -> edit.id().kind() == Kind.ENUM);
    }

    private RevisionPart around(SchemaDifference difference) {
        return new RevisionPart(
                purpose,
                mode,
                Stream.concat(difference.renameStatements().stream(), upgrade.stream())
                        .toList(),
                Stream.concat(downgrade.stream(), difference.reverseRenameStatements().stream())
                        .toList());
    }

    /** The message of this part, if there are several: {@code add status (1 of 2, enum values)}. */
    String message(String whole, int number, int count) {
        return count == 1
                ? whole
                : whole + " (" + number + " of " + count
                        + purpose.map(words -> ", " + words).orElse("") + ")";
    }

    /** Why this part does not run together with the others, for people. */
    Optional<String> reason() {
        return purpose.map(words -> switch (words) {
            case "indexes" -> "It builds indexes without holding up writers, and that runs outside a transaction.";
            case "enum values" -> "A new value of an enum cannot be used in the transaction that adds it.";
            default -> "What is renamed goes before indexes that are built outside a transaction.";
        });
    }
}
