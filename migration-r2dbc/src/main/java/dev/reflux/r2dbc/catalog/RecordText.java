package dev.reflux.r2dbc.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as PostgreSQL prints them, one on a line: {@code (1,name,,"with ""quotes""")}. A field that is null is nothing; one
 * that is empty, or has a bracket, a comma, a quote, a backslash or white space in it, stands in quotes. The source of the rules is
 * {@code record_out} in rowtypes.c, for arrays {@code array_out} in arrayfuncs.c.
 */
final class RecordText {

    private final String text;
    private int at;

    RecordText(String text) {
        this.text = text;
    }

    boolean isEnd() {
        return at >= text.length();
    }

    /** Takes the next record, which has as many fields as there is place for. */
    void next(@Nullable String[] fields) {
        for (int i = 0; i < fields.length; i++) {
            at++;
            fields[i] = field(')');
        }
        at += 2;
    }

    /** The texts in an array of one dimension without nulls: {@code {one,"two, too"}}. */
    static List<String> array(String printed) {
        RecordText array = new RecordText(printed);
        List<String> elements = new ArrayList<>();
        while (array.at < printed.length() - 1) {
            array.at++;
            String element = array.field('}');
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private @Nullable String field(char last) {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != last) {
            at++;
        }
        return at == start ? null : text.substring(start, at);
    }

    /** A backslash stands before itself and, in arrays, before a quote; in records a quote stands before a quote. */
    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || text.charAt(at + 1) == '"') {
            boolean isEscape = text.charAt(at) == '\\' || text.charAt(at) == '"';
            field.append(text.charAt(isEscape ? at + 1 : at));
            at += isEscape ? 2 : 1;
        }
        at++;
        return field.toString();
    }
}
