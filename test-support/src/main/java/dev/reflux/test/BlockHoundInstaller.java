package dev.reflux.test;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.blockhound.BlockHound;

/**
 * Installs BlockHound before the first test: from then on a blocking call on a thread of Reactor or Netty that must not
 * block throws. The threads of JUnit, and every other ordinary thread, may block.
 *
 * <p>JUnit finds this class as a service. The JVM needs {@code -XX:+AllowRedefinitionToAddDeleteMethods}; without it
 * BlockHound stops the run and says so.
 */
public final class BlockHoundInstaller implements LauncherSessionListener {

    /** Made by JUnit. */
    public BlockHoundInstaller() {}

    /** Maven looks for the tests of a module in its own JVM before it starts those in which they run. */
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("maven.home") == null) {
            BlockHound.install();
        }
    }
}
