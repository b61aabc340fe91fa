package dev.reflux.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One direction of a proxied connection. What arrives is shown to a reader at once, and goes on after the delay; what
 * comes close together stays close together, for a delay is a longer line, not a narrower one.
 */
final class Pipe {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int CHUNKS_IN_FLIGHT = 4096;

    private final Socket from;
    private final Socket to;
    private final MessageReader reader;
    private final Supplier<Duration> delay;
    private final Supplier<Fuse> fuse;
    private final BlockingQueue<Chunk> inFlight = new ArrayBlockingQueue<>(CHUNKS_IN_FLIGHT);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** Some bytes, and when they go on by {@link System#nanoTime}; no bytes are the end. */
    private record Chunk(ByteBuffer bytes, long due) {}

    Pipe(Socket from, Socket to, MessageReader reader, Supplier<Duration> delay, Supplier<Fuse> fuse) {
        this.from = from;
        this.to = to;
        this.reader = reader;
        this.delay = delay;
        this.fuse = fuse;
    }

    void start() {
        threads.add(Daemon.start("counting-proxy-in", this::receive));
        threads.add(Daemon.start("counting-proxy-out", this::send));
    }

    /** Waits until everything has been passed on. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void receive() throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                reader.read(buffer, length);
                inFlight.put(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, length)), due()));
            }
        } finally {
            inFlight.put(new Chunk(ByteBuffer.allocate(0), due()));
        }
    }

    private long due() {
        return System.nanoTime() + delay.get().toNanos();
    }

    /** Ends both sockets with its own end: neither side of PostgreSQL's protocol goes on when the other has left. */
    private void send() throws IOException, InterruptedException {
        try (from;
                to) {
            WritableByteChannel out = Channels.newChannel(to.getOutputStream());
            for (Chunk chunk = inFlight.take(); chunk.bytes.hasRemaining(); chunk = inFlight.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.due - System.nanoTime());
                Fuse watch = fuse.get();
                chunk.bytes.limit(watch.admit(chunk.bytes.remaining()));
                out.write(chunk.bytes);
                watch.passed();
            }
        } finally {
            inFlight.clear(); // The receiver may be waiting for a place.
        }
    }
}
