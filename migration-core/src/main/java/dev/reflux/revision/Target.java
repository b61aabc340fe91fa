package dev.reflux.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a user wants to go, as typed: {@code [branch@]symbol[±N]}, with at least a symbol or a number.
 *
 * <p>The symbol is {@code head}, {@code heads}, {@code base}, {@code current}, an id, the beginning of an id, or a label;
 * the branch is any of the last three. Unlike in Alembic the whole text must fit: {@code abc-1xyz} is a name, not one below
 * {@code abc}.
 *
 * @param text as typed
 * @param branch what stands before {@code @}
 * @param symbol what stands after it, without the number
 * @param offset the number, not 0: how far above or below the symbol, or what is applied where there is no symbol
 */
public record Target(String text, Optional<String> branch, Optional<String> symbol, Optional<Integer> offset) {

    private static final Pattern FORM = Pattern.compile("(?:([^@:]+)@)?([^@:]*?)([+-]\\d{1,9})?");

    /**
     * Reads a target.
     *
     * @throws TargetException if the text is no target
     */
    public static Target parse(String typed) {
        String text = typed.strip();
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw TargetException.Malformed.target(typed);
        }
        Optional<String> branch = Optional.ofNullable(matcher.group(1));
        Optional<String> symbol = Optional.of(matcher.group(2)).filter(word -> !word.isEmpty());
        Optional<Integer> offset = Optional.ofNullable(matcher.group(3)).map(Integer::valueOf);
        if (offset.map(steps -> steps == 0).orElse(symbol.isEmpty())) {
            throw TargetException.Malformed.target(typed);
        }
        branch.filter(RevisionId.RESERVED::contains).ifPresent(word -> {
            throw TargetException.Malformed.branch(typed, word);
        });
        return new Target(text, branch, symbol, offset);
    }

    /** Whether the symbol is this word and nothing is added to it. */
    boolean is(String word) {
        return offset.isEmpty() && symbol.equals(Optional.of(word));
    }

    /** Whether it is a number alone, or with a branch: {@code +2}, {@code billing@-1}. */
    boolean isNumber() {
        return symbol.isEmpty();
    }

    /** Whether it counts from what is applied: {@code +2}, or {@code current+2}. */
    boolean countsFromApplied() {
        return offset.isPresent() && symbol.map("current"::equals).orElse(true);
    }

    /** The number as typed, with its sign; empty where there is none. */
    String offsetText() {
        return offset.map(Target::signed).orElse("");
    }

    /** A number of steps as a target has it: {@code +2}, {@code -1}, nothing for 0. */
    static String signed(int steps) {
        return steps == 0 ? "" : String.format("%+d", steps);
    }

    /** What stands before the symbol: {@code billing@}, or nothing. */
    String branchPrefix() {
        return branch.map(name -> name + "@").orElse("");
    }

    /** This target counted from each of these revisions, in their order: {@code billing@ae10+2}. */
    List<String> countedFrom(Collection<RevisionId> revisions) {
        return revisions.stream().map(id -> branchPrefix() + id + offsetText()).toList();
    }

    /** This target on the branch of each of these revisions, in their order: {@code ae10@-2}. */
    List<String> onBranchOf(Collection<RevisionId> revisions) {
        return revisions.stream().map(id -> id + "@" + offsetText()).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
