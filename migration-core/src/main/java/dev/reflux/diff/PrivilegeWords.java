package dev.reflux.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Which privileges there are.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class PrivilegeWords {

    /** The first version in which {@code MAINTAIN} can be granted. */
    private static final int MAINTAIN_VERSION = 17;

    private static final List<String> TABLES =
            List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");

    private PrivilegeWords() {}

    /**
     * All privileges on objects of a sort; empty where there is but one, which says more than {@code ALL}.
     *
     * @param objects the word for the sort as {@code GRANT} takes it, or its plural
     */
    static List<String> all(String objects, int majorVersion) {
        return switch (objects) {
            case "TABLE", "TABLES" -> tables(majorVersion);
            case "SEQUENCE", "SEQUENCES" -> List.of("SELECT", "UPDATE", "USAGE");
            case "SCHEMA", "SCHEMAS" -> List.of("CREATE", "USAGE");
            case "LARGE OBJECTS" -> List.of("SELECT", "UPDATE");
            default -> List.of();
        };
    }

    private static List<String> tables(int majorVersion) {
        List<String> all = new ArrayList<>(TABLES);
        if (majorVersion >= MAINTAIN_VERSION) {
            all.add("MAINTAIN");
        }
        return all;
    }
}
