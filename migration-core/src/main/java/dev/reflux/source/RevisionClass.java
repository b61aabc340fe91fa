package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.Migration;
import dev.reflux.MigrationException;
import dev.reflux.Revision;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A class that carries {@link Revision}. Nothing here initialises or links it: its code, and what it stands on, are first
 * loaded when its step begins.
 *
 * @param type the class
 * @param origin where it was found, for messages
 * @param checksum of its source file, if there is one
 * @param constructible whether a class has a public constructor without parameters
 */
record RevisionClass(Class<?> type, String origin, Optional<Checksum> checksum, Predicate<Class<?>> constructible) {

    /** Adds the revision, or what is wrong with it. A class that does not carry the annotation adds nothing. */
    void addTo(Findings findings) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            return;
        }
        try {
            RevisionNode node = node(revision, origin);
            List<String> faults = faults(node.id());
            if (faults.isEmpty()) {
                Class<? extends Migration> migration = type.asSubclass(Migration.class);
                MigrationCode code = new MigrationCode.JavaCode(migration, () -> instantiate(migration));
                findings.add(new LoadedRevision(node, code, mode(revision), checksum));
            } else {
                findings.addBroken(node, faults);
            }
        } catch (MigrationException e) {
            findings.addUnidentified(origin + ": " + e.getMessage());
        }
    }

    /** What the annotation says. */
    static RevisionNode node(Revision revision, String origin) {
        return new RevisionNode(
                RevisionId.of(revision.id()),
                Arrays.stream(revision.revises()).map(RevisionId::of).toList(),
                List.of(revision.dependsOn()),
                List.of(revision.labels()),
                revision.message(),
                revision.created(),
                origin);
    }

    /** What the annotation says about transactions. */
    static TransactionMode mode(Revision revision) {
        return revision.transactional() ? TransactionMode.TRANSACTIONAL : TransactionMode.NON_TRANSACTIONAL;
    }

    private List<String> faults(RevisionId id) {
        String subject = "Revision " + quoted(id) + " in " + origin + ": the class " + quoted(type.getName());
        List<String> faults = new ArrayList<>();
        if (!Migration.class.isAssignableFrom(type)) {
            faults.add(subject + " does not implement \"dev.reflux.Migration\". Add it, or remove the annotation.");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            faults.add(subject + " is not public. Declare it public.");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            faults.add(subject + " is abstract. Move the annotation to a class that can be created.");
        } else if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            faults.add(subject + " exists only within another object. Declare it static.");
        } else if (Modifier.isPublic(type.getModifiers()) && !constructible.test(type)) {
            faults.add(subject + " has no public constructor without parameters. Add one.");
        }
        return faults;
    }

    private static Migration instantiate(Class<? extends Migration> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            Throwable thrown = Objects.requireNonNullElse(e.getCause(), e);
            throw new MigrationException("The constructor of " + quoted(type.getName()) + " failed: " + thrown, thrown);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MigrationException(
                    "The migration " + quoted(type.getName()) + " cannot be created: " + root(e)
                            + ". What it uses must be on the class path.",
                    e);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
