package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;
import static dev.reflux.revision.Sentences.quotedAll;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import dev.reflux.sql.LineComment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines {@code -- key: value} at the top of a SQL revision file. A comment whose first word is followed by a colon must
 * be one of them; other comments are passed over. Not thread-safe.
 */
final class SqlHeader {

    static final String REVISION = "revision";
    static final String REVISES = "revises";
    static final String DEPENDS_ON = "depends-on";
    static final String LABELS = "labels";
    static final String MESSAGE = "message";
    static final String CREATED = "created";
    static final String TRANSACTIONAL = "transactional";

    private static final List<String> KEYS =
            List.of(REVISION, REVISES, DEPENDS_ON, LABELS, MESSAGE, CREATED, TRANSACTIONAL);

    /** After so many problems the rest of the header is of no interest. */
    private static final int MOST_PROBLEMS = 20;

    /** A key is short: a pattern that looks for the colon of any length of words and blanks takes quadratic time. */
    private static final Pattern LINE = Pattern.compile("(\\p{L}[\\p{L}\\p{N} _-]{0,40}?)\\s*:(?!//)\\s*(.*)");

    private final String text;
    private final String origin;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> suspected = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    SqlHeader(String text, String origin) {
        this.text = text;
        this.origin = origin;
    }

    /** Takes a comment from the top of the file. */
    void accept(LineComment comment) {
        Matcher line = LINE.matcher(comment.text());
        if (problems.size() < MOST_PROBLEMS && line.matches()) {
            String key = line.group(1).toLowerCase(Locale.ROOT);
            if (KEYS.contains(key)) {
                put(key, line.group(2), comment.offset());
            } else {
                refuse(key, comment.offset());
            }
        }
    }

    private void put(String key, String value, int offset) {
        offsets.putIfAbsent(key, offset);
        if (values.putIfAbsent(key, HeaderValue.read(value)) != null) {
            report(
                    offset,
                    "there is a second line \"-- " + key + ":\". Say it in one"
                            + (key.equals(REVISES) || key.equals(DEPENDS_ON) || key.equals(LABELS)
                                    ? ", with commas in between."
                                    : "."));
        }
    }

    /** Words with spaces in between are a sentence, but for "depends on". */
    private void refuse(String key, int offset) {
        String word = key.replaceAll("[ _]+", "-");
        if (key.contains(" ") && !KEYS.contains(word)) {
            return;
        }
        Optional<String> near = Sentences.nearest(word, KEYS);
        near.ifPresent(suspected::add);
        String sentence = quoted(key) + " is not a header of a revision. ";
        if (near.isPresent()) {
            report(offset, sentence + "Did you mean \"-- " + near.get() + ":\"?");
        } else if (Marker.of(word, 0).isPresent()) {
            report(
                    offset,
                    sentence + "A section begins with a line \"-- upgrade\" or"
                            + " \"-- downgrade\", without a colon.");
        } else {
            report(
                    offset,
                    sentence + "There are " + quotedAll(KEYS)
                            + ". If it is a comment, put it below \"-- upgrade\", or leave out the colon.");
        }
    }

    /** Whether nothing here looks like the header of a revision. */
    boolean isForeign() {
        return values.isEmpty() && suspected.isEmpty();
    }

    /** What is wrong so far, worded with places. */
    List<String> problems() {
        return problems;
    }

    /** Says so if there is no id, unless a misspelt line explains it. Then the other lines are of no interest. */
    void requireRevision() {
        if (isForeign()) {
            problems.clear();
        }
        if (!values.containsKey(REVISION) && !suspected.contains(REVISION)) {
            problems.add(
                    origin + ": there is no line \"-- revision: ID\" at the top of the file, and so it is no revision."
                            + " Begin it with \"-- revision: ID\" and \"-- revises: PARENT\", or move it out of the directory.");
        }
    }

    /** The revision; empty, with a problem, if there is no valid id. */
    Optional<RevisionNode> node() {
        Optional<RevisionId> id = Optional.ofNullable(values.get(REVISION)).flatMap(value -> id(REVISION, value));
        List<RevisionId> parents = list(REVISES).stream()
                .flatMap(value -> id(REVISES, value).stream())
                .toList();
        return id.map(value -> new RevisionNode(
                value, parents, list(DEPENDS_ON), list(LABELS), value(MESSAGE), value(CREATED), origin));
    }

    /** In a transaction, unless the header says otherwise. */
    TransactionMode mode() {
        String value = values.getOrDefault(TRANSACTIONAL, "true").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            report(
                    offsets.getOrDefault(TRANSACTIONAL, 0),
                    "\"transactional: " + values.get(TRANSACTIONAL)
                            + "\" is neither true nor false. Write one of them, or leave the line out, which means true.");
        }
        return value.equals("false") ? TransactionMode.NON_TRANSACTIONAL : TransactionMode.TRANSACTIONAL;
    }

    private Optional<RevisionId> id(String key, String value) {
        try {
            return Optional.of(RevisionId.of(value));
        } catch (MigrationException e) {
            report(offsets.getOrDefault(key, 0), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private List<String> list(String key) {
        return HeaderValue.readList(value(key));
    }

    private void report(int offset, String sentence) {
        problems.add(Place.line(origin, text, offset, sentence));
    }
}
