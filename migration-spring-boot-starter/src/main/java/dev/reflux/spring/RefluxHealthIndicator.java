package dev.reflux.spring;

import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Down while revisions of this application are not applied. A database that is ahead of it is no reason to be down. */
public final class RefluxHealthIndicator extends AbstractReactiveHealthIndicator {

    private final SchemaStatus status;

    RefluxHealthIndicator(SchemaStatus status) {
        super("The state of the schema could not be read");
        this.status = status;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return status.now()
                .map(now -> (now.isUpToDate() ? builder.up() : builder.down())
                        .withDetail("current", names(now.current()))
                        .withDetail("pending", pending(now))
                        .withDetail("unknown", names(now.unknown()))
                        .build());
    }

    private static List<String> pending(MigrationStatus status) {
        return status.pending().stream().map(node -> node.id().value()).toList();
    }

    private static List<String> names(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
