package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Command.Effect;
import dev.reflux.sql.Script;
import java.util.ArrayList;
import java.util.List;

/** Cuts the statements of scripts into messages, and ends the settings of each script with it. */
final class Course {

    /** In characters: a modest message, and few of them. */
    private static final int LONGEST = 256 * 1024;

    private final Line ours;
    private final long mostLocks;
    private final Settings settings = new Settings();
    private final List<Part> parts = new ArrayList<>();
    private List<Line> carried = List.of();
    private List<Line> lines = new ArrayList<>();
    private long length;
    private long locks;

    /**
     * @param ours sets what holds when a script begins
     * @param mostLocks how many locks one message may take, by the {@link LockEstimate}
     */
    private Course(Line ours, long mostLocks) {
        this.ours = ours;
        this.mostLocks = mostLocks;
    }

    /**
     * One message.
     *
     * @param carried what has to be set again before it, if a transaction has ended since
     * @param lines the statements
     */
    record Part(List<Line> carried, List<Line> lines) {
        Part {
            carried = List.copyOf(carried);
            lines = List.copyOf(lines);
        }
    }

    static List<Part> of(List<Command> commands, Line ours, long mostLocks) {
        return new Course(ours, mostLocks).take(commands);
    }

    private List<Part> take(List<Command> commands) {
        Script script = Script.EMPTY;
        lines.add(ours);
        for (Command command : commands) {
            if (!command.place().script().equals(script)) {
                script = command.place().script();
                endSettings();
            }
            take(command);
        }
        endSettings();
        cut();
        return List.copyOf(parts);
    }

    private void take(Command command) {
        long more = LockEstimate.of(command);
        if (locks + more > mostLocks && !lines.isEmpty()) {
            cut();
        }
        lines.add(Line.of(command));
        length += command.sql().length();
        locks += more;
        if (command.effect() == Effect.SETTING) {
            settings.add(command);
        }
        if (length > LONGEST || command.effect() == Effect.NEEDS_COMMIT) {
            cut();
        }
    }

    private void endSettings() {
        if (!settings.made().isEmpty()) {
            lines.addAll(settings.end());
            lines.add(ours);
        }
    }

    private void cut() {
        if (!lines.isEmpty()) {
            parts.add(new Part(carried, lines));
        }
        carried = settings.made();
        lines = new ArrayList<>();
        length = 0;
        locks = 0;
    }
}
