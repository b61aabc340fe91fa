package dev.reflux.r2dbc;

import dev.reflux.test.TestDatabase;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port on which a database wakes up: what it does to each connection is written down before, one after the other; then it
 * lets them through.
 */
final class Gate implements AutoCloseable {

    /** What becomes of a connection. */
    enum Manner {
        /** It is reset as soon as it stands. */
        RESET,
        /** The server says that it is starting up. */
        STARTING_UP,
        /** It is accepted, and nobody ever answers. */
        SILENCE
    }

    private final TestDatabase database;
    private final int port;
    private final Deque<Manner> manners;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile ServerSocket listener;

    private Gate(TestDatabase database, ServerSocket listener, List<Manner> manners) {
        this.database = database;
        this.port = listener.getLocalPort();
        this.listener = listener;
        this.manners = new ArrayDeque<>(manners);
    }

    /** A port that listens from now on. */
    static Gate open(TestDatabase database, Manner... manners) throws IOException {
        Gate gate = closed(database, manners);
        gate.open();
        return gate;
    }

    /** A port that is not listened on until {@link #open()}. */
    static Gate closed(TestDatabase database, Manner... manners) throws IOException {
        ServerSocket found = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        found.close();
        return new Gate(database, found, List.of(manners));
    }

    int port() {
        return port;
    }

    /** How many connections there were. */
    int accepted() {
        return accepted.get();
    }

    void open() {
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::acceptUntilClosed);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One of the ends has closed.
                    }
                },
                "gate");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptUntilClosed() throws IOException {
        while (true) {
            Socket client = listener.accept();
            sockets.add(client);
            accepted.incrementAndGet();
            Manner manner = manners.poll();
            if (manner == null) {
                pass(client);
            } else {
                start(() -> treat(client, manner));
            }
        }
    }

    private static void treat(Socket client, Manner manner) throws IOException {
        switch (manner) {
            case RESET -> {
                client.setSoLinger(true, 0);
                client.close();
            }
            case STARTING_UP -> {
                DataInputStream in = new DataInputStream(client.getInputStream());
                in.skipNBytes(in.readInt() - Integer.BYTES);
                client.getOutputStream().write(error("57P03", "the database system is starting up"));
                client.close();
            }
            case SILENCE -> {}
        }
    }

    /** An ErrorResponse of the protocol. */
    private static byte[] error(String sqlState, String message) {
        byte[] fields = ("SFATAL\0VFATAL\0C" + sqlState + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + fields.length)
                .put((byte) 'E')
                .putInt(Integer.BYTES + fields.length)
                .put(fields)
                .array();
    }

    private void pass(Socket client) throws IOException {
        Socket server = new Socket(database.host(), database.port());
        start(() -> copy(client, server));
        start(() -> copy(server, client));
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        }
    }
}
