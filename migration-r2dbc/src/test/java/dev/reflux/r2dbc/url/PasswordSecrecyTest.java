package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.MigrationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a password, and however it breaks the URL, no piece of it comes out again. The one exception cannot be
 * told apart: in {@code postgresql://ann:pass@word}, which has no host, "word" is the host.
 */
class PasswordSecrecyTest {

    private static final long SEED = 20261121L;
    private static final int ROUNDS = 5_000;
    private static final String HOSTILE = "@@//::%%??##&&==  +;,[]{}()'\"\\$!|<>^~`\t\u00e4\u20ac";
    private static final String LETTERS = "QXZJKVWqxzjkvw";
    private static final List<String> FORMS = List.of(
            "postgresql://ann:%s@db/shop?sslmode=require",
            "postgresql://ann:%s@db/shop",
            "postgresql://ann:%s@[::1]:5433/shop",
            "postgresql://:%s@db/shop",
            "postgresql://ann:%s@db:x/shop",
            "postgresql://%s@db/shop?sslmode=wrong",
            "postgresql://ann:%s@d b/shop?ssmode=require",
            "postgresql://ann:%s@db/shop?sslmode=wrong&foo=bar",
            "postgresql://ann@db/shop?password=%s&sslmode=require",
            "postgresql://ann@db/shop?sslpassword=%s",
            "postgres:/ann:%s@db/shop",
            "postgresql+asyncpg://ann:%s@db/shop",
            "jdbc:postgresql://db/shop?user=ann&password=%s",
            "jdbc:postgresql://db/shop?password=%s&user=ann&ssl=true",
            "jdbc:postgresql://ann:%s@db/shop",
            "r2dbc:postgresql://ann:%s@db/shop",
            "r2dbc:pool:postgresql://ann:%s@db/shop?maxSize=3",
            "r2dbc:postgresql:failover://ann:%s@a,b/shop",
            "host=db user=ann password=%s",
            "host=db user=ann password='%s' sslmode=require",
            "mysql://ann:%s@db/shop",
            "ann:%s@db/shop",
            "%s");

    /** A password that no message contains by chance: pieces of rare letters between hostile characters. */
    private record Password(List<String> pieces, String raw) {

        static Password random(Random random) {
            List<String> pieces = Stream.generate(() -> piece(random)).limit(3).toList();
            StringBuilder raw = new StringBuilder(hostile(random, 0));
            for (String piece : pieces) {
                raw.append(piece).append(hostile(random, piece.equals(pieces.get(2)) ? 0 : 1));
            }
            return new Password(pieces, raw.toString());
        }

        private static String hostile(Random random, int least) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(3) + least; i > 0; i--) {
                text.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
            }
            return text.toString();
        }

        private static String piece(Random random) {
            StringBuilder piece = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                piece.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            return piece.toString();
        }
    }

    @Test
    void anyPassword_encodedOrNot_neverComesOutAgain() {
        Random random = new Random(SEED);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Password password = Password.random(random);
            String form = FORMS.get(random.nextInt(FORMS.size()));
            String text = random.nextBoolean() ? PercentCode.encode(password.raw()) : password.raw();
            String url = form.replace("%s", text);
            String said = said(() -> ConnectionUrl.parse(url)) + said(() -> lookup(url));
            accepted += said.contains("postgresql://ann@") ? 1 : 0;
            assertThat(said).as("seed %d, round %d, form %s", SEED, round, form).doesNotContain(password.pieces());
        }
        assertThat(accepted).as("URLs that were read").isBetween(ROUNDS / 4, ROUNDS);
    }

    @Test
    void encodedPassword_inUrlForms_arrivesUnchanged() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS / 10; round++) {
            String raw = Password.random(random).raw();
            String encoded = strictlyEncoded(raw);
            for (String form : List.of(FORMS.get(0), FORMS.get(12), FORMS.get(15))) {
                assertThat(ConnectionUrl.parse(form.replace("%s", encoded))
                                .options()
                                .getValue(ConnectionFactoryOptions.PASSWORD))
                        .as("seed %d, round %d, form %s", SEED, round, form)
                        .isEqualTo(raw);
            }
        }
    }

    private static String strictlyEncoded(String raw) {
        return PercentCode.encode(raw).replace("/", "%2F").replace(":", "%3A").replace(",", "%2C");
    }

    private static LocatedUrl lookup(String url) {
        return new ConnectionUrlLookup(Optional.empty(), Map.of("DATABASE_URL", url), Map.of(), Map.of()).find();
    }

    /** Everything that a caller could print. */
    private static String said(Supplier<?> action) {
        try {
            Object result = action.get();
            ConnectionUrl url = result instanceof LocatedUrl located ? located.url() : (ConnectionUrl) result;
            return result
                    + url.redacted()
                    + url.options()
                    + url.notices()
                    + url.connectionFactory()
                    + url.host()
                    + url.user()
                    + url.database();
        } catch (MigrationException refused) {
            StringWriter trace = new StringWriter();
            refused.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
