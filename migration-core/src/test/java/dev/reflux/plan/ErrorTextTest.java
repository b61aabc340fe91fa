package dev.reflux.plan;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.MigrationException;
import dev.reflux.revision.History;
import dev.reflux.revision.Range;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.Target;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a user reads when a target cannot be planned: what was asked, what there is, what to type instead. */
class ErrorTextTest {

    private static final RevisionGraph SHOP = graph("""
            1b0e -> ae10 -> 3f2a -> 5c77
            ae10 -> 9b07 -> ae99
            3f2a is orders
            9b07 is carts
            1b0e : create customers
            ae10 : add phone
            3f2a : add orders
            5c77 : add order lines
            9b07 : add carts
            ae99 : add cart items
            """);

    private static final RevisionGraph MERGED = graph("""
            1b0e -> 3f2a, 9b07 -> 77aa -> 88bb
            """);

    @Test
    void malformedTarget() {
        assertThat(message(SHOP, "", "upgrade a:b")).isEqualTo("""
                "a:b" is no target. Use an id, the beginning of an id, a label, "head", "heads", "base", "+2", "-1", \
                "ae10+2" or "billing@head".""");
        assertThat(message(SHOP, "", "upgrade head@+1")).isEqualTo("""
                "head@+1" is no target, for "head" is no branch. Write a label or a revision before the "@".""");
    }

    @Test
    void targetThatTheCommandDoesNotTake() {
        assertThat(message(SHOP, "3f2a", "upgrade -1")).isEqualTo("""
                Cannot use target "-1" here: an upgrade goes up. To go down: reflux downgrade -1""");
        assertThat(message(SHOP, "3f2a", "downgrade orders@+1")).isEqualTo("""
                Cannot use target "orders@+1" here: a downgrade goes down. To go up: reflux upgrade orders@+1""");
        assertThat(message(SHOP, "3f2a", "upgrade current")).isEqualTo("""
                Cannot use target "current" here: it is what the database has already. Use "heads".""");
        assertThat(message(SHOP, "3f2a", "downgrade heads")).isEqualTo("""
                Cannot use target "heads" here: name one revision to go down to, or "base".""");
        assertThat(message(SHOP, "3f2a", "stamp +1")).isEqualTo("""
                Cannot use target "+1" here: a stamp says what the database has; name the revision.""");
        assertThat(showMessage("-2")).isEqualTo("""
                Cannot use target "-2" here: say from where, as in "head-2".""");
        assertThat(showMessage("carts@+2")).isEqualTo("""
                Cannot use target "carts@+2" here: say from where, as in "carts@base+2".""");
    }

    @Test
    void unknownName() {
        assertThat(message(SHOP, "", "upgrade 3f3a")).isEqualTo("""
                There is no revision or label "3f3a". Did you mean "3f2a"?""");
        assertThat(message(SHOP, "", "upgrade nosuch@head-1")).isEqualTo("""
                Cannot resolve target "nosuch@head-1": there is no revision or label "nosuch". To list them: reflux history""");
        assertThat(message(graph(""), "", "upgrade 3f2a")).isEqualTo("""
                There is no revision or label "3f2a". There are no revisions at all. To write the first: \
                reflux revision -m MESSAGE""");
    }

    @Test
    void ambiguousName() {
        assertThat(message(SHOP, "", "upgrade ae")).isEqualTo("""
                "ae" is the beginning of "ae10" and "ae99". Type more of the one you mean.""");
        assertThat(message(SHOP, "", "upgrade ae-1")).isEqualTo("""
                Cannot resolve target "ae-1": "ae" is the beginning of "ae10" and "ae99". Type more of the one you mean.""");
    }

    @Test
    void severalHeads() {
        assertThat(message(SHOP, "", "upgrade head")).isEqualTo("""
                Cannot resolve target "head": there are 2 heads, 5c77 (add order lines) and ae99 (add cart items).
                Use "heads" for all, name one of them, or join them: reflux merge 5c77 ae99""");
        assertThat(message(SHOP, "", "upgrade ae10@head")).isEqualTo("""
                Cannot resolve target "ae10@head": there are 2 heads, 5c77 (add order lines) and ae99 (add cart items).
                Use "ae10@heads" for all, name one of them, or join them: reflux merge 5c77 ae99""");
        assertThat(message(SHOP, "", "upgrade head-1")).isEqualTo("""
                Cannot resolve target "head-1": there are 2 heads, 5c77 (add order lines) and ae99 (add cart items).
                Type "5c77-1" or "ae99-1" instead.""");
        assertThat(message(SHOP, "", "downgrade head")).isEqualTo("""
                Cannot resolve target "head": there are 2 heads, 5c77 (add order lines) and ae99 (add cart items).
                Name the revision to go down to, or "base".""");
    }

    @Test
    void revisionThatIsNotOnTheBranch() {
        assertThat(message(SHOP, "", "upgrade carts@3f2a")).isEqualTo("""
                Cannot resolve target "carts@3f2a": 3f2a (add orders) is not on branch "carts". Leave out "carts@", or name a \
                revision of that branch. To list them: reflux history -r carts@base:carts@heads""");
    }

    @Test
    void severalWays() {
        assertThat(message(SHOP, "ae10", "upgrade +2")).isEqualTo("""
                Cannot resolve target "+2": there are 2 ways up from ae10 (add phone), 3f2a (add orders) and 9b07 (add carts). \
                Type "3f2a+1" or "9b07+1" instead.""");
        assertThat(message(MERGED, "88bb", "downgrade -2")).isEqualTo("""
                Cannot resolve target "-2": there are 2 ways down from 77aa, 3f2a and 9b07. Type "3f2a" or "9b07" instead.""");
    }

