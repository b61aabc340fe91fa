package dev.reflux.spring;

import dev.reflux.MigrationException;
import dev.reflux.plan.GapException;
import dev.reflux.plan.UnknownAppliedException;
import dev.reflux.r2dbc.LockTimeoutException;
import dev.reflux.r2dbc.MigrationFailedException;
import dev.reflux.r2dbc.SchemaNotReadyException;
import dev.reflux.r2dbc.UnfinishedException;
import dev.reflux.r2dbc.url.InvalidConnectionUrlException;
import dev.reflux.revision.InvalidGraphException;
import dev.reflux.revision.TargetException;
import dev.reflux.source.RefusedStatementException;
import dev.reflux.sql.SqlSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Reports why the migrations of an application that does not start did not run: what happened and where, in the words of the
 * exception, and what to do about it in an application.
 */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

    private static final Map<Class<? extends MigrationException>, String> ACTIONS = actions();

    private static final String OTHERWISE = "Do what the description says, and start the application again.";

    private final Environment environment;

    MigrationFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    private static Map<Class<? extends MigrationException>, String> actions() {
        Map<Class<? extends MigrationException>, String> actions = new LinkedHashMap<>();
        actions.put(
                MigrationFailedException.class,
                "Correct the revision and start again: the run goes on from what is applied. Until then, the version of the"
                        + " application that ran before fits the database if the revisions applied so far let it.");
        actions.put(
                LockTimeoutException.class,
                "Find out what the other run does; if it needs longer than this one waits, raise reflux.wait-limit (${reflux.wait-limit:10m}).");
        actions.put(
                UnknownAppliedException.class,
                "A newer version of the application has migrated this database. Start that one, or set reflux.policy=check for"
                        + " this one if it can work with the newer schema.");
        actions.put(
                SchemaNotReadyException.class,
                "Migrate the database with a process that has reflux.policy=migrate, or at the command line, then start again.");
        actions.put(GapException.class, "To run what was inserted, set reflux.gaps=run for this start.");
        actions.put(
                UnfinishedException.class,
                "Repair the revision at the command line as the description says, then start again.");
        actions.put(TargetException.class, "Correct reflux.target, which is \"${reflux.target:heads}\".");
        actions.put(
                InvalidGraphException.class,
                "Correct the revisions named above. They come from beans, from reflux.packages (${reflux.packages:none}) and from"
                        + " reflux.locations (${reflux.locations:" + RefluxProperties.DEFAULT_LOCATION + "}).");
        actions.put(RefusedStatementException.class, "Change the revision as the description says.");
        actions.put(SqlSyntaxException.class, "Correct the SQL of the revision.");
        actions.put(
                InvalidConnectionUrlException.class,
                "Correct reflux.url, or remove it to use the application's ConnectionFactory.");
        return actions;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
        String action = ACTIONS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(cause))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHERWISE);
        return new FailureAnalysis(
                "The database could not be migrated.\n\n" + cause.getMessage(),
                environment.resolvePlaceholders(action),
                cause);
    }
}
