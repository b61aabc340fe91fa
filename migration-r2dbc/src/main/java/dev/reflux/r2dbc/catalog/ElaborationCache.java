package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import java.nio.file.Path;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps what DDL means between runs, so that schemas which did not change are not built again. The cache only saves time: what
 * goes wrong with it is not reported, and a file that is not whole counts as missing. Immutable; any number of processes may
 * use one directory at the same time.
 */
public final class ElaborationCache {

    private final Optional<CacheDirectory> directory;

    private ElaborationCache(Optional<CacheDirectory> directory) {
        this.directory = directory;
    }

    /**
     * A cache in files.
     *
     * @param directory holds nothing else; made when the first entry is written
     */
    public static ElaborationCache in(Path directory) {
        return new ElaborationCache(Optional.of(new CacheDirectory(directory)));
    }

    /** Keeps nothing. */
    public static ElaborationCache none() {
        return new ElaborationCache(Optional.empty());
    }

    /** What is kept under this key; empty if nothing is. */
    Mono<Catalog> find(String key) {
        return Mono.justOrEmpty(directory)
                .flatMap(files -> Mono.fromCallable(() -> files.read(key).flatMap(CatalogDecoder::decode))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(Mono::justOrEmpty);
    }

    /** Keeps a catalog, and lets go of those that were not used for long. */
    Mono<Void> keep(String key, Catalog catalog) {
        return Mono.justOrEmpty(directory)
                .flatMap(files -> Mono.<Void>fromRunnable(() -> files.write(key, CatalogCodec.encode(catalog)))
                        .subscribeOn(Schedulers.boundedElastic()));
    }
}
