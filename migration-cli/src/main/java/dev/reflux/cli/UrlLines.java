package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.url.LocatedUrl;
import java.util.ArrayList;
import java.util.List;

/** The lines about a connection URL: which one it is, and what of it is not as written. */
final class UrlLines {

    private UrlLines() {}

    static List<Line> of(LocatedUrl located) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Kind.DETAIL, "Database: " + located.url().redacted() + ", from " + located.origin()));
        located.url().notices().forEach(notice -> lines.add(Line.warning(notice)));
        return lines;
    }
}
