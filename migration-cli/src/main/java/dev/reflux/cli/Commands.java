package dev.reflux.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The commands, by name. */
final class Commands {

    private static final List<String> HELP = List.of("-h", "--help");

    /** Arguments that ask for a page about the command and for nothing else. */
    static final List<String> PAGES = List.of("-h", "--help", "--version");

    /** Read by {@link Invocation} before the others are, since the file has values for them. */
    static final String CONFIG = "--config";

    /** Alembic's short form of --config. After the command it means something else to {@code current}. */
    static final String CONFIG_BEFORE_COMMAND = "-c";

    /** Alembic's spelling. */
    private static final Map<String, String> ALIASES = Map.of("ensure_version", "ensure-version");

    private static final Map<String, Function<Invocation, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("init", InitCommand::new);
        ALL.put("revision", RevisionCommand::new);
        ALL.put("merge", MergeCommand::new);
        ALL.put("upgrade", UpgradeCommand::new);
        ALL.put("downgrade", DowngradeCommand::new);
        ALL.put("stamp", StampCommand::new);
        ALL.put("resolve", ResolveCommand::new);
        ALL.put("plan", PlanCommand::new);
        ALL.put("status", StatusCommand::new);
        ALL.put("current", CurrentCommand::new);
        ALL.put("history", HistoryCommand::new);
        ALL.put("heads", HeadsCommand::new);
        ALL.put("branches", BranchesCommand::new);
        ALL.put("show", ShowCommand::new);
        ALL.put("edit", EditCommand::new);
        ALL.put("ensure-version", EnsureVersionCommand::new);
        ALL.put("graph", GraphCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("diff", DiffCommand::new);
        ALL.put("verify", VerifyCommand::new);
        ALL.put("doctor", DoctorCommand::new);
        ALL.put("adopt", AdoptCommand::new);
        ALL.put("completion", CompletionCommand::new);
    }

    private Commands() {}

    /** The names, in the order of the help. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The command line with those commands that the arguments mention, or with all. To read the annotations of a command
     * takes milliseconds, and one command runs.
     */
    static CommandLine of(Invocation invocation, List<String> arguments) {
        CommandSpec root = CommandSpec.forAnnotatedObject(new RefluxCommand());
        root.addMixin("global", CommandSpec.forAnnotatedObject(invocation.options()));
        root.addOption(OptionSpec.builder(HELP.toArray(String[]::new))
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help, or that of a command.")
                .build());
        root.addOption(OptionSpec.builder(CONFIG)
                .type(String.class)
                .paramLabel("FILE")
                .scopeType(ScopeType.INHERIT)
                .description("The settings. Otherwise reflux.properties in the working directory or above it.")
                .build());
        root.addOption(OptionSpec.builder(CONFIG_BEFORE_COMMAND)
                .type(String.class)
                .paramLabel("FILE")
                .description("The same as --config; only before the command.")
                .build());
        root.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        List<String> needed = needed(arguments);
        ALL.forEach((name, command) -> {
            if (needed.contains(name)) {
                root.addSubcommand(name, new CommandLine(command.apply(invocation)));
            }
        });
        CommandLine line = new CommandLine(root).setCaseInsensitiveEnumValuesAllowed(true);
        line.getSubcommands().values().forEach(HelpLayout::ofCommand);
        HelpLayout.ofProgram(line);
        return line;
    }

    /** All, if there is none or if help comes first: then the page of the whole program is asked for. */
    private static List<String> needed(List<String> arguments) {
        List<String> mentioned = arguments.stream()
                .map(argument -> ALIASES.getOrDefault(argument, argument))
                .filter(argument -> ALL.containsKey(argument) || HELP.contains(argument))
                .toList();
        return mentioned.isEmpty() || HELP.contains(mentioned.get(0)) ? names() : mentioned;
    }
}
