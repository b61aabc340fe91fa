package dev.reflux.sample.demo;

import dev.reflux.sample.demo.DemoDatabase.PhoneNumber;
import java.io.IOException;
import java.io.PrintStream;

/**
 * What the demo shows, once there is a server: the sample's revisions on a fresh database, with rows in it before the one
 * that changes rows.
 *
 * @param database to be made anew
 * @param reflux runs commands on it
 * @param out takes the story
 */
record Tour(DemoDatabase database, RefluxCommand reflux, PrintStream out) {

    /** The revision on which the customers of the demo come. */
    private static final String ADD_PHONE = "3f2a9c1b7d04";

    void show() throws IOException {
        new Progress(out).step("Creating an empty database", database::recreate);
        reflux.run("upgrade", ADD_PHONE);
        database.insertCustomers();
        out.printf("%nFive customers have come since, with phone numbers as people type them.%n");
        reflux.run("upgrade", "heads");
        showPhoneNumbers();
        reflux.run("current");
        reflux.run("history");
        showNextCommands();
    }

    private void showPhoneNumbers() {
        out.printf("%nOne of these revisions, \"normalise phone numbers\", has read the customers and updated them:%n");
        for (PhoneNumber number : database.phoneNumbers()) {
            out.printf(
                    "  %-16s %-20s %s%n",
                    number.name(), number.typed(), number.international().orElse("-"));
        }
    }

    private void showNextCommands() {
        out.printf("%nPostgreSQL keeps running. The connection string:%n  %s%n", database.url());
        out.printf("%nTry next:%n  export %s=%s%n", RefluxCommand.URL_VARIABLE, database.url());
        out.printf("  %s%n", reflux.typed("downgrade", "-1"));
        out.printf("  %s%n", reflux.typed("history", "--verbose"));
        out.printf("  %s%n", reflux.typed("downgrade", "base"));
        out.printf("  %s%n", reflux.typed("upgrade", "heads"));
        out.printf("  %s demo --stop%n", reflux.checkout().typedLauncher());
    }
}
