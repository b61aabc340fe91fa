package dev.reflux.cli;

import picocli.CommandLine.Option;

/** Who reads what a command prints. */
final class JsonOption {

    @Option(names = "--json", description = "Print JSON, for programs. docs/command-line.md has its shape.")
    private boolean json;

    boolean isSet() {
        return json;
    }
}
