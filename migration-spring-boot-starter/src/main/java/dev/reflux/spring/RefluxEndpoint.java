package dev.reflux.spring;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import reactor.core.publisher.Mono;

/** {@code /actuator/reflux}: the revisions of the application, and what of them the database has. */
@Endpoint(id = "reflux")
public final class RefluxEndpoint {

    private final SchemaStatus status;

    RefluxEndpoint(SchemaStatus status) {
        this.status = status;
    }

    /** Reads the state table. */
    @ReadOperation
    public Mono<SchemaReport> schema() {
        return status.now().map(SchemaReport::of);
    }
}
