package dev.reflux.sample.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demo remembers of its server from one call to the next.
 *
 * @param archive the name of the PostgreSQL that made the cluster
 * @param port on the loopback address
 * @param password of the superuser
 */
record ServerSettings(String archive, int port, String password) {

    static final String HOST = "127.0.0.1";
    static final String USER = "postgres";

    private static final int PASSWORD_BITS = 80;

    /** Settings for a new cluster: a free port, a random password. */
    static ServerSettings create(Archive archive) throws IOException {
        String password = new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
        return new ServerSettings(archive.name(), freePort(), password);
    }

    /** The settings that were written to this file; empty if there are none, or no whole ones. */
    static Optional<ServerSettings> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return property(properties, "port")
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .flatMap(port -> property(properties, "archive")
                        .flatMap(archive -> property(properties, "password")
                                .map(password -> new ServerSettings(archive, port, password))));
    }

    private static Optional<String> property(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name));
    }

    /** Writes them for the owner of the file alone. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("archive", archive);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("password", password);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The server of ./reflux demo");
        }
    }

    /** The same with a port that nobody listens on: this one if it is free. */
    ServerSettings withFreePort() throws IOException {
        return isPortTaken() ? new ServerSettings(archive, freePort(), password) : this;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether somebody listens on the port. */
    boolean isPortTaken() {
        try (ServerSocket socket = listen(port)) {
            return !socket.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    /** The connection string of a database of the server. */
    String url(String database) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(USER, password, HOST, port, database);
    }

    /** The same without the password. */
    @Override
    public String toString() {
        return "%s on port %d".formatted(archive, port);
    }
}
