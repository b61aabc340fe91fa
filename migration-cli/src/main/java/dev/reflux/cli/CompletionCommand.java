package dev.reflux.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options of reflux in a shell.",
        footer = {
            "",
            "Examples:",
            "  source <(reflux completion bash)                                    in ~/.bashrc",
            "  source <(reflux completion zsh)                                     in ~/.zshrc, after compinit",
            "  reflux completion fish > ~/.config/fish/completions/reflux.fish     once"
        })
final class CompletionCommand implements Callable<Integer> {

    /** The shells; the names are what a user types. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.bash;

    private final Invocation invocation;

    CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        CommandLine all = Commands.of(new Invocation(invocation.surroundings(), List.of()), List.of());
        invocation.printDocument(
                switch (shell) {
                    case bash -> BashCompletion.of(all);
                    case zsh -> BashCompletion.forZsh(all);
                    case fish -> FishCompletion.of(all);
                });
        return ExitCode.DONE;
    }
}
