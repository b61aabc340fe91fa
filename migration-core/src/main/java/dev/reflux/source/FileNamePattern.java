package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What revision files are called: text with tokens in braces, and slashes between directories. The tokens are
 * <code>{id}</code>, <code>{slug}</code> (the words of the message), and of the moment of creation, in UTC,
 * <code>{year}</code>, <code>{month}</code>, <code>{day}</code>, <code>{hour}</code>, <code>{minute}</code>,
 * <code>{second}</code> and <code>{epoch}</code>.
 *
 * @param text as written, without an extension
 */
public record FileNamePattern(String text) {

    private static final List<String> TOKENS =
            List.of("id", "slug", "year", "month", "day", "hour", "minute", "second", "epoch");
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

    static final FileNamePattern OF_SQL = new FileNamePattern("{id}_{slug}");
    static final FileNamePattern OF_JAVA = new FileNamePattern("R{id}_{slug}");

    /**
     * @throws MigrationException if a token is not known, or the path would lead out of the directory or not be found there
     */
    public FileNamePattern {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            check(text, tokens.group(1));
        }
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty() || segment.startsWith(".") || segment.contains("\\")) {
                throw new MigrationException("The pattern of file names " + quoted(text)
                        + " is no path inside of the revision directory. Write names with \"/\" between them, none"
                        + " of which begins with a dot.");
            }
        }
    }

    private static void check(String text, String token) {
        if (!TOKENS.contains(token)) {
            throw new MigrationException("The pattern of file names " + quoted(text) + " has a token "
                    + quoted("{" + token + "}") + ". "
                    + Sentences.nearest(token, TOKENS)
                            .map(near -> "Did you mean \"{" + near + "}\"?")
                            .orElse("The tokens are {" + String.join("}, {", TOKENS) + "}."));
        }
    }

    /** The path for a revision, without an extension; what an empty token leaves at the ends of a name is taken away. */
    String path(RevisionNode node) {
        String path = TOKEN.matcher(text).replaceAll(token -> Matcher.quoteReplacement(value(token, node)));
        return path.replaceAll("(?<=[^/_.-])[_.-]+(?=/|$)", "");
    }

    private String value(MatchResult token, RevisionNode node) {
        return switch (token.group(1)) {
            case "id" -> Slug.fileName(node.id());
            case "slug" -> Slug.words(node.message());
            case "year" -> String.format(Locale.ROOT, "%04d", created(node).getYear());
            case "month" -> twoDigits(created(node).getMonthValue());
            case "day" -> twoDigits(created(node).getDayOfMonth());
            case "hour" -> twoDigits(created(node).getHour());
            case "minute" -> twoDigits(created(node).getMinute());
            case "second" -> twoDigits(created(node).getSecond());
            default -> Long.toString(created(node).toEpochSecond());
        };
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private OffsetDateTime created(RevisionNode node) {
        String created = node.created();
        try {
            return created.contains("T")
                    ? OffsetDateTime.parse(created).withOffsetSameInstant(ZoneOffset.UTC)
                    : LocalDate.parse(created).atStartOfDay().atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MigrationException(
                    "The pattern of file names " + quoted(text) + " has a date in it, and revision " + node.title()
                            + " has none: " + quoted(created) + " is no date. Write it as 2026-11-21.",
                    e);
        }
    }
}
