package dev.reflux.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A PostgreSQL that answers every query with one row of the state table, for {@link Training}. It speaks as much of the
 * protocol (<a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">message formats</a>) as a login
 * without a password and simple queries need.
 */
final class PretendServer implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int TEXT = 25;
    private static final int BIGINT = 20;
    private static final int INTEGER = 23;
    private static final int TIMESTAMP_WITH_TIME_ZONE = 1184;

    private static final List<Column> ROW = List.of(
            new Column("revision", TEXT, "a1"),
            new Column("message", TEXT, "training"),
            new Column("checksum", TEXT, "00"),
            new Column("applied_at", TIMESTAMP_WITH_TIME_ZONE, "2026-11-21 10:30:00.123456+00"),
            new Column("duration_ms", BIGINT, "12"),
            new Column("applied_by", TEXT, "nobody"),
            new Column("state", TEXT, "applied"),
            new Column("step_position", INTEGER, "0"));

    private final ServerSocket socket;

    /** A column of the answer, with its type and its value as text. */
    private record Column(String name, int type, String value) {}

    /** What goes into the body of a message. */
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private PretendServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Begins to listen, on a port of this machine that nobody else uses. */
    static PretendServer start() throws IOException {
        PretendServer server = new PretendServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::serve, "reflux-pretend-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Where it listens. */
    String url() {
        return "postgresql://nobody@" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort()
                + "/training";
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(new DataInputStream(client.getInputStream()), client.getOutputStream());
            } catch (IOException e) {
                // The client has gone, or the server is closed: the next one, or the end.
            }
        }
    }

    private static void converse(DataInputStream in, OutputStream out) throws IOException {
        while (body(in).readInt() == SSL_REQUEST) {
            out.write('N');
        }
        send(out, 'R', body -> body.writeInt(0));
        send(out, 'S', body -> body.write(text("server_version", "15.0")));
        send(out, 'S', body -> body.write(text("TimeZone", "UTC")));
        send(out, 'K', body -> {
            body.writeInt(1);
            body.writeInt(1);
        });
        ready(out);
        while (in.read() == 'Q') {
            body(in);
            answer(out);
        }
    }

    private static DataInputStream body(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt() - Integer.BYTES];
        in.readFully(bytes);
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static void answer(OutputStream out) throws IOException {
        send(out, 'T', body -> {
            body.writeShort(ROW.size());
            for (Column column : ROW) {
                body.write(text(column.name()));
                body.writeInt(0);
                body.writeShort(0);
                body.writeInt(column.type());
                body.writeShort(-1);
                body.writeInt(-1);
                body.writeShort(0);
            }
        });
        send(out, 'D', body -> {
            body.writeShort(ROW.size());
            for (Column column : ROW) {
                byte[] value = column.value().getBytes(StandardCharsets.UTF_8);
                body.writeInt(value.length);
                body.write(value);
            }
        });
        send(out, 'C', body -> body.write(text("SELECT 1")));
        ready(out);
    }

    private static void ready(OutputStream out) throws IOException {
        send(out, 'Z', body -> body.write('I'));
        out.flush();
    }

    private static void send(OutputStream out, char type, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        DataOutputStream data = new DataOutputStream(out);
        data.write(type);
        data.writeInt(bytes.size() + Integer.BYTES);
        data.write(bytes.toByteArray());
    }

    private static byte[] text(String... words) {
        return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
