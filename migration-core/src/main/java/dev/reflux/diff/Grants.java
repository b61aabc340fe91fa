package dev.reflux.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that lead from some privileges of a grantee to others. A privilege that ends in {@code *} may be granted on.
 *
 * @param object the words after {@code ON}
 * @param columns the list of columns after each privilege, with a space before it; empty if the privileges are on the whole
 * @param grantee who gets and loses privileges
 * @param all all privileges that there are on such an object; empty if that word is not to be used
 */
record Grants(String object, String columns, String grantee, List<String> all) {

    private static final String GRANTABLE = "*";

    List<String> between(List<String> before, List<String> after) {
        List<String> revoked = new ArrayList<>();
        List<String> restricted = new ArrayList<>();
        for (String name : names(before)) {
            if (!names(after).contains(name)) {
                revoked.add(name);
            } else if (before.contains(name + GRANTABLE) && after.contains(name)) {
                restricted.add(name);
            }
        }
        List<String> granted = new ArrayList<>();
        List<String> extended = new ArrayList<>();
        for (String name : names(after)) {
            if (after.contains(name + GRANTABLE) && !before.contains(name + GRANTABLE)) {
                extended.add(name);
            } else if (!names(before).contains(name)) {
                granted.add(name);
            }
        }
        List<String> statements = new ArrayList<>();
        add(statements, revoked, "REVOKE %s FROM %s");
        add(statements, restricted, "REVOKE GRANT OPTION FOR %s FROM %s");
        add(statements, granted, "GRANT %s TO %s");
        add(statements, extended, "GRANT %s TO %s WITH GRANT OPTION");
        return statements;
    }

    private void add(List<String> statements, List<String> names, String form) {
        if (!names.isEmpty()) {
            statements.add(form.formatted(words(names) + " ON " + object, grantee));
        }
    }

    private String words(List<String> names) {
        boolean isAll = all.size() > 1 && names.containsAll(all);
        return isAll
                ? "ALL"
                : String.join(", ", names.stream().map(name -> name + columns).toList());
    }

    /** The privileges without the mark of those that may be granted on. */
    static List<String> names(List<String> privileges) {
        return privileges.stream().map(name -> name.replace(GRANTABLE, "")).toList();
    }
}
