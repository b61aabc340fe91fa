package dev.reflux.diff;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is compared, and what is left as the database has it.
 *
 * <p>What is not compared is taken over from the live schema into the desired one, so that it is the same on both sides, and
 * still counts when statements are ordered and views are rebuilt.
 *
 * @param kinds the kinds that the desired schema can express
 * @param included whether an object is compared; asked for objects that stand for themselves, their parts follow them
 */
public record DiffScope(Set<Kind> kinds, Predicate<ObjectId> included) {

    /** Everything. */
    public static final DiffScope ALL = new DiffScope(EnumSet.allOf(Kind.class), id -> true);

    public DiffScope {
        kinds = Set.copyOf(kinds);
    }

    /**
     * The desired schema with everything that is not compared as the live one has it.
     *
     * @throws MigrationException if something that is not compared uses what the desired schema lacks
     */
    public Catalog complete(Catalog live, Catalog desired) {
        Catalog compared = expressible(desired.filter(object -> compares(object.id())), live);
        Set<ObjectId> partitions = partitionsOfOthers(live, desired);
        Map<ObjectId, CatalogObject> kept = new LinkedHashMap<>();
        for (CatalogObject object : live.objects()) {
            boolean isKept =
                    !compares(object.id()) || partitions.contains(object.id().whole());
            if (isKept && !compared.has(object.id()) && hasHome(object.id(), compared, kept.keySet())) {
                kept.put(object.id(), object);
            }
        }
        if (kept.isEmpty()) {
            return compared;
        }
        Catalog complete = compared.with(kept.values());
        refuseMissing(kept.values(), complete);
        return complete;
    }

    private static boolean hasHome(ObjectId id, Catalog compared, Set<ObjectId> kept) {
        return id.owner().map(home -> compared.has(home) || kept.contains(home)).orElse(true);
    }

    private boolean compares(ObjectId id) {
        return kinds.contains(id.kind())
                && !(id.kind() == Kind.COMMENT
                        && isPartial()
                        && !isCommented(id.requireOwner().kind()))
                && (id.kind().isPart() ? compares(id.requireOwner()) : included.test(id));
    }

    private boolean isPartial() {
        return kinds.size() < Kind.values().length;
    }

    /** A source of tables has comments for these; others it cannot express. */
    private static boolean isCommented(Kind kind) {
        return kind == Kind.TABLE || kind == Kind.COLUMN;
    }

    private Catalog expressible(Catalog desired, Catalog live) {
        return isPartial()
                ? desired.withObjects(desired.objects().stream()
                        .map(object -> live.find(object.id())
                                .map(before -> object.withAttributes(PartialSource.complete(before, object)))
                                .orElse(object))
                        .toList())
                : desired;
    }

    /**
     * Partitions that somebody makes as time goes by: the desired schema knows their parent and no partition of it. Where it
     * lists some, it is taken to list all.
     */
    private static Set<ObjectId> partitionsOfOthers(Catalog live, Catalog desired) {
        List<CatalogObject> unknown =
                tables(live).filter(table -> !desired.has(table.id())).toList();
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Set<ObjectId> listed = new HashSet<>();
        tables(desired).forEach(table -> listed.addAll(Inheritance.partitioned(table)));
        Set<ObjectId> others = new HashSet<>();
        boolean found = true;
        while (found) {
            found = others.addAll(unknown.stream()
                    .filter(table -> Inheritance.partitioned(table).stream()
                            .anyMatch(parent ->
                                    others.contains(parent) || (desired.has(parent) && !listed.contains(parent))))
                    .map(CatalogObject::id)
                    .collect(Collectors.toSet()));
        }
        return others;
    }

    private static Stream<CatalogObject> tables(Catalog catalog) {
        return catalog.objects().stream().filter(object -> object.kind() == Kind.TABLE);
    }

    private static void refuseMissing(Collection<CatalogObject> kept, Catalog complete) {
        List<String> problems = new ArrayList<>();
        for (CatalogObject object : kept) {
            object.dependsOn().stream()
                    .filter(used -> !complete.has(used))
                    .sorted()
                    .forEach(used -> problems.add(object.id() + " uses " + used));
        }
        if (!problems.isEmpty()) {
            throw new MigrationException("The desired schema lacks what others use that are not compared with it:\n  "
                    + String.join("\n  ", problems)
                    + "\nAdd what is used to the desired schema, or remove its user in a revision of your own first.");
        }
    }
}
