package dev.reflux.cli;

import dev.reflux.r2dbc.OfflineScript;
import java.util.List;
import java.util.function.Function;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/**
 * Prints scripts.
 *
 * @param invocation the command
 * @param options what it was told about scripts
 */
record Offline(Invocation invocation, ScriptOptions options) {

    /** Writes the script down, then prints it: a script that ends in the middle would be half the truth. */
    int print(Function<OfflineScript, Flux<String>> script) {
        OfflineScript offline = OfflineScript.of(invocation.project().load())
                .stateTable(invocation.options().stateTable())
                .arguments(options.arguments(invocation));
        List<String> pieces;
        try {
            pieces = script.apply(offline).collectList().blockOptional().orElse(List.of());
        } catch (RuntimeException e) {
            throw Exceptions.unwrap(e) instanceof RuntimeException inner ? inner : e;
        }
        pieces.forEach(invocation::printDocument);
        return ExitCode.DONE;
    }
}
