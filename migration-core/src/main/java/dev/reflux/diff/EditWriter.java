package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns pieces of work, in their order, into statements. */
final class EditWriter {

    private final Catalog live;
    private final Catalog desired;
    private final Fates fates;
    private final InitialPrivileges initialPrivileges;
    private final AwayNames awayNames;
    private final OldDomains oldDomains;

    EditWriter(Catalog live, Catalog desired, Fates fates) {
        this.live = live;
        this.desired = desired;
        this.fates = fates;
        this.initialPrivileges = new InitialPrivileges(live, desired);
        this.awayNames = new AwayNames(live, desired);
        this.oldDomains = new OldDomains(live, fates);
    }

    List<Edit> edits(WorkPlan plan, List<Node> ordered) {
        Map<Node, List<Node>> members = plan.members();
        List<Edit> edits = new ArrayList<>();
        for (Node node : ordered) {
            List<Node> merged = members.getOrDefault(node, List.of());
            List<CatalogObject> parts = parts(merged);
            List<String> statements = new ArrayList<>(oldDomains.release(node, merged));
            statements.addAll(statements(node, parts));
            if (!statements.isEmpty()) {
                edits.add(new Edit(node.id(), statements, losesRows(node), notes(node, parts)));
            }
        }
        if (plan.bodiesUnchecked()) {
            edits.stream().findFirst().ifPresent(first -> edits.add(0, uncheckedBodies(first.id())));
        }
        return List.copyOf(edits);
    }

    /** Some functions mention what does not exist yet; the setting ends with the transaction. */
    private static Edit uncheckedBodies(ObjectId id) {
        return new Edit(id, List.of("SET LOCAL check_function_bodies = off"), false, List.of());
    }

    private List<String> statements(Node node, List<CatalogObject> parts) {
        ObjectId id = node.id();
        return switch (node.work()) {
            case DROP -> drop(object(live, id));
            case RENAME_AWAY -> renameAway(object(live, id));
            case CREATE -> create(object(desired, id), parts);
            case ALTER -> fates.alteration(id).map(Alteration::statements).orElse(List.of());
            case DETACH -> detach(id);
            case DISCARD -> Rules.of(id.kind()).drop(renamedAway(object(live, id)), live);
        };
    }

    private List<String> drop(CatalogObject object) {
        return PassedOn.isKept(object.id(), live, desired)
                ? PassedOn.dropOnly(object)
                : Rules.of(object.kind()).drop(object, live);
    }

    private List<String> detach(ObjectId table) {
        CatalogObject before = object(live, table);
        if (fates.alteration(table).isEmpty()) {
            return PartitionChange.detach(before);
        }
        KindRules.Pair pair = new KindRules.Pair(before, object(desired, table), live, desired);
        return PartitionChange.changesPlace(before, pair.after())
                ? new PartitionChange(pair).leaving()
                : new Departure(pair).statements();
    }

    private List<String> create(CatalogObject object, List<CatalogObject> parts) {
        if (object.kind() == Kind.PRIVILEGE && isNew(object.id().requireOwner())) {
            return initialPrivileges.statements(object, desired);
        }
        boolean isPulledUp = PassedOn.isPulledUp(object.id(), live, desired);
        CatalogObject written = isPulledUp ? ColumnSql.withNotNullName(object, desired) : object;
        List<String> statements = new ArrayList<>(Rules.of(object.kind()).create(written, parts, desired));
        statements.addAll(initialPrivileges.revocations(object.id(), desired));
        return statements;
    }

    private boolean isNew(ObjectId id) {
        return fates.of(id).filter(Fate::makes).isPresent();
    }

    private List<CatalogObject> parts(List<Node> members) {
        return members.stream()
                .filter(member -> member.work() == Work.CREATE)
                .map(member -> object(desired, member.id()))
                .toList();
    }

    private List<String> renameAway(CatalogObject type) {
        ObjectId id = type.id();
        return id.kind() == Kind.RANGE
                ? RangeNames.renameAway(type, name -> awayNames.of(id, name))
                : List.of(alterType(id, id.qualifiedName()) + " RENAME TO "
                        + Identifier.quote(awayNames.of(id, id.name())));
    }

    private static CatalogObject object(Catalog catalog, ObjectId id) {
        return catalog.find(id).orElseThrow(() -> new IllegalStateException("There is no " + id));
    }

    private static String alterType(ObjectId id, String name) {
        return switch (id.kind()) {
            case DOMAIN, COLLATION -> "ALTER " + id.kind() + " " + name;
            default -> "ALTER TYPE " + name;
        };
    }

    private CatalogObject renamedAway(CatalogObject type) {
        ObjectId id = type.id();
        ObjectId renamed = new ObjectId(id.kind(), id.requireOwner(), awayNames.of(id, id.name()));
        return new CatalogObject(renamed, type.attributes(), type.hints(), type.dependsOn());
    }

    private boolean losesRows(Node node) {
        Optional<Fate> fate = fates.of(node.id());
        return node.work() == Work.DROP && fate.isPresent() && SchemaDiff.losesRows(node.id(), fate.get(), live);
    }

    private List<String> notes(Node node, List<CatalogObject> parts) {
        return switch (node.work()) {
            case CREATE -> Rules.of(node.id().kind()).createNotes(object(desired, node.id()), parts);
            case ALTER -> fates.alteration(node.id()).map(Alteration::notes).orElse(List.of());
            case DROP, RENAME_AWAY, DETACH, DISCARD -> List.of();
        };
    }
}
