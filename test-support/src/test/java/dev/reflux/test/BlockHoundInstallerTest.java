package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BlockHoundInstallerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void blockingCall_onAParallelThread_throws() {
        Mono<Integer> blocking =
                Mono.fromCallable(BlockHoundInstallerTest::sleep).subscribeOn(Schedulers.parallel());

        assertThatThrownBy(() -> blocking.block(PATIENCE)).hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void blockingCall_onABoundedElasticThread_isAllowed() {
        Mono<Integer> blocking =
                Mono.fromCallable(BlockHoundInstallerTest::sleep).subscribeOn(Schedulers.boundedElastic());

        assertThatCode(() -> blocking.block(PATIENCE)).doesNotThrowAnyException();
    }

    @Test
    void randomNumbers_onAParallelThread_areAllowed() {
        Mono<Integer> random =
                Mono.just(new SecureRandom()).publishOn(Schedulers.parallel()).map(SecureRandom::nextInt);

        assertThatCode(() -> random.block(PATIENCE)).doesNotThrowAnyException();
    }

    @Test
    void blockingCall_onTheTestsThread_isAllowed() {
        assertThatCode(BlockHoundInstallerTest::sleep).doesNotThrowAnyException();
    }

    private static int sleep() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
        return 1;
    }
}
