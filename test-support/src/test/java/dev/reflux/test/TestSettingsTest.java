package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.test.TestSettings.Containers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestSettingsTest {

    @Test
    void nothingSet_meansContainersIfThereAreAny() {
        assertThat(settings(Map.of(), Map.of())).isEqualTo(new TestSettings(Optional.empty(), Containers.AUTO, 18));
    }

    @Test
    void url_inBoth_comesFromTheProperty() {
        TestSettings settings = settings(Map.of("REFLUX_TEST_URL", "a"), Map.of("reflux.test.url", "b"));

        assertThat(settings.url()).contains("b");
    }

    @Test
    void url_blankInTheProperty_comesFromTheEnvironment() {
        TestSettings settings = settings(Map.of("REFLUX_TEST_URL", "a"), Map.of("reflux.test.url", " "));

        assertThat(settings.url()).contains("a");
    }

    @Test
    void containersAndVersion_set_areRead() {
        TestSettings settings =
                settings(Map.of(), Map.of("reflux.test.containers", "require", "postgres.version", "15"));

        assertThat(settings.containers()).isEqualTo(Containers.REQUIRE);
        assertThat(settings.major()).isEqualTo(15);
    }

    @Test
    void containers_unknown_namesTheChoices() {
        assertThatThrownBy(() -> settings(Map.of(), Map.of("reflux.test.containers", "maybe")))
                .hasMessage("Cannot read reflux.test.containers=\"maybe\". Use \"auto\", \"never\" or \"require\".");
    }

    private static TestSettings settings(Map<String, String> environment, Map<String, String> properties) {
        return TestSettings.from(
                name -> Optional.ofNullable(environment.get(name)), name -> Optional.ofNullable(properties.get(name)));
    }
}
