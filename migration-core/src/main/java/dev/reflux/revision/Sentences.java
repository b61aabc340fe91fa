package dev.reflux.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Small pieces of messages. */
public final class Sentences {

    private static final int SHOWN = 8;

    private Sentences() {}

    /** {@code a, b and c}; a long list is cut and counted. */
    public static String and(List<String> items) {
        return listed(items, " and ");
    }

    /** {@code a, b or c}; a long list is cut and counted. */
    public static String or(List<String> items) {
        return listed(items, " or ");
    }

    private static String listed(List<String> items, String last) {
        if (items.size() > SHOWN) {
            return String.join(", ", items.subList(0, SHOWN)) + last + (items.size() - SHOWN) + " more";
        }
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + last + items.get(items.size() - 1);
    }

    /** {@code "x"}. */
    public static String quoted(Object item) {
        return "\"" + item + "\"";
    }

    /** {@code "x", "y" and "z"}. */
    public static String quotedAll(Collection<?> items) {
        return and(items.stream().map(Sentences::quoted).collect(Collectors.toList()));
    }

    /** {@code 1 revision}, {@code 3 revisions}. */
    public static String count(int number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /** The candidate that was probably meant: few edits away, or none. */
    public static Optional<String> nearest(String typed, Collection<String> candidates) {
        int bound = Math.max(1, typed.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(typed, candidate) <= bound)
                .min(Comparator.<String>comparingInt(candidate -> distance(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
