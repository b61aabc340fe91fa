package dev.reflux.revision;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A target cannot be resolved; each way of failing is a class, and each message says what to type instead. */
public abstract sealed class TargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;

    private TargetException(String target, String message) {
        super(message);
        this.target = target;
    }

    /** The target as typed. */
    public final String target() {
        return target;
    }

    private static String cannotResolve(Object target) {
        return "Cannot resolve target " + quoted(target) + ": ";
    }

    private static String instead(Collection<String> targets) {
        return "Type " + Sentences.or(targets.stream().map(Sentences::quoted).toList()) + " instead.";
    }

    /** The text has not the form of a target, or of a range of them. */
    public static final class Malformed extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        private Malformed(String text, String message) {
            super(text, message);
        }

        static Malformed target(String text) {
            return new Malformed(
                    text,
                    quoted(text) + " is no target. Use an id, the beginning of an id, a label, \"head\", \"heads\","
                            + " \"base\", \"+2\", \"-1\", \"ae10+2\" or \"billing@head\".");
        }

        static Malformed branch(String text, String branch) {
            return new Malformed(
                    text,
                    quoted(text) + " is no target, for " + quoted(branch) + " is no branch. Write a label or a revision"
                            + " before the \"@\".");
        }

        static Malformed range(String text) {
            return new Malformed(
                    text,
                    quoted(text) + " is no range of revisions. Write START:END, START: or :END. A START of -3 counts"
                            + " down from END, an END of +3 up from START.");
        }
    }

    /** The target has a form that has no meaning here. */
    public static final class NotHere extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotHere(Target target, String reason) {
            super(target.text(), "Cannot use target " + quoted(target) + " here: " + reason);
        }
    }

    /** No revision has that id, prefix or label. */
    public static final class Unknown extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        Unknown(String asked, String name, Collection<String> known) {
            super(
                    asked,
                    (asked.equals(name) ? "There" : cannotResolve(asked) + "there") + " is no revision or label "
                            + quoted(name) + "." + hint(name, known));
        }

        private static String hint(String name, Collection<String> known) {
            if (known.isEmpty()) {
                return " There are no revisions at all. To write the first: reflux revision -m MESSAGE";
            }
            List<String> words = new ArrayList<>(known);
            words.addAll(RevisionId.RESERVED);
            return Sentences.nearest(name, words)
                    .map(other -> " Did you mean " + quoted(other) + "?")
                    .orElse(" To list them: reflux history");
        }
    }

    /** Several revisions begin like that. */
    public static final class Ambiguous extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        Ambiguous(String asked, String name, List<String> candidates) {
            super(
                    asked,
                    (asked.equals(name) ? "" : cannotResolve(asked)) + quoted(name) + " is the beginning of "
                            + Sentences.quotedAll(candidates) + ". Type more of the one you mean.");
        }
    }

    /** One revision is wanted, and the target stands for several heads. */
    public static final class MultipleHeads extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        MultipleHeads(Target target, RevisionGraph graph, Collection<RevisionId> heads, String advice) {
            super(
                    target.text(),
                    cannotResolve(target) + "there are " + heads.size() + " heads, " + graph.titles(heads) + ".\n"
                            + advice);
        }

        static String allOrOne(Target target, Collection<RevisionId> heads) {
            if (target.offset().isPresent()) {
                return instead(target.countedFrom(heads));
            }
            return "Use " + quoted(target.branchPrefix() + "heads")
                    + " for all, name one of them, or join them: reflux merge "
                    + String.join(" ", heads.stream().map(RevisionId::value).toList());
        }
    }

    /** The revision is not on the branch. */
    public static final class NotOnBranch extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotOnBranch(Target target, RevisionNode revision, String branch) {
            super(
                    target.text(),
                    cannotResolve(target) + revision.title() + " is not on branch " + quoted(branch) + ". Leave out "
                            + quoted(branch + "@")
                            + ", or name a revision of that branch. To list them: reflux history -r "
                            + branch + "@base:" + branch + "@heads");
        }
    }

    /** A relative walk came to several ways on. */
    public static final class AmbiguousWalk extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        AmbiguousWalk(Target target, String ways, List<String> instead) {
            super(target.text(), cannotResolve(target) + "there are " + ways + ". " + instead(instead));
        }
    }

    /** A relative target counts from one revision, and there are several. */
    public static final class AmbiguousStart extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        AmbiguousStart(Target target, RevisionGraph graph, Collection<RevisionId> starts, List<String> instead) {
            super(
                    target.text(),
                    cannotResolve(target) + "it counts from one revision, and there are " + starts.size() + ", "
                            + graph.titles(starts) + ". " + instead(instead));
        }
    }

    /** A relative walk came to the end before it had made its steps. */
    public static final class WalkedTooFar extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        WalkedTooFar(Target target, String reached, String end) {
            super(target.text(), cannotResolve(target) + reached + ". The farthest is " + quoted(end) + ".");
        }
    }

    /** A downgrade to, or from, what the database does not have. */
    public static final class NotApplied extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        private NotApplied(Target target, String message) {
            super(target.text(), message);
        }

        static NotApplied revision(Target target, RevisionNode revision, String place) {
            return new NotApplied(
                    target,
                    "Cannot downgrade to " + quoted(target) + ": " + revision.title() + " is not applied. " + place
                            + " To go up: reflux upgrade " + revision.id());
        }

        static NotApplied branch(Target target, String place) {
            String what = target.branch()
                    .map(branch -> "nothing of branch " + quoted(branch) + " is applied")
                    .orElse("nothing is applied");
            return new NotApplied(target, cannotResolve(target) + what + ", so nothing can go down. " + place);
        }
    }

    /** The end of a range does not build on its start. */
    public static final class Unrelated extends TargetException {
        @Serial
        private static final long serialVersionUID = 1L;

        Unrelated(Range range, String reason, String instead) {
            super(
                    range.text(),
                    "Cannot show the range " + quoted(range) + ": " + reason + ". Try: reflux history -r " + instead);
        }
    }
}
