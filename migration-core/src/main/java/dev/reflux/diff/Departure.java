package dev.reflux.diff;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.KindRules.Pair;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a table leaves before anything else happens: a parent from which it inherits no more, and the type of which it was. As long
 * as it belongs there it follows every change, and loses each column that is dropped there with all values.
 */
final class Departure {

    private static final Set<Kind> FOLLOWED = EnumSet.of(Kind.TABLE, Kind.COLUMN, Kind.DEFAULT, Kind.CHECK);

    private final Pair pair;

    Departure(Pair table) {
        this.pair = table;
    }

    boolean isNeeded() {
        return !left().isEmpty() || losesType();
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>(new ParentChange(pair).leaving());
        if (losesType()) {
            statements.add("ALTER TABLE " + pair.after().id().qualifiedName() + " NOT OF");
        }
        return statements;
    }

    /** Puts it before everything that happens to what is left, and to what the table has of its own from then on. */
    void order(WorkGraph graph) {
        if (!isNeeded()) {
            return;
        }
        Node leaving = graph.find(pair.before().id(), Work.DETACH).orElseThrow();
        List<ObjectId> wholes =
                Stream.concat(left().stream(), Stream.of(pair.before().id())).toList();
        Optional<ObjectId> type = Inheritance.type(pair.before()).filter(used -> losesType());
        for (Node node : List.copyOf(graph.nodes())) {
            boolean isFollowed = FOLLOWED.contains(node.id().kind())
                    && wholes.contains(node.id().whole());
            if (!node.equals(leaving) && (isFollowed || type.equals(Optional.of(node.id())))) {
                graph.putBefore(leaving, node);
            }
        }
    }

    private List<ObjectId> left() {
        return ParentChange.left(pair);
    }

    private boolean losesType() {
        return Inheritance.type(pair.before()).isPresent()
                && !Inheritance.type(pair.before()).equals(Inheritance.type(pair.after()));
    }
}
