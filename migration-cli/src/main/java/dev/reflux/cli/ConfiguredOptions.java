package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.cli.Settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Takes from the settings what was not typed. The setting {@code format} is that of new revisions; pictures have a format of
 * their own.
 *
 * <p>Options with a value get it while the arguments are read. Switches are set afterwards, for picocli takes a switch that is
 * on from the beginning for one that is turned off when it is typed.
 *
 * @param settings looked for when they are needed
 */
record ConfiguredOptions(Supplier<Settings> settings) implements IDefaultValueProvider {

    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "0");

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return isSwitch(argument) ? null : setting(argument).map(Setting::text).orElse(null);
    }

    /**
     * Turns on the switches that the settings turn on.
     *
     * @throws MigrationException if a value is neither yes nor no
     */
    void turnOn(ParseResult parsed) {
        for (OptionSpec option : parsed.commandSpec().options()) {
            if (isSwitch(option) && !parsed.hasMatchedOption(option)) {
                setting(option).filter(ConfiguredOptions::isTrue).ifPresent(setting -> option.setValue(true));
            }
        }
        if (parsed.hasSubcommand()) {
            turnOn(parsed.subcommand());
        }
    }

    private static boolean isTrue(Setting setting) {
        String text = setting.text().toLowerCase(Locale.ROOT);
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw new MigrationException(
                    "\"" + setting.text() + "\", which is " + setting.origin() + ", is neither true nor false.");
        }
        return TRUE.contains(text);
    }

    private static boolean isSwitch(ArgSpec argument) {
        return argument.arity().max() == 0;
    }

    /** Where the value of an option comes from that was not typed; empty if it was, or has none. */
    Optional<String> origin(ArgSpec argument, List<String> arguments) {
        if (argument instanceof OptionSpec option
                && List.of(option.names()).stream().anyMatch(name -> isTyped(name, arguments))) {
            return Optional.empty();
        }
        return setting(argument).map(Setting::origin);
    }

    private static boolean isTyped(String name, List<String> arguments) {
        return arguments.stream().anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "="));
    }

    private Optional<Setting> setting(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.longestName().startsWith("--")
                ? Optional.of(option.longestName().substring(2))
                        .filter(ProjectFile.OF_OPTIONS::contains)
                        .filter(name -> !name.equals("format") || argument.type() == NewRevisionOptions.Format.class)
                        .flatMap(name -> settings.get().find(name))
                : Optional.empty();
    }
}
