package dev.reflux.test;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * One client's connection to the proxy, and the proxy's to the server.
 *
 * <p>The first messages of a client have no type, only a length and a code (<a
 * href="https://www.postgresql.org/docs/current/protocol-message-formats.html">message formats</a>): it may ask for
 * encryption, more than once and in two manners, before it introduces itself or asks to cancel another connection's
 * query.
 */
final class ProxiedConnection {

    private static final int CANCEL_REQUEST = 80877102;
    private static final int SSL_REQUEST = 80877103;
    private static final int ENCRYPTED_GSS_REQUEST = 80877104;
    private static final int LONGEST_STARTUP_BYTES = 10_000;

    private final Socket client;
    private final Tally tally;
    private final Supplier<Duration> delay;
    private final Supplier<Fuse> fuse;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    ProxiedConnection(Socket client, Tally tally, Supplier<Duration> delay, Supplier<Fuse> fuse) {
        this.client = client;
        this.tally = tally;
        this.delay = delay;
        this.fuse = fuse;
        sockets.add(client);
    }

    /** Serves the connection until one of the two ends is gone. */
    void run(DatabaseAddress address) throws IOException, InterruptedException {
        try (client) {
            Optional<byte[]> startup = startup();
            if (startup.isPresent()) {
                try (Socket server = new Socket(address.host(), address.port())) {
                    sockets.add(server);
                    serve(server, startup.get());
                }
            }
        }
    }

    /** Ends both connections with a reset. */
    void reset() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It has been closed already.
            }
        }
    }

    /** Declines encryption until another packet comes, and returns that one; nothing if the client leaves. */
    private Optional<byte[]> startup() throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        while (true) {
            int length = in.readInt();
            if (length < 8 || length > LONGEST_STARTUP_BYTES) {
                return Optional.empty();
            }
            byte[] packet = new byte[length];
            ByteBuffer.wrap(packet).putInt(length);
            in.readFully(packet, Integer.BYTES, length - Integer.BYTES);
            int code = ByteBuffer.wrap(packet).getInt(Integer.BYTES);
            if (code != SSL_REQUEST && code != ENCRYPTED_GSS_REQUEST) {
                tally.connected(code == CANCEL_REQUEST ? Tally.Purpose.CANCEL : Tally.Purpose.WORK);
                return Optional.of(packet);
            }
            client.getOutputStream().write('N');
        }
    }

    private void serve(Socket server, byte[] startup) throws IOException, InterruptedException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        server.getOutputStream().write(startup);
        Conversation conversation = new Conversation(tally);
        MessageReader questions = new MessageReader(conversation::fromClient);
        MessageReader answers = new MessageReader(conversation::fromServer);
        Pipe up = new Pipe(client, server, questions, delay, fuse);
        Pipe down = new Pipe(server, client, answers, delay, fuse);
        up.start();
        down.start();
        up.join();
        down.join();
    }
}