    @Test
    void severalRevisionsToCountFrom() {
        assertThat(message(SHOP, "3f2a, 9b07", "upgrade +1")).isEqualTo("""
                Cannot resolve target "+1": it counts from one revision, and there are 2, 3f2a (add orders) and 9b07 (add carts). \
                Type "3f2a+1" or "9b07+1" instead.""");
        assertThat(message(SHOP, "3f2a, 9b07", "downgrade -1")).isEqualTo("""
                Cannot resolve target "-1": it counts from one revision, and there are 2, 3f2a (add orders) and 9b07 (add carts). \
                Type "3f2a@-1" or "9b07@-1" instead.""");
        assertThat(message(SHOP, "", "upgrade heads-1")).isEqualTo("""
                Cannot resolve target "heads-1": it counts from one revision, and there are 2, 5c77 (add order lines) and ae99 \
                (add cart items). Type "5c77-1" or "ae99-1" instead.""");
    }

    @Test
    void walkBeyondTheEnd() {
        assertThat(message(SHOP, "3f2a", "upgrade +3")).isEqualTo("""
                Cannot resolve target "+3": after 1 step it is at 5c77 (add order lines), and nothing builds on that. \
                The farthest is "5c77".""");
        assertThat(message(SHOP, "5c77", "upgrade +1")).isEqualTo("""
                Cannot resolve target "+1": nothing builds on 5c77 (add order lines). The farthest is "5c77".""");
        assertThat(message(SHOP, "ae10", "downgrade carts@-5")).isEqualTo("""
                Cannot resolve target "carts@-5": after 2 steps it is at base, and nothing is below that. \
                The farthest is "carts@base".""");
    }

    @Test
    void downgradeToWhatIsNotApplied() {
        assertThat(message(SHOP, "3f2a", "downgrade 9b07")).isEqualTo("""
                Cannot downgrade to "9b07": 9b07 (add carts) is not applied. The database is at 3f2a (add orders). \
                To go up: reflux upgrade 9b07""");
        assertThat(message(SHOP, "3f2a", "downgrade carts@-1")).isEqualTo("""
                Cannot resolve target "carts@-1": nothing of branch "carts" is applied, so nothing can go down. \
                The database is at 3f2a (add orders).""");
        assertThat(message(SHOP, "", "downgrade -1")).isEqualTo("""
                Cannot resolve target "-1": nothing is applied, so nothing can go down. The database is at base.""");
    }

    @Test
    void rangeThatMakesNoSense() {
        assertThat(rangeMessage("3f2a")).isEqualTo("""
                "3f2a" is no range of revisions. Write START:END, START: or :END. A START of -3 counts down from END, an END of +3 \
                up from START.""");
        assertThat(rangeMessage("3f2a:1b0e")).isEqualTo("""
                Cannot show the range "3f2a:1b0e": no path leads up from 3f2a (add orders) to 1b0e (create customers). \
                Try: reflux history -r 1b0e:3f2a""");
        assertThat(rangeMessage("carts@ae10:3f2a")).isEqualTo("""
                Cannot show the range "carts@ae10:3f2a": branch "carts" does not have 3f2a (add orders). \
                Try: reflux history -r :3f2a""");
    }

    @Test
    void gap() {
        RevisionGraph graph = graph("1b0e -> ae10 -> 3f2a -> 5c77");
        Planner oneGap = new Planner(graph, ids("1b0e, 3f2a, 5c77"));
        Planner twoGaps = new Planner(graph, ids("5c77, 3f2a"));

        assertThat(refused(() -> oneGap.upgrade(List.of(Target.parse("heads")), Planner.Gaps.REFUSE)))
                .isEqualTo("""
                Applied revisions build on ae10, which is not applied.
                To run it now, add --allow-gaps. If the database has what it does, record that: reflux stamp 5c77""");
        assertThat(refused(() -> twoGaps.upgrade(List.of(Target.parse("heads")), Planner.Gaps.REFUSE)))
                .isEqualTo("""
                Applied revisions build on 1b0e and ae10, which are not applied.
                To run them now, add --allow-gaps. If the database has what they do, record that: reflux stamp 5c77""");
    }

    @Test
    void appliedRevisionThatNoFileKnows() {
        NavigableSet<String> commands = new TreeSet<>(List.of("upgrade heads", "downgrade base", "stamp heads"));
        RevisionGraph graph = graph("1b0e -> ae10");

        for (String command : commands) {
            assertThat(refused(() -> new Scenario(graph, ids("1b0e, ffff")).run(command)))
                    .isEqualTo("""
                    The database has 1 revision that no file knows: "ffff".
                    Get the newer version of the files, or bring them back. If they are gone for good, and the database is at \
                    what is left: reflux stamp --purge 1b0e""");
        }
        assertThat(refused(() -> new Scenario(graph, ids("eeee, ffff")).run("upgrade heads")))
                .isEqualTo("""
                The database has 2 revisions that no file knows: "eeee" and "ffff".
                Get the newer version of the files, or bring them back. If they are gone for good, and the database is at \
                what is left: reflux stamp --purge base""");
    }

    private static String message(RevisionGraph graph, String heads, String command) {
        return refused(() -> Scenario.at(graph, ids(heads)).run(command));
    }

    private static String showMessage(String target) {
        return refused(() -> new Resolver(SHOP, List.of()).revisions(Target.parse(target)));
    }

    private static String rangeMessage(String range) {
        return refused(() -> new History(SHOP, List.of()).newestFirst(Range.parse(range)));
    }

    private static String refused(Runnable run) {
        return String.valueOf(
                catchThrowableOfType(MigrationException.class, run::run).getMessage());
    }
}
