package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.sql.Identifier;
import java.util.List;

/** Comments on objects of every kind. */
final class CommentRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(commentOn(object, catalog)
                + Identifier.literal(object.attributes().text("text")));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of(commentOn(object, catalog) + "NULL");
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace(create(pair.after(), pair.desired()));
    }

    private static String commentOn(CatalogObject comment, Catalog catalog) {
        return "COMMENT ON " + Reference.of(comment.id().requireOwner(), catalog) + " IS ";
    }
}
