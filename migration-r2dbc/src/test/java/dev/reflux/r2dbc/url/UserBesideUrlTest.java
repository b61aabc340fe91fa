package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserBesideUrlTest {

    @Test
    void user_besideAUrlWithoutOne_logsIn() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://db.example.org/shop", Optional.of("owner"));

        assertThat(url.user()).isEqualTo("owner");
        assertThat(url.redacted()).isEqualTo("postgresql://owner@db.example.org:5432/shop");
    }

    @Test
    void user_besideAUrlWithOne_takesItsPlace() {
        assertThat(ConnectionUrl.parse("postgresql://ann@db.example.org/shop", Optional.of("owner"))
                        .user())
                .isEqualTo("owner");
    }

    @Test
    void user_thatNobodyNames_isAnError() {
        assertThatThrownBy(() -> ConnectionUrl.parse("postgresql://db.example.org/shop", Optional.empty()))
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessageContaining("names no user");
    }
}
