package dev.reflux.sample.demo;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. PostgreSQL refuses to run as root, so for root there are two ways around it.
 *
 * @param prefix what stands before a command
 * @param owner the id of the user who has to own what the server writes, where that is not who started the demo
 */
record ServerUser(List<String> prefix, Optional<Integer> owner) {

    private static final int NOBODY_ID = 65534;

    /** Who started the demo. */
    private static final ServerUser CALLER = new ServerUser(List.of(), Optional.empty());

    /** Root in a user namespace, in which it is nobody and yet owns its files. */
    private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "--user"), Optional.empty());

    /** Nobody. For containers, where root may not make a namespace. */
    private static final ServerUser NOBODY = new ServerUser(
            List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups"),
            Optional.of(NOBODY_ID));

    ServerUser {
        prefix = List.copyOf(prefix);
    }

    /**
     * The user for this process.
     *
     * @param directory of the demo, which the server has to reach
     */
    static ServerUser current(Path directory) throws IOException {
        long caller = new UnixSystem().getUid();
        if (((Integer) Files.getAttribute(directory, "unix:uid")) != caller) {
            throw new DemoException(
                    "The demo in %s belongs to the user \"%s\", and so does its server.\nRun it as that user."
                            .formatted(directory, Files.getOwner(directory).getName()));
        }
        if (caller != 0) {
            return CALLER;
        }
        if (NAMESPACE.can("id", "-un")) {
            return NAMESPACE;
        }
        if (NOBODY.can("test", "-x", directory.toString())) {
            return NOBODY;
        }
        throw new DemoException("PostgreSQL does not run as root, and this system lets root neither make a user"
                + " namespace (unshare --user) nor reach " + directory + " as another user (setpriv).\nRun the demo as"
                + " an ordinary user, or run the same migrations on a database of your own:\n  "
                + Checkout.OWN_DATABASE_COMMAND);
    }

    private boolean can(String... probe) throws IOException {
        try {
            return command(List.of(probe)).discard() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The command that runs these words as this user. */
    Command command(List<String> words) {
        return new Command(Stream.concat(prefix.stream(), words.stream()).toList());
    }

    /** Lets the server write to a file or an empty directory. */
    void give(Path path) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(path, "unix:uid", owner.get());
            Files.setAttribute(path, "unix:gid", owner.get());
        }
    }
}
