package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Command.Effect;
import dev.reflux.r2dbc.catalog.Command.Place;
import dev.reflux.schema.SchemaScript;
import dev.reflux.source.RefusedStatementException;
import dev.reflux.sql.Script;
import dev.reflux.sql.SqlProblem;
import dev.reflux.sql.SqlSyntaxException;
import dev.reflux.sql.Statement;
import dev.reflux.sql.StatementTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits schema scripts into statements, and says what cannot run in an empty place. Everything runs in transactions that are
 * not the script's own. So what a script sets in the session is set in the transaction instead, the word {@code CONCURRENTLY}
 * is left out, and transaction control is refused. A change of owner is left out as well: owners are not compared, and the
 * roles of a dump need not exist here.
 */
final class SchemaStatements {

    /** What pg_dump puts around a dump since August 2025 (CVE-2025-8714): a command to psql, the same word at both ends. */
    private static final Pattern RESTRICT =
            Pattern.compile("^\\\\restrict (\\w+)$(.*)^\\\\unrestrict \\1$", Pattern.MULTILINE | Pattern.DOTALL);

    private final List<Command> commands = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private SchemaStatements() {}

    /**
     * The statements of all scripts, in order.
     *
     * @throws RefusedStatementException with everything that cannot run
     */
    static List<Command> of(List<SchemaScript> scripts) {
        SchemaStatements statements = new SchemaStatements();
        scripts.forEach(statements::take);
        if (!statements.problems.isEmpty()) {
            throw new RefusedStatementException(statements.problems);
        }
        return List.copyOf(statements.commands);
    }

    private void take(SchemaScript source) {
        try {
            Script script = Script.parse(withoutRestriction(source.text()));
            int number = 0;
            for (Statement statement : script.statements()) {
                take(new Place(source.source(), script, statement, ++number));
            }
        } catch (SqlSyntaxException e) {
            for (SqlProblem problem : e.problems()) {
                String sentence = problem.fact() + " " + problem.remedy();
                problems.add(Place.problem(source.source(), problem.position(), sentence, problem.excerpt()));
            }
        }
    }

    /** Spaces for the two lines, so that every other character stays where it is. */
    private static String withoutRestriction(String text) {
        Matcher matcher = RESTRICT.matcher(text);
        StringBuilder blank = new StringBuilder(text);
        while (matcher.find()) {
            blank(blank, matcher.start(), matcher.start(2));
            blank(blank, matcher.end(2), matcher.end());
        }
        return blank.toString();
    }

    private static void blank(StringBuilder text, int from, int to) {
        text.replace(from, to, " ".repeat(to - from));
    }

    private void take(Place place) {
        Statement statement = place.statement();
        if (effect(place) == Effect.SETTING && !Settings.mayBeSet(StatementTokens.of(statement.text()))) {
            return;
        }
        switch (statement.kind()) {
            case ORDINARY -> takeOrdinary(place);
            case DUMP_SETTING, SESSION_STATE ->
                statement
                        .localForm()
                        .ifPresentOrElse(
                                local -> commands.add(Command.rewritten(place, local, effect(place))),
                                () -> refuse(
                                        place,
                                        " stays in the session. "
                                                + statement.classification().remedy()));
            case NOT_IN_TRANSACTION -> takeConcurrent(place);
            case TRANSACTION_CONTROL ->
                refuse(
                        place,
                        " begins, ends or changes a transaction. Delete it: a schema is built in transactions of"
                                + " Reflux's own.");
        }
    }

    private void takeOrdinary(Place place) {
        StatementTokens tokens = StatementTokens.of(place.statement().text());
        if (!changesOwner(tokens)) {
            commands.add(Command.of(place, effect(place)));
        }
    }

    private static boolean changesOwner(StatementTokens tokens) {
        if (!tokens.isWords(0, "alter")) {
            return false;
        }
        int end = 1;
        while (!tokens.isEnd(end)) {
            end++;
        }
        return end > 4 && tokens.isWords(end - 3, "owner", "to") && !tokens.isSymbol(end - 4, ',');
    }

    private void takeConcurrent(Place place) {
        String text = place.statement().text();
        StatementTokens tokens = StatementTokens.of(text);
        int word = concurrently(tokens);
        if (tokens.isWords(word, "concurrently")) {
            StringBuilder plain = new StringBuilder(text);
            blank(plain, tokens.start(word), tokens.end(word));
            commands.add(Command.of(place, plain.toString(), Effect.OBJECTS));
        } else {
            refuse(place, " cannot run in a transaction, and a schema is built in transactions. Delete it.");
        }
    }

    /** Where the word may stand in {@code CREATE INDEX}, {@code DROP INDEX} and {@code ALTER TABLE … DETACH PARTITION}. */
    private static int concurrently(StatementTokens tokens) {
        if (tokens.isWords(0, "alter", "table")) {
            int last = 2;
            while (!tokens.isEnd(last + 1)) {
                last++;
            }
            return last;
        }
        return tokens.isWords(0, "create", "unique") ? 3 : 2;
    }

    private static Effect effect(Place place) {
        StatementTokens tokens = StatementTokens.of(place.statement().text());
        boolean constraints = tokens.isWords(1, "constraints");
        if ((tokens.isWords(0, "set") && !constraints) || tokens.isWords(0, "reset")) {
            return Effect.SETTING;
        }
        if (tokens.isWords(0, "alter", "type")) {
            int action = tokens.afterName(2);
            return tokens.isWords(action, "add", "value") ? Effect.NEEDS_COMMIT : Effect.OBJECTS;
        }
        boolean searchPath = tokens.isWords(0, "select")
                && !place.statement().classification().command().isEmpty();
        return searchPath ? Effect.SETTING : Effect.OBJECTS;
    }

    private void refuse(Place place, String reason) {
        problems.add(place.problem(0, place.statement().classification().command() + reason));
    }
}
