package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.List;

/**
 * SQL revisions that the caller has found.
 *
 * @param resources in the order in which they are listed in messages
 */
record ResourceMigrations(List<SqlResource> resources) implements FoundMigrations {

    ResourceMigrations {
        resources = List.copyOf(resources);
    }

    @Override
    public Findings find() {
        Findings findings = new Findings();
        resources.forEach(resource -> addTo(findings, resource));
        return findings;
    }

    private static void addTo(Findings findings, SqlResource resource) {
        try {
            SqlRevisionReader.read(SourceText.decode(content(resource), resource.name()), resource.name(), findings);
        } catch (IOException e) {
            findings.addUnidentified(quoted(resource.name()) + " cannot be read: " + SourceText.reason(e) + ".");
        } catch (MigrationException e) {
            findings.addUnidentified(e.getMessage());
        }
    }

    /** Without the cache of the JDK, which would keep a jar open that others read or replace. */
    private static byte[] content(SqlResource resource) throws IOException {
        URLConnection connection = resource.location().openConnection();
        connection.setUseCaches(false);
        try (InputStream content = connection.getInputStream()) {
            return content.readAllBytes();
        }
    }
}
