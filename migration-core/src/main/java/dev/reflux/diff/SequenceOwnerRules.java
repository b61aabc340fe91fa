package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/** The column that owns a sequence. */
final class SequenceOwnerRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(alterSequence(object) + object.attributes().text("column"));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of(alterSequence(object) + "NONE");
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace(create(pair.after(), pair.desired()));
    }

    private static String alterSequence(CatalogObject owner) {
        return "ALTER SEQUENCE " + owner.id().requireOwner().qualifiedName() + " OWNED BY ";
    }
}
