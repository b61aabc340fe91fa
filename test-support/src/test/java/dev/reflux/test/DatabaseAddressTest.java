package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void url_withEverything_isReadAndWritten() {
        DatabaseAddress address =
                DatabaseAddress.from("postgres://some%40one:a%2Fb%3F@db.example.com:5433/app?sslmode=require");

        assertThat(address.user()).isEqualTo("some@one");
        assertThat(address.password()).isEqualTo("a/b?");
        assertThat(address.host()).isEqualTo("db.example.com");
        assertThat(address.port()).isEqualTo(5433);
        assertThat(address.withDatabase("other").url())
                .isEqualTo("postgresql://some%40one:a%2Fb%3F@db.example.com:5433/other?sslmode=require");
    }

    @Test
    void url_withoutPort_meansTheDefaultPort() {
        assertThat(DatabaseAddress.from("postgresql://u:p@localhost/app").port())
                .isEqualTo(5432);
    }

    @Test
    void url_ofAnotherKind_isRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> DatabaseAddress.from("jdbc:postgresql://u:secret@localhost/app"))
                .hasMessageContaining("postgresql://user:password@host:port/database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void hostAndPort_changed_leaveTheRest() {
        assertThat(DatabaseAddress.from("postgresql://u:p@db/app")
                        .withHostAndPort("127.0.0.1", 1)
                        .url())
                .isEqualTo("postgresql://u:p@127.0.0.1:1/app");
    }
}
