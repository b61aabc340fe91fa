package dev.reflux.test;

import java.util.concurrent.atomic.AtomicLong;

/** Lets a number of bytes through, of both directions together, and then blows. Thread-safe. */
final class Fuse {

    private final AtomicLong left;
    private final Runnable blow;

    Fuse(long bytes, Runnable blow) {
        this.left = new AtomicLong(bytes);
        this.blow = blow;
    }

    static Fuse none() {
        return new Fuse(Long.MAX_VALUE, () -> {});
    }

    /** How many of these bytes may pass. */
    int admit(int bytes) {
        long before = left.getAndAdd(-bytes);
        return (int) Math.max(0, Math.min(bytes, before));
    }

    /** To be called when the admitted bytes have passed. */
    void passed() {
        if (left.get() < 0) {
            blow.run();
        }
    }
}
