package dev.reflux.sql;

/** The backslash commands of psql, which the server does not know, and what takes their place. */
final class PsqlCommand {

    private static final int SHOWN = 40;

    private PsqlCommand() {}

    /**
     * Refuses a command.
     *
     * @param line from the backslash to the end of the line
     */
    static Refusal refuse(String line) {
        String command = line.strip();
        String shown = command.length() > SHOWN ? command.substring(0, SHOWN) + "…" : command;
        return new Refusal("\"" + shown + "\" is a command of psql, not SQL.", remedy(name(command)));
    }

    private static String name(String command) {
        int end = 1;
        while (end < command.length() && !Ascii.isSpace(command.charAt(end))) {
            end++;
        }
        return command.substring(1, end);
    }

    private static String remedy(String name) {
        return switch (name) {
            case "restrict", "unrestrict" -> "Delete the line: pg_dump writes it for psql alone.";
            case "i", "ir", "include", "include_relative" ->
                "Put the statements of that file here, or into a revision of their own.";
            case "set", "gset", "unset" -> "There are no variables here: write the value where it is used.";
            case "c", "connect" -> "Delete the line: a run stays in the database that it is connected to.";
            case "copy", ".", "N" -> "Write INSERT statements instead of COPY; pg_dump --inserts does.";
            case "if", "elif", "else", "endif" -> "Write the condition as a DO block.";
            case "gexec" -> "Write the loop as a DO block with EXECUTE.";
            default -> "Delete the line, or say the same in SQL.";
        };
    }
}
