package dev.reflux.plan;

import dev.reflux.plan.Conformance.Case;
import dev.reflux.revision.Graphs;
import dev.reflux.revision.RevisionId;
import java.util.NavigableSet;

/** Where we answer otherwise than Alembic, and why; with the number of recorded cases. */
enum Deviation {
    SEVERAL_HEADS_TO_COUNT_FROM(
            24,
            "With several heads applied, Alembic takes \"-1\" from whichever row it reads first. Ambiguity is an error.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("downgrade", "-\\d+")
                    && asked.rows().size() > 1
                    && asked.alembic().isPlan()
                    && ours.equals("AmbiguousStart");
        }
    },

    BRANCH_BELOW_A_FORK(
            4,
            "\"REV@-1\" takes the branch's one applied head down by one. Of the children of the floor, Alembic keeps those that"
                    + " REV builds on; where REV is the floor or below it there are none, and it calls the target not valid.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("downgrade", "\\w+@-1")
                    && asked.rows().size() == 1
                    && asked.alembic().text().startsWith("Not a valid downgrade target")
                    && ours.startsWith("-" + asked.rows().first() + " -> ");
        }
    },

    REVISION_OFF_THE_BRANCH(
            3,
            "Alembic ignores the label of \"label@REV\" in a downgrade when REV is not on that branch. In an upgrade it refuses,"
                    + " and so do we in both.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("downgrade", "label\\d+@\\w+") && asked.alembic().isPlan() && ours.equals("NotOnBranch");
        }
    },

    STAMP_OF_HEADS_FORGETS_A_HEAD(
            5,
            "Alembic replaces all rows by the first of the heads to stamp, and then passes over a head that had been a row: it is"
                    + " stamped and yet gone.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("stamp", "heads")
                    && !asked.alembic().rows().containsAll(asked.graph().realHeads())
                    && headsAfter(ours).equals(asked.graph().realHeads());
        }
    },

    STAMP_BELOW_A_MERGE_FORGETS_THE_OTHER_SIDE(
            1, "Alembic replaces a merge by the one side that is stamped. The other side was applied, and stays so.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("stamp", "\\w{12}")
                    && asked.alembic().rows().size() == 1
                    && headsAfter(ours).containsAll(asked.alembic().rows())
                    && asked.database().applied().containsAll(headsAfter(ours));
        }
    },

    HEADS_THAT_DEPEND_ON_EACH_OTHER(
            1,
            "\"REV@heads\" is two heads, of which one depends on the other. That is no contradiction: both are applied.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("upgrade", "\\w+@heads")
                    && asked.alembic().text().contains("overlaps")
                    && ours.contains(" -> ");
        }
    },

    CRASH_WHERE_THERE_IS_A_PLAN(
            28, "Alembic fails with an AssertionError or a KeyError: one below a base, or a redundant dependency.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.is("upgrade", ".*") && asked.alembic().isCrash() && ours.contains(" -> ");
        }
    },

    CRASH_WHERE_THERE_IS_NONE(
            133,
            "Alembic fails with an AssertionError: a walk beyond the heads, or a branch of which nothing is applied.") {
        @Override
        boolean explains(Case asked, String ours) {
            return asked.alembic().isCrash()
                    && ((asked.is("upgrade", ".*\\+\\d+") && ours.equals("WalkedTooFar"))
                            || (asked.is("downgrade", "\\w+@-\\d+") && ours.matches("NotApplied|AmbiguousStart")));
        }
    };

    private final int cases;
    private final String reason;

    Deviation(int cases, String reason) {
        this.cases = cases;
        this.reason = reason;
    }

    /** How many of the recorded cases deviate so. */
    int cases() {
        return cases;
    }

    /** Whether this is why our outcome of the case is another. */
    abstract boolean explains(Case asked, String ours);

    private static NavigableSet<RevisionId> headsAfter(String outcome) {
        return Graphs.ids(outcome.substring(outcome.indexOf('{')));
    }

    @Override
    public String toString() {
        return name() + ": " + reason;
    }
}
