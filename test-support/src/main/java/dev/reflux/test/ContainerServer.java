package dev.reflux.test;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.PullResponseItem;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.r2dbc.R2DBCDatabaseContainerProvider;

/**
 * A PostgreSQL in a container, started by Testcontainers' R2DBC support and removed by Testcontainers when this JVM
 * ends.
 */
final class ContainerServer {

    private static final int OLDEST_MAJOR = 14;
    private static final int NEWEST_MAJOR = 18;
    private static final int PULL_MINUTES = 3;

    private ContainerServer() {}

    /** There is no container engine, or no image that it could run. */
    static final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Unavailable(String reason, String remedy) {
            super("Cannot run the tests in a container: " + reason + ". " + remedy);
            this.reason = reason;
        }

        /** The reason, as a part of a sentence. */
        String reason() {
            return reason;
        }
    }

    /**
     * Starts a container of the image {@code postgres:<major>}. If that image is neither there nor can be pulled, the
     * newest major that is there takes its place, and the origin of the server says so.
     *
     * @throws Unavailable if no engine answers, or it has no image
     */
    static PostgresServer start(int major) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new Unavailable(
                    "no container engine answers",
                    "Start Docker (or set DOCKER_HOST), or remove -Dreflux.test.containers=require.");
        }
        DockerClient engine = DockerClientFactory.instance().client();
        int tag = availableTag(engine, major);
        String database = "reflux_" + UUID.randomUUID().toString().replace("-", "");
        ConnectionFactory factory = ConnectionFactories.get("r2dbc:tc:postgresql:///%s?%s=%d"
                .formatted(database, R2DBCDatabaseContainerProvider.IMAGE_TAG_OPTION.name(), tag));
        new BlockingClient(factory).query("SELECT 1");
        String origin = "in a container (postgres:%d%s) through Testcontainers"
                .formatted(tag, tag == major ? "" : ", for postgres:" + major + " is not to be had");
        return PostgresServer.connect(address(engine, database), factory, origin);
    }

    private static int availableTag(DockerClient engine, int major) {
        if (hasImage(engine, major) || pull(engine, major)) {
            return major;
        }
        return IntStream.iterate(NEWEST_MAJOR, tag -> tag >= OLDEST_MAJOR, tag -> tag - 1)
                .filter(tag -> hasImage(engine, tag))
                .findFirst()
                .orElseThrow(() -> new Unavailable(
                        "the image postgres:" + major + " is not there and cannot be pulled",
                        "Pull it, or any other from postgres:%d to postgres:%d."
                                .formatted(OLDEST_MAJOR, NEWEST_MAJOR)));
    }

    private static boolean hasImage(DockerClient engine, int tag) {
        try {
            engine.inspectImageCmd("postgres:" + tag).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Testcontainers itself would try for two minutes where there is no registry to pull from. Engines differ in how
     * they report a failure, so it is the image that tells whether the pull succeeded.
     */
    private static boolean pull(DockerClient engine, int tag) {
        try {
            engine.pullImageCmd("postgres")
                    .withTag(Integer.toString(tag))
                    .exec(new ResultCallback.Adapter<PullResponseItem>())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            return false;
        }
        return hasImage(engine, tag);
    }

    /**
     * Finds out where the container listens. The connection factory does not tell; the engine does. Among the
     * containers of this JVM, which bear the label of its session, ours is the one with our database in its
     * environment.
     */
    private static DatabaseAddress address(DockerClient engine, String database) {
        InspectContainerResponse container = engine
                .listContainersCmd()
                .withLabelFilter(
                        Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID))
                .exec()
                .stream()
                .map(Container::getId)
                .map(id -> engine.inspectContainerCmd(id).exec())
                .filter(found -> variable(found, "POSTGRES_DB").equals(Optional.of(database)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot find the container of database \"" + database
                        + "\" among those of this session. Run the tests with -Dreflux.test.containers=never."));
        return DatabaseAddress.of(
                DockerClientFactory.instance().dockerHostIpAddress(),
                mappedPort(container),
                variable(container, "POSTGRES_USER").orElseThrow(),
                variable(container, "POSTGRES_PASSWORD").orElseThrow());
    }

    private static Optional<String> variable(InspectContainerResponse container, String name) {
        String[] environment = container.getConfig().getEnv();
        return Arrays.stream(environment == null ? new String[0] : environment)
                .filter(entry -> entry.startsWith(name + "="))
                .map(entry -> entry.substring(name.length() + 1))
                .findFirst();
    }

    private static int mappedPort(InspectContainerResponse container) {
        Map<ExposedPort, Ports.Binding[]> bindings =
                container.getNetworkSettings().getPorts().getBindings();
        Ports.Binding[] found = bindings.get(ExposedPort.tcp(PostgreSQLContainer.POSTGRESQL_PORT));
        return Integer.parseInt(Objects.requireNonNull(found)[0].getHostPortSpec());
    }
}
