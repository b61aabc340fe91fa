package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an IDE is told about the properties. */
class MetadataTest {

    private static final Pattern PROPERTY = Pattern.compile(
            "\\{\\s*\"name\": \"reflux\\.([a-z-]+)\",\\s*\"type\": \"[^\"]+\",\\s*\"description\": \"([^\"]+)\"");

    @Test
    void properties_areDescribedAll() throws IOException {
        TreeMap<String, String> described = new TreeMap<>();
        for (MatchResult property : PROPERTY.matcher(metadata()).results().toList()) {
            described.put(property.group(1), property.group(2));
        }
        List<String> names = Arrays.stream(RefluxProperties.class.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .toList();
        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(described.values()).allMatch(text -> text.endsWith("."));
    }

    private static String metadata() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RefluxProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
