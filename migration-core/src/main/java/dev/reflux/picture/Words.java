package dev.reflux.picture;

import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the pictures say of a revision, and of all. */
final class Words {

    private Words() {}

    /** What a row is called: its message, or its id where it has none. */
    static String title(Place place) {
        return place.firstLine().isEmpty() ? place.node().id().value() : place.firstLine();
    }

    /** What is remarkable about a revision: its marks, its standing, its labels. */
    static List<String> badges(Place place) {
        List<String> badges = new ArrayList<>(place.marks());
        if (place.standing() != Standing.APPLIED && !place.standing().word().isEmpty()) {
            badges.add(place.standing().word());
        }
        badges.addAll(place.node().labels());
        return badges;
    }

    /** What else is known: the id, the day it was written, where it is. */
    static List<String> details(Place place) {
        String created = place.node().created();
        return Stream.of(
                        place.node().id().value(),
                        created.length() > 10 ? created.substring(0, 10) : created,
                        place.node().origin())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** {@code 12 revisions, 10 applied, 2 pending}. */
    static String summary(Picture picture) {
        List<String> parts = new ArrayList<>();
        parts.add(Sentences.count(picture.places().size(), "revision"));
        for (Standing standing : Standing.values()) {
            long count = picture.count(standing);
            if (count > 0 && standing != Standing.UNASKED) {
                parts.add(count + " " + (standing == Standing.UNKNOWN ? "without a file" : standing.word()));
            }
        }
        return String.join(", ", parts);
    }
}
