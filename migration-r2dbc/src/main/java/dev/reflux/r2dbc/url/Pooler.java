package dev.reflux.r2dbc.url;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How it is known whether a host is a transaction pooler. */
enum Pooler {
    /** The URL says so ({@code pgbouncer=true}). */
    ANNOUNCED,
    /**
     * By names and ports: Neon's pooled hosts are called {@code …-pooler}, 6432 is PgBouncer's port, 6543 that of Supabase's
     * transaction mode. A pooler with another name is not seen.
     */
    GUESSED;

    private static final Pattern POOLED_LABEL = Pattern.compile("[^.]+-pooler(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> POOLER_PORTS = Set.of(6432, 6543);

    /** Whether one of the hosts is, or looks like, a pooler. */
    boolean pools(List<HostAddress> hosts) {
        return this == ANNOUNCED || hosts.stream().anyMatch(Pooler::looksPooled);
    }

    private static boolean looksPooled(HostAddress address) {
        return POOLER_PORTS.contains(address.port())
                || POOLED_LABEL.matcher(address.host()).matches();
    }
}
