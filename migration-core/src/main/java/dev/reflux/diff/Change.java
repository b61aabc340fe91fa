package dev.reflux.diff;

import dev.reflux.catalog.ObjectId;
import java.util.List;

/**
 * One difference between the live and the desired schema, as a person would name it. What comes and goes with an object (the
 * columns of a new table) is no change of its own.
 *
 * @param type what happens
 * @param id to which object
 * @param attributes in what an altered or replaced object differs, in alphabetical order
 * @param destructive whether rows or values are lost for good
 * @param notes what else there is to know, one sentence each
 */
public record Change(Type type, ObjectId id, List<String> attributes, boolean destructive, List<String> notes) {

    /** What happens to an object. */
    public enum Type {
        ADD("add"),
        REMOVE("remove"),
        /** Changed in place. */
        ALTER("alter"),
        /** Removed and made again, for PostgreSQL cannot change it in place. */
        REPLACE("replace"),
        /** The same before and after, but removed and made again around a change of something that it uses. */
        REBUILD("rebuild");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The word for it, in messages and JSON. */
        public String word() {
            return word;
        }
    }

    public Change {
        attributes = List.copyOf(attributes);
        notes = List.copyOf(notes);
    }

    /** The change in one line, for instance {@code alter column public.customers.phone (type)}. */
    @Override
    public String toString() {
        return type.word() + " " + id + (attributes.isEmpty() ? "" : " (" + String.join(", ", attributes) + ")");
    }
}
