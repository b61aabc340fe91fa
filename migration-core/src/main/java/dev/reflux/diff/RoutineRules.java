package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Functions and procedures. Their definitions, as PostgreSQL prints them, replace what is there, as long as the result and the
 * names of the arguments stay, and no default of an argument goes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
final class RoutineRules implements KindRules {

    /** What was computed with the function when rows were written. */
    private static final Set<Kind> COMPUTED = EnumSet.of(Kind.INDEX, Kind.EXCLUSION, Kind.COLUMN);

    private static final Set<Kind> CHECKS = EnumSet.of(Kind.CHECK, Kind.DOMAIN_CHECK);

    private static final Pattern BODY = Pattern.compile("(?m)^(AS |BEGIN ATOMIC|RETURN )");
    private static final Pattern WINDOW = Pattern.compile("(?m)^ WINDOW\\b");
    private static final Pattern ADVICE =
            Pattern.compile("\n? (COST \\S+|ROWS \\S+|SUPPORT \\S+|LEAKPROOF|PARALLEL \\w+)");

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(definition(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP " + Reference.of(object.id(), catalog));
    }

    @Override
    public Alteration alter(Pair pair) {
        if (pair.differsIn("returns", "arguments") || losesDefaults(pair) || changesWindow(pair)) {
            return Alteration.replace();
        }
        Alteration replaced = Alteration.inPlace(definition(pair.after()));
        return computesTheSame(pair) ? replaced : replaced.rebuilding(COMPUTED).noting(notes(pair));
    }

    private static List<String> notes(Pair pair) {
        boolean checked =
                pair.desired().users(pair.after().id()).stream().anyMatch(object -> CHECKS.contains(object.kind()));
        return checked
                ? List.of("Rows that are there are not checked again by the constraints that call "
                        + pair.after().id().qualifiedName() + ".")
                : List.of();
    }

    private static boolean losesDefaults(Pair pair) {
        return defaults(pair.after()) < defaults(pair.before());
    }

    private static int defaults(CatalogObject routine) {
        return routine.attributes().find("defaults").map(Integer::valueOf).orElse(0);
    }

    private static boolean changesWindow(Pair pair) {
        return WINDOW.matcher(head(pair.before())).find()
                != WINDOW.matcher(head(pair.after())).find();
    }

    /** Whether both differ at most in what the planner may assume of them. */
    private static boolean computesTheSame(Pair pair) {
        return body(pair.before()).equals(body(pair.after()))
                && withoutAdvice(pair.before()).equals(withoutAdvice(pair.after()));
    }

    private static String withoutAdvice(CatalogObject routine) {
        return ADVICE.matcher(head(routine)).replaceAll("");
    }

    private static String head(CatalogObject routine) {
        return BODY.split(definition(routine), 2)[0];
    }

    private static String body(CatalogObject routine) {
        return definition(routine).substring(head(routine).length());
    }

    private static String definition(CatalogObject routine) {
        return routine.attributes().text("definition").strip();
    }
}
