package dev.reflux.r2dbc.url;

import io.r2dbc.postgresql.client.SSLMode;

/**
 * Who wrote the rules of a connection string. The same parameter means different things to different clients: a URL keeps
 * the meaning that it has for the client that it was written for.
 */
enum UrlForm {
    /** {@code postgresql://…}, as libpq reads it (PostgreSQL manual, 34.1.1.2). */
    LIBPQ(SSLMode.PREFER, SSLMode.REQUIRE, RootCertificate.VERIFIES),
    /** {@code host=… dbname=…}, as libpq reads it (PostgreSQL manual, 34.1.1.1). */
    KEY_VALUE(SSLMode.PREFER, SSLMode.REQUIRE, RootCertificate.VERIFIES),
    /** {@code postgresql+asyncpg://…}, as SQLAlchemy writes it. */
    SQLALCHEMY(SSLMode.PREFER, SSLMode.REQUIRE, RootCertificate.VERIFIES),
    /** {@code jdbc:postgresql:…}, as pgjdbc reads it. */
    JDBC(SSLMode.PREFER, SSLMode.VERIFY_FULL, RootCertificate.NEEDS_VERIFYING_MODE),
    /** {@code r2dbc:postgresql://…}, as r2dbc-postgresql reads it; its default is no TLS. */
    R2DBC(SSLMode.DISABLE, SSLMode.VERIFY_FULL, RootCertificate.NEEDS_VERIFYING_MODE);

    /** What a root certificate does when the mode is {@code require}. */
    enum RootCertificate {
        VERIFIES,
        NEEDS_VERIFYING_MODE
    }

    private final SSLMode unset;
    private final SSLMode sslTrue;
    private final RootCertificate rootCertificate;

    UrlForm(SSLMode unset, SSLMode sslTrue, RootCertificate rootCertificate) {
        this.unset = unset;
        this.sslTrue = sslTrue;
        this.rootCertificate = rootCertificate;
    }

    /** The mode of a URL that says nothing. */
    SSLMode modeUnset() {
        return unset;
    }

    /** The mode that {@code ssl=true} stands for. */
    SSLMode modeForSslTrue() {
        return sslTrue;
    }

    /** The mode that {@code require} stands for when a root certificate is given (libpq verifies it then). */
    SSLMode requireWithRootCertificate() {
        return rootCertificate == RootCertificate.VERIFIES ? SSLMode.VERIFY_CA : SSLMode.REQUIRE;
    }
}
