package dev.reflux.spring;

import dev.reflux.plan.Planner.Gaps;
import dev.reflux.r2dbc.StartPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of Reflux in an application.
 *
 * @param enabled Whether Reflux is configured at all.
 * @param policy What happens at start-up: migrate, wait until another process has, check and fail if none has, or none.
 * @param target Where to upgrade to: heads, an id, a label, billing@head, or several of them.
 * @param locations Where revision files are: classpath folders or patterns of SQL resources, file directories of SQL and Java
 *     sources.
 * @param packages Packages of annotated migration classes and SQL resources; those below them too.
 * @param url Connection string for migrations alone, in any form: a direct endpoint beside a pooled one. The application's
 *     ConnectionFactory is used if it is empty.
 * @param user Database user for migrations, if not the one of the URL or of the application.
 * @param password Password of that user.
 * @param schema Schema of the state table; created if it is missing.
 * @param stateTable Name of the state table.
 * @param lockTimeout How long a statement may wait for a lock on a table; zero for no limit.
 * @param waitLimit How long to wait for another process that migrates.
 * @param blockedLimit How long to go on trying while other sessions hold the locks that a statement needs.
 * @param connectLimit How long to go on trying to reach the database.
 * @param gaps What to do about revisions that were inserted below applied ones.
 */
@ConfigurationProperties("reflux")
public record RefluxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("migrate") StartPolicy policy,
        @DefaultValue("heads") List<String> target,
        @DefaultValue(DEFAULT_LOCATION) List<String> locations,
        @DefaultValue List<String> packages,
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("public") String schema,
        @DefaultValue("schema_revision") String stateTable,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("10m") Duration waitLimit,
        @DefaultValue("5m") Duration blockedLimit,
        @DefaultValue("1m") Duration connectLimit,
        @DefaultValue("refuse") Gaps gaps) {

    /** Where SQL revisions are looked for if nothing else is said. */
    static final String DEFAULT_LOCATION = "classpath:db/migrations";

    /** Copies the lists. */
    public RefluxProperties {
        target = List.copyOf(target);
        locations = List.copyOf(locations);
        packages = List.copyOf(packages);
    }

    /** The user for migrations, where one is given. */
    Optional<String> givenUser() {
        return Optional.of(user).filter(name -> !name.isBlank());
    }

    /** The connection string for migrations, where one is given. */
    Optional<String> givenUrl() {
        return Optional.of(url).filter(text -> !text.isBlank());
    }

    /** Without what may hold a password. */
    @Override
    public String toString() {
        return "policy " + policy + ", target " + target + ", locations " + locations + ", packages " + packages;
    }
}
