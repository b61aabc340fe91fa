package dev.reflux.source;

import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the statements of one revision may not do, given how its steps run. Pure; nothing is asked of a database.
 *
 * <p>In a transaction: no transaction control, nothing that PostgreSQL refuses in a transaction block, nothing that stays in
 * the session. pg_dump's preamble passes, for the runner sends its local form. Outside a transaction each statement runs
 * alone: no transaction control, nothing that stays in the session, and no {@code SET LOCAL}, which would end with itself.
 *
 * <p>What no script may hold, such as psql's commands or {@code COPY … FROM STDIN}, {@link Script#parse(String)} refuses.
 *
 * @param revision names the revision in messages: its file, or its class
 * @param language of the revision, for the remedy
 * @param mode how its steps run
 */
public record StatementRules(String revision, Language language, TransactionMode mode) {

    private static final Pattern SET_LOCAL = Pattern.compile("(?is)set\\s+local\\s.*");

    /** What a revision is written in. */
    public enum Language {
        /** A {@code .sql} file. */
        SQL("the line \"-- transactional: false\" to the header"),
        /** A class. */
        JAVA("\"transactional = false\" to @Revision");

        private final String leaveTransaction;

        Language(String leaveTransaction) {
            this.leaveTransaction = leaveTransaction;
        }
    }

    /** The rules for a revision, named as in its node. */
    public static StatementRules of(LoadedRevision revision) {
        Language language = revision.code().match(sql -> Language.SQL, java -> Language.JAVA);
        return new StatementRules(revision.node().origin(), language, revision.mode());
    }

    /**
     * What is wrong with a section of a SQL file, in the order of the file.
     *
     * @return a sentence each, with file, line, column and a caret; empty if the statements may run
     */
    public List<String> problems(Script script) {
        List<String> problems = new ArrayList<>();
        for (Statement statement : script.statements()) {
            problem(statement)
                    .ifPresent(sentence -> problems.add(
                            Place.caret(revision, statement.start(), sentence, script.caret(statement.start()))));
        }
        return problems;
    }

    /**
     * What is wrong with statements that a migration in Java made; they stand in no file.
     *
     * @param statements in the order in which they would run
     * @return a sentence each, with the beginning of the statement; empty if the statements may run
     */
    public List<String> problems(List<Statement> statements) {
        List<String> problems = new ArrayList<>();
        for (Statement statement : statements) {
            Script alone = new Script(statement.text(), List.of());
            problem(statement)
                    .ifPresent(sentence -> problems.add(
                            revision + ": " + sentence + "\n" + Place.indented(alone.caret(alone.position(0)))));
        }
        return problems;
    }

    private Optional<String> problem(Statement statement) {
        return mode == TransactionMode.TRANSACTIONAL ? inTransaction(statement) : alone(statement);
    }

    private Optional<String> inTransaction(Statement statement) {
        String command = statement.classification().command();
        String remedy = statement.classification().remedy();
        return switch (statement.kind()) {
            case TRANSACTION_CONTROL -> Optional.of(transactionControl(command) + remedy);
            case SESSION_STATE -> Optional.of(sessionState(command) + remedy);
            case NOT_IN_TRANSACTION ->
                Optional.of(command + " cannot run in a transaction, and this revision is one." + " Add "
                        + language.leaveTransaction + ", and keep only such statements in this revision.");
            case ORDINARY, DUMP_SETTING -> Optional.empty();
        };
    }

    private Optional<String> alone(Statement statement) {
        String command = statement.classification().command();
        return switch (statement.kind()) {
            case TRANSACTION_CONTROL ->
                Optional.of(transactionControl(command)
                        + "Delete it: the revision is not transactional, each of its statements runs alone.");
            case SESSION_STATE, DUMP_SETTING -> Optional.of(sessionState(command) + lastingRemedy(statement));
            case ORDINARY ->
                SET_LOCAL.matcher(statement.text()).matches()
                        ? Optional.of(
                                "SET LOCAL has no effect: the revision is not transactional, each of its statements"
                                        + " runs alone. Delete it, or set the value for the role: ALTER ROLE … SET")
                        : Optional.empty();
            case NOT_IN_TRANSACTION -> Optional.empty();
        };
    }

    /** The local form is of no use to a statement that runs alone. */
    private static String lastingRemedy(Statement statement) {
        return statement.localForm().isEmpty()
                ? statement.classification().remedy()
                : "Delete it: the revision is not transactional, and a form that ends with the transaction would end with"
                        + " the statement itself. A setting can be made for the role: ALTER ROLE … SET";
    }

    private static String transactionControl(String command) {
        return command + " begins, ends or changes a transaction. ";
    }

    private static String sessionState(String command) {
        return command
                + " stays in the session after the revision, and reaches later revisions and, behind a pooler, other"
                + " clients. ";
    }
}
