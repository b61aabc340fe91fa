package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.diff.Change;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link MigrationVerifier} has found.
 *
 * @param revisions how many revisions were run
 * @param problems where a revision does not do what it should, in the order in which they ran
 * @param irreversible the revisions that have no downgrade, and of which only the upgrade was run
 * @param models what is to change for the end of the revisions to be what the models ask for
 */
public record Verification(int revisions, List<Problem> problems, List<RevisionId> irreversible, List<Change> models) {

    /** What can be wrong with a revision. */
    public enum Fact {
        /** After the downgrade the schema is not what it was before the upgrade. */
        DOWNGRADE_DOES_NOT_RESTORE("downgradeDoesNotRestore", "its downgrade does not restore what was there before"),
        /** Upgraded a second time it leaves another schema than the first time. */
        SECOND_UPGRADE_DIFFERS(
                "secondUpgradeDiffers",
                "upgraded again after its downgrade, it leaves another schema than the first time");

        private final String word;
        private final String sentence;

        Fact(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /** The fact as programs read it. */
        public String word() {
            return word;
        }
    }

    /**
     * A revision that does not do what it should.
     *
     * @param revision which one
     * @param fact what is wrong
     * @param left what would have to change to put it right, object by object
     */
    public record Problem(RevisionNode revision, Fact fact, List<Change> left) {

        public Problem {
            left = List.copyOf(left);
        }

        /** The problem in a sentence, and what is left to do in a line each. */
        @Override
        public String toString() {
            return revision.title() + ": " + fact.sentence + ". Left to do:" + lines(left);
        }
    }

    public Verification {
        problems = List.copyOf(problems);
        irreversible = List.copyOf(irreversible);
        models = List.copyOf(models);
    }

    /** The same with what the models ask for besides. */
    Verification withModels(List<Change> changes) {
        return new Verification(revisions, problems, irreversible, changes);
    }

    /** Whether nothing is wrong. */
    public boolean isProven() {
        return problems.isEmpty() && models.isEmpty();
    }

    /**
     * Fails if something is wrong, for tests.
     *
     * @throws MigrationException with everything that is wrong
     */
    public void orThrow() {
        if (!isProven()) {
            throw new MigrationException(sentences().collect(Collectors.joining("\n")));
        }
    }

    /** What is wrong, one paragraph each. */
    public Stream<String> sentences() {
        Stream<String> ofRevisions = problems.stream().map(Problem::toString);
        return models.isEmpty()
                ? ofRevisions
                : Stream.concat(
                        ofRevisions,
                        Stream.of("The revisions do not lead to what the models ask for. Left to do:" + lines(models)));
    }

    private static String lines(List<Change> changes) {
        return changes.stream().map(change -> "\n  " + change).collect(Collectors.joining());
    }
}
