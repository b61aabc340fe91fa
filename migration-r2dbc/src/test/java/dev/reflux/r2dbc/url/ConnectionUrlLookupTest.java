package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionUrlLookupTest {

    private static final String A = "postgresql://ann:hunter2@a/shop";
    private static final String B = "postgresql://ann:hunter2@b/shop";

    private static ConnectionUrlLookup lookup(
            Map<String, String> environment, Map<String, String> file, Map<String, String> properties) {
        return new ConnectionUrlLookup(Optional.empty(), environment, file, properties);
    }

    @Test
    void find_optionGiven_winsOverEverything() {
        LocatedUrl found = new ConnectionUrlLookup(
                        Optional.of(A), Map.of("REFLUX_URL", B), Map.of("REFLUX_URL", B), Map.of("url", B))
                .find();

        assertThat(found.url().host()).isEqualTo("a");
        assertThat(found.origin()).isEqualTo("--url");
    }

    @Test
    void find_severalVariables_takesTheFirstName() {
        LocatedUrl found = lookup(Map.of("POSTGRES_URL", B, "DATABASE_URL", A), Map.of(), Map.of())
                .find();

        assertThat(found.url().host()).isEqualTo("a");
        assertThat(found.origin()).isEqualTo("DATABASE_URL in the environment");
    }

    @Test
    void find_anyVariableInEnvironment_winsOverFile() {
        LocatedUrl found = lookup(Map.of("POSTGRES_URL", A), Map.of("REFLUX_URL", B), Map.of("url", B))
                .find();

        assertThat(found.origin()).isEqualTo("POSTGRES_URL in the environment");
    }

    @Test
    void find_onlyInFile_winsOverProperties() {
        LocatedUrl found = lookup(Map.of(), Map.of("NEON_DATABASE_URL", A), Map.of("url", B))
                .find();

        assertThat(found.origin()).isEqualTo("NEON_DATABASE_URL in \".env\"");
    }

    @Test
    void find_onlyInProperties_takesUrlBeforeRefluxUrl() {
        assertThat(lookup(Map.of(), Map.of(), Map.of("reflux.url", B, "url", A))
                        .find()
                        .origin())
                .isEqualTo("\"url\" in \"reflux.properties\"");
        assertThat(lookup(Map.of(), Map.of(), Map.of("reflux.url", B)).find().origin())
                .isEqualTo("\"reflux.url\" in \"reflux.properties\"");
    }

    @Test
    void find_blankValue_countsAsMissing() {
        LocatedUrl found = lookup(Map.of("REFLUX_URL", "", "DATABASE_URL", " "), Map.of("POSTGRES_URL", A), Map.of())
                .find();

        assertThat(found.origin()).isEqualTo("POSTGRES_URL in \".env\"");
    }

    @Test
    void find_nothing_saysWhereItLooked() {
        assertThatThrownBy(() ->
                        lookup(Map.of("DATABASE_URL", ""), Map.of(), Map.of()).find())
                .isInstanceOf(MissingConnectionUrlException.class)
                .hasMessage(
                        "There is no connection URL. Reflux looked at --url; at REFLUX_URL, DATABASE_URL, NEON_DATABASE_URL"
                                + " and POSTGRES_URL in the environment, then in \".env\"; and at \"url\" in \"reflux.properties\"."
                                + " Blank: DATABASE_URL in the environment. Give one: --url"
                                + " postgresql://user:password@host:5432/database, or set REFLUX_URL to it.");
    }

    @Test
    void find_unusableUrl_saysWhereItStands() {
        assertThatThrownBy(
                        () -> lookup(Map.of("DATABASE_URL", "mysql://ann:hunter2@db/shop"), Map.of(), Map.of("url", A))
                                .find())
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessage(
                        "Cannot use DATABASE_URL in the environment: This is a URL of MySQL, and Reflux migrates PostgreSQL."
                                + " Give a URL that begins with \"postgresql://\".");
    }

    @Test
    void toString_withSecrets_saysNothingOfThem() {
        assertThat(new ConnectionUrlLookup(Optional.of(A), Map.of("X", A), Map.of("X", A), Map.of("X", A)).toString())
                .doesNotContain("hunter2");
    }
}
