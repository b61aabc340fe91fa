package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.cli.ErrorLines.Detail;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** One run of the command, in a process of its own or inside another one. */
final class Cli {

    private final Invocation invocation;
    private final ConfiguredOptions configured;
    private final List<String> arguments;
    private final ErrorLines errors;

    private Cli(List<String> arguments, Surroundings surroundings) {
        this.invocation = new Invocation(surroundings, arguments);
        this.configured = new ConfiguredOptions(invocation::settings);
        this.arguments = arguments;
        this.errors = new ErrorLines(Secrets.of(arguments));
    }

    /**
     * Runs a command and waits for its end.
     *
     * @param arguments as typed, without the name of the program
     * @return the exit code
     */
    static int run(List<String> arguments, Surroundings surroundings) {
        return new Cli(arguments, surroundings).run();
    }

    private int run() {
        CommandLine line = Commands.of(invocation, arguments);
        line.setOut( // help pages are ASCII
                new PrintWriter(invocation.surroundings().out().stream(), true, StandardCharsets.US_ASCII));
        if (arguments.stream().noneMatch(Commands.PAGES::contains)) {
            line.setDefaultValueProvider(configured);
        }
        line.setExecutionStrategy(parsed -> execute(line, parsed));
        line.setParameterExceptionHandler((error, ignored) -> {
            invocation
                    .terminal()
                    .print(new UsageErrors(errors, argument -> configured.origin(argument, arguments)).explain(error));
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((error, ignored, parsed) -> failed(error));
        try {
            return line.execute(arguments.toArray(String[]::new));
        } catch (MigrationException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return failed(e);
        } finally {
            invocation.terminal().flush();
        }
    }

    private int execute(CommandLine line, ParseResult parsed) {
        try {
            configured.turnOn(parsed);
        } catch (MigrationException e) {
            return failed(e);
        }
        Palette palette = invocation.palette(invocation.surroundings().out());
        line.setColorScheme(Help.defaultColorScheme(palette == Palette.ANSI ? Ansi.ON : Ansi.OFF));
        return new RunLast().execute(parsed);
    }

    private int failed(Throwable error) {
        if (error instanceof InterruptedWorkException) {
            return ExitCode.INTERRUPTED; // and it has said so
        }
        Detail detail = invocation.options().stackTrace() ? Detail.STACK_TRACE : Detail.SENTENCE;
        invocation.terminal().print(errors.of(error, detail));
        return ExitCode.of(error);
    }
}
