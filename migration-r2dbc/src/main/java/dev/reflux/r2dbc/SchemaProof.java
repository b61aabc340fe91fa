package dev.reflux.r2dbc;

import dev.reflux.catalog.Catalog;
import dev.reflux.diff.Edit;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.diff.Stage;
import dev.reflux.r2dbc.catalog.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tries a generated revision on an empty copy of the structure: the upgrade must lead to what is desired, the downgrade back to what
 * was there, and the same upgrade to what is desired once more. Nothing stays, and no table of the user's is touched.
 */
public final class SchemaProof {

    private final Schemas schemas;
    private final SchemaDifference difference;
    private final List<Stage> stages;

    /**
     * A proof.
     *
     * @param schemas of the server on which the revision is tried
     * @param difference what the revision is for
     * @param stages the difference in the parts that are written
     */
    public SchemaProof(Schemas schemas, SchemaDifference difference, List<Stage> stages) {
        this.schemas = schemas;
        this.difference = difference;
        this.stages = List.copyOf(stages);
    }

    /** What does not come out as it should, one sentence each; nothing if all does. */
    public Mono<List<String>> problems() {
        return schemas.scratch()
                .use(place -> Schemas.copy(place, difference.before())
                        .then(place.catalog())
                        .flatMap(copy -> problems(place, copy)));
    }

    private Mono<List<String>> problems(Workspace place, Catalog copy) {
        List<String> problems = new ArrayList<>(missed("The copy of the structure", copy, difference.before()));
        return upgraded(place)
                .doOnNext(upgraded -> problems.addAll(missed("The upgrade", upgraded, difference.after())))
                .thenMany(Flux.fromIterable(reversed()))
                .concatMap(stage -> run(place, "downgrade", stage.downgrade()))
                .then(place.catalog())
                .doOnNext(undone -> problems.addAll(missed("The downgrade", undone, difference.before())))
                .then(Mono.defer(() -> problems.isEmpty() ? upgraded(place) : Mono.empty()))
                .doOnNext(again -> problems.addAll(missed("The second upgrade", again, difference.after())))
                .thenReturn(problems);
    }

    private Mono<Catalog> upgraded(Workspace place) {
        return Flux.fromIterable(stages)
                .concatMap(stage -> run(place, "upgrade", stage.upgrade()))
                .then(place.catalog());
    }

    private List<Stage> reversed() {
        List<Stage> reversed = new ArrayList<>(stages);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Mono<Void> run(Workspace place, String source, List<Edit> edits) {
        List<String> statements =
                edits.stream().flatMap(edit -> edit.statements().stream()).toList();
        return place.run(List.of(Schemas.script(source, statements)));
    }

    private static List<String> missed(String what, Catalog actual, Catalog expected) {
        return SchemaDiff.between(actual, expected).changes().stream()
                .map(change -> what + " leaves this to do: " + change)
                .toList();
    }
}
