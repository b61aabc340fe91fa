package dev.reflux.test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates and keys in PEM files, made by the JDK's own keytool in a directory; each lives for two days. */
final class Certificates {

    private static final char[] STORE_PASSWORD = "storepass".toCharArray();

    private final Path directory;
    private final Path store;

    private Certificates(Path directory) {
        this.directory = directory;
        this.store = directory.resolve("all.p12");
    }

    static Certificates in(Path directory) {
        return new Certificates(directory);
    }

    /** Makes an authority that signs itself. */
    void authority(String name) {
        generate(List.of("-alias", name, "-dname", "CN=" + name, "-ext", "bc:c"));
    }

    /**
     * Makes a certificate.
     *
     * @param signer the authority
     * @param subject its common name
     * @param options more of keytool's
     */
    void signed(String name, String signer, String subject, String... options) {
        List<String> all = new ArrayList<>(List.of("-alias", name, "-signer", signer, "-dname", "CN=" + subject));
        all.addAll(List.of(options));
        generate(all);
    }

    private void generate(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(STORE_PASSWORD)));
        command.addAll(options);
        Path log = directory.resolve("keytool.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new IllegalStateException("keytool cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while keytool runs", e);
        }
    }

    /** Writes the certificate as a PEM file. */
    Path certificate(String name) {
        try {
            return pem(
                    name + ".crt", "CERTIFICATE", store().getCertificate(name).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the private key as a PEM file in PKCS #8, which only its owner may read, as PostgreSQL asks for. */
    Path key(String name) {
        try {
            Key key = store().getKey(name, STORE_PASSWORD);
            Path file = pem(name + ".key", "PRIVATE KEY", key.getEncoded());
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            loaded.load(in, STORE_PASSWORD);
        }
        return loaded;
    }

    private Path pem(String file, String type, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return Files.writeString(
                directory.resolve(file), "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }
}
