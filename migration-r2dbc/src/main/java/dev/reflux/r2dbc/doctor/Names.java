package dev.reflux.r2dbc.doctor;

/** Names in SQL that a person is told to run. */
final class Names {

    private Names() {}

    /** The name as it is safe to write, whatever is in it. */
    static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
