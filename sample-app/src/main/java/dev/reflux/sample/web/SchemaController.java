package dev.reflux.sample.web;

import dev.reflux.picture.Picture;
import dev.reflux.picture.Standings;
import dev.reflux.picture.SvgPicture;
import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.spring.SchemaStatus;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The revision graph of the schema, as it is now. */
@RestController
final class SchemaController {

    private final SchemaStatus status;

    SchemaController(SchemaStatus status) {
        this.status = status;
    }

    @GetMapping(path = "/schema.svg", produces = "image/svg+xml")
    Mono<String> picture() {
        return status.now().map(SchemaController::draw);
    }

    private static String draw(MigrationStatus now) {
        Standings standings = new Standings(
                now.applied(),
                now.unfinished().stream().map(AppliedRevision::id).collect(Collectors.toSet()));
        return SvgPicture.of(Picture.of(now.migrations().graph(), standings));
    }
}
