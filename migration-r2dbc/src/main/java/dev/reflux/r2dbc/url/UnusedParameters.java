package dev.reflux.r2dbc.url;

import static dev.reflux.r2dbc.url.KnownParameter.each;
import static dev.reflux.r2dbc.url.KnownParameter.named;

import java.util.List;
import java.util.stream.Stream;

/** Parameters that stand in the URLs of applications and have no effect here. Each is reported, with its reason. */
final class UnusedParameters {

    private static final Rule POOL = Rule.unused("Reflux opens one dedicated connection");
    private static final Rule PREPARED = Rule.unused("Reflux keeps no prepared statements");
    private static final Rule QUERIES = Rule.unused("a migration may take longer than a query of an application");
    private static final Rule SOCKET = Rule.unused("the operating system decides it");
    private static final Rule JDBC = Rule.unused("it configures a JDBC driver");
    private static final Rule DRIVER = Rule.unused("Reflux decides it");
    private static final Rule OTHER_CLIENT = Rule.unused("it is meant for another client");

    private static final List<KnownParameter> PGJDBC = each(
            JDBC,
            "adaptiveFetch",
            "adaptiveFetchMaximum",
            "adaptiveFetchMinimum",
            "allowEncodingChanges",
            "assumeMinServerVersion",
            "autosave",
            "binaryTransfer",
            "binaryTransferDisable",
            "binaryTransferEnable",
            "cancelSignalTimeout",
            "classLoaderStrategy",
            "cleanupSavepoints",
            "convertBooleanToNumeric",
            "databaseMetadataCacheFields",
            "databaseMetadataCacheFieldsMiB",
            "defaultRowFetchSize",
            "disableColumnSanitiser",
            "escapeSyntaxCallMode",
            "flushCacheOnDdl",
            "groupStartupParameters",
            "gssResponseTimeout",
            "hideUnprivilegedObjects",
            "logServerErrorDetail",
            "logUnclosedConnections",
            "loggerFile",
            "loggerLevel",
            "maxResultBuffer",
            "maxSendBufferSize",
            "quoteReturningIdentifiers",
            "reWriteBatchedInserts",
            "reWriteBatchedInsertsSize",
            "readOnlyMode",
            "sslResponseTimeout",
            "stringtype",
            "unknownLength",
            "xmlFactoryFactory");

    static final List<KnownParameter> ENTRIES = Stream.of(
                    // r2dbc-pool
                    each(
                            POOL,
                            "initialSize",
                            "maxSize",
                            "minIdle",
                            "maxIdleTime",
                            "maxLifeTime",
                            "maxAcquireTime",
                            "maxCreateConnectionTime",
                            "maxValidationTime",
                            "acquireRetry",
                            "backgroundEvictionInterval",
                            "validationQuery",
                            "validationDepth",
                            "poolName",
                            "registerJmx",
                            "postAllocate",
                            "preRelease"),
                    // Prisma, SQLAlchemy, asyncpg, Rails, Django, pgxpool
                    each(
                            POOL,
                            "connection_limit",
                            "pool_timeout",
                            "pool",
                            "pool_size",
                            "max_overflow",
                            "pool_recycle",
                            "pool_pre_ping",
                            "min_size",
                            "max_size",
                            "conn_max_age",
                            "pool_max_conns",
                            "pool_min_conns",
                            "pool_max_conn_lifetime",
                            "pool_max_conn_idle_time",
                            "pool_health_check_period"),
                    each(
                            PREPARED,
                            "prepareThreshold",
                            "preparedStatementCacheQueries",
                            "preparedStatementCacheSizeMiB",
                            "preferQueryMode",
                            "prepared_statements",
                            "statement_cache_size",
                            "statement_cache_capacity",
                            "statement_cache_mode",
                            "prepared_statement_cache_size",
                            "prepared_statement_name_func",
                            "default_query_exec_mode",
                            "binary_parameters"),
                    each(QUERIES, "socketTimeout", "socket_timeout", "command_timeout", "queryTimeout"),
                    each(
                            SOCKET,
                            "keepalives_idle",
                            "keepalives_interval",
                            "keepalives_count",
                            "tcp_user_timeout",
                            "sendBufferSize",
                            "receiveBufferSize"),
                    each(
                            DRIVER,
                            "autodetectExtensions",
                            "fetchSize",
                            "forceBinary",
                            "preferAttachedBuffers",
                            "errorResponseLogLevel",
                            "noticeLogLevel"),
                    List.of(named(Place::pooler, "pgbouncer")),
                    each(OTHER_CLIENT, "supa", "workaround", "uselibpqcompat", "async_fallback", "reaping_frequency"),
                    each(OTHER_CLIENT, "min_protocol_version", "max_protocol_version", "protocolVersion"),
                    PGJDBC)
            .flatMap(List::stream)
            .toList();

    private UnusedParameters() {}
}
