package dev.reflux.test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Finds the messages in one direction of a connection, however the network cut them: a byte of type, four bytes of
 * length (which counts itself), and the content. For one thread.
 */
final class MessageReader {

    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private final Listener listener;
    private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int missing;

    /** Who is shown the messages. */
    @FunctionalInterface
    interface Listener {
        /** Takes the type of a message, as the protocol's letter, and its content. */
        void message(char type, byte[] content);
    }

    MessageReader(Listener listener) {
        this.listener = listener;
    }

    /** Takes the next bytes, and passes on the messages that end in them. */
    void read(byte[] bytes, int length) {
        int position = 0;
        while (position < length) {
            int wanted = header.hasRemaining() ? header.remaining() : missing;
            int taken = Math.min(wanted, length - position);
            if (header.hasRemaining()) {
                header.put(bytes, position, taken);
                missing = header.hasRemaining() ? 0 : header.getInt(1) - Integer.BYTES;
            } else {
                content.write(bytes, position, taken);
                missing -= taken;
            }
            position += taken;
            if (!header.hasRemaining() && missing == 0) {
                listener.message((char) header.get(0), content.toByteArray());
                header.clear();
                content.reset();
            }
        }
    }
}
