package dev.reflux.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What a help page has on it, and where. */
final class HelpLayout {

    private static final int WIDTH = 100;

    private HelpLayout() {}

    /** The page of the whole program. */
    static void ofProgram(CommandLine line) {
        common(line);
    }

    /** The page of a command: its own options, and where the others are. */
    static void ofCommand(CommandLine line) {
        common(line);
        line.getCommandSpec()
                .usageMessage()
                .parameterListHeading("%nParameters:%n")
                .optionListHeading("%n");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::ownOptions);
    }

    private static void common(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .width(WIDTH)
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n");
    }

    private static String ownOptions(Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited() && option.group() == null)
                .toList();
        return (own.isEmpty() ? "" : "Options:" + System.lineSeparator() + help.optionListExcludingGroups(own))
                + help.optionListGroupSections()
                + System.lineSeparator()
                + "Every command also takes --url, --dir, --verbose and more: reflux --help" + System.lineSeparator();
    }
}
