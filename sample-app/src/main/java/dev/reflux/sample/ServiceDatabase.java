package dev.reflux.sample;

import dev.reflux.sample.demo.LocalServer;

/** Where the data of the service are. */
sealed interface ServiceDatabase {

    /** The connection string. */
    String url();

    /** Called when the service no longer needs it. */
    void close();

    /** One that somebody else looks after. */
    record Given(String url) implements ServiceDatabase {
        @Override
        public void close() {}

        @Override
        public String toString() {
            return "a given database";
        }
    }

    /** One on a server of the service's own; the last instance that leaves stops it. */
    record Local(LocalServer server) implements ServiceDatabase {
        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void close() {
            server.stopIfUnused();
        }
    }
}
