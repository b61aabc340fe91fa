package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Domains that are exchanged. The old one stays until the columns have the new one, and so would all that it uses; it lets go of
 * a check or a default that uses something that disappears.
 */
final class OldDomains {

    /** What a domain uses in its default alone. */
    private static final Set<Kind> IN_DEFAULT = EnumSet.of(
            Kind.FUNCTION, Kind.OPERATOR, Kind.SEQUENCE, Kind.TEXT_SEARCH_CONFIGURATION, Kind.TEXT_SEARCH_DICTIONARY);

    private final Catalog live;
    private final Fates fates;

    OldDomains(Catalog live, Fates fates) {
        this.live = live;
        this.fates = fates;
    }

    /** Whether something uses another thing in the default of a domain alone, of which the old domain can let go. */
    static boolean isInDefault(ObjectId user, ObjectId used) {
        return user.kind() == Kind.DOMAIN && IN_DEFAULT.contains(used.kind());
    }

    /**
     * The statements that go before the change of the name; none for other work.
     *
     * @param merged the parts that disappear with the domain
     */
    List<String> release(Node node, List<Node> merged) {
        if (node.work() != Work.RENAME_AWAY || node.id().kind() != Kind.DOMAIN) {
            return List.of();
        }
        CatalogObject domain = live.find(node.id()).orElseThrow();
        List<String> statements = new ArrayList<>();
        merged.stream()
                .filter(part -> part.id().kind() == Kind.DOMAIN_CHECK && part.work() == Work.DROP)
                .flatMap(part -> live.find(part.id()).stream())
                .filter(check -> usesWhatDisappears(check, domain))
                .forEach(check -> statements.addAll(Rules.of(check.kind()).drop(check, live)));
        if (domain.attributes().has("default")
                && domain.dependsOn().stream().anyMatch(used -> isInDefault(domain.id(), used) && disappears(used))) {
            statements.add("ALTER DOMAIN " + domain.id().qualifiedName() + " DROP DEFAULT");
        }
        return statements;
    }

    /** Besides what the domain is made of, which stays as long as it does. */
    private boolean usesWhatDisappears(CatalogObject check, CatalogObject domain) {
        return check.dependsOn().stream()
                .filter(used ->
                        isInDefault(domain.id(), used) || !domain.dependsOn().contains(used))
                .anyMatch(this::disappears);
    }

    private boolean disappears(ObjectId id) {
        return fates.of(id).filter(fate -> fate != Fate.ALTER).isPresent();
    }
}
