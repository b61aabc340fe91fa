package dev.reflux.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Completions for bash, and for zsh, which reads the same script with its bashcompinit. */
final class BashCompletion {

    private static final String PROGRAM = "reflux";

    private BashCompletion() {}

    static String of(CommandLine program) {
        return AutoComplete.bash(PROGRAM, program);
    }

    /** A shell without its completion system gets it first. */
    static String forZsh(CommandLine program) {
        return "autoload -Uz compinit bashcompinit\n"
                + "(( $+functions[compdef] )) || compinit\n"
                + "(( $+functions[complete] )) || bashcompinit\n"
                + of(program);
    }
}
