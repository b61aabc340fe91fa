package dev.reflux.test;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * The blocking calls of others that tests let pass: what the JDK, the driver, Netty and Reactor do on the event loop. None of it
 * is ours to change, and none of it waits for another party.
 *
 * <p>BlockHound finds this class as a service.
 */
public final class DriverAllowances implements BlockHoundIntegration {

    /** Made by BlockHound. */
    public DriverAllowances() {}

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // The first use of the JDK's networking, once in a JVM, reads the JDK's file conf/net.properties.
        builder.allowBlockingCallsInside("sun.net.NetProperties", "<clinit>");
        // A login by SCRAM and the set-up of TLS take random numbers, which the JDK now and then reads from a device.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // Netty's allocator takes a short lock of its own when several event loops ask for more memory at once.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "allocate");
        builder.allowBlockingCallsInside(
                "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines");
        // A thread that waits for the next element of a Flux holds this lock for as long as it takes to look for one.
        builder.allowBlockingCallsInside(
                "reactor.core.publisher.BlockingIterable$SubscriberIterator", "signalConsumer");
    }
}
