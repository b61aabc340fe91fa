package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Enum types. Values can be added anywhere in the order; none can be taken away or moved.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class EnumRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        List<String> labels = object.attributes().list("labels").stream()
                .map(Identifier::literal)
                .toList();
        return List.of(Layout.parenthesized("CREATE TYPE " + object.id().qualifiedName() + " AS ENUM", labels));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP TYPE " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        List<String> before = pair.before().attributes().list("labels");
        List<String> after = pair.after().attributes().list("labels");
        List<String> kept = new ArrayList<>(after);
        kept.retainAll(before);
        return kept.equals(before) ? add(pair.after(), before) : Alteration.replace();
    }

    private static Alteration add(CatalogObject after, List<String> before) {
        List<String> labels = after.attributes().list("labels");
        String addValue = "ALTER TYPE " + after.id().qualifiedName() + " ADD VALUE ";
        List<String> statements = new ArrayList<>();
        for (int place = 0; place < labels.size(); place++) {
            String label = labels.get(place);
            if (!before.contains(label)) {
                statements.add(addValue + Identifier.literal(label) + place(labels, place, before));
            }
        }
        return Alteration.inPlace(statements)
                .noting(List.of("A value that is added to " + after.id().qualifiedName()
                        + " can be used only after the transaction that adds it."));
    }

    /** Values are added from the first to the last, so the one before is there. */
    private static String place(List<String> labels, int place, List<String> before) {
        boolean last = labels.subList(place, labels.size()).stream().noneMatch(before::contains);
        if (last) {
            return "";
        }
        return place == 0
                ? " BEFORE " + Identifier.literal(before.get(0))
                : " AFTER " + Identifier.literal(labels.get(place - 1));
    }
}
