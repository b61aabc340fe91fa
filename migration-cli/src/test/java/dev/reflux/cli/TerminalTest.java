package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Output.Reader;
import dev.reflux.cli.Terminal.Channel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal terminal(Palette palette, Set<Kind> shown) {
        return new Terminal(channel(out, palette), channel(err, palette), shown);
    }

    private static Channel channel(ByteArrayOutputStream bytes, Palette palette) {
        return new Channel(new PrintStream(bytes, false, StandardCharsets.UTF_8), palette);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void kinds_goToTheirStreams() {
        Terminal terminal = terminal(Palette.NONE, EnumSet.allOf(Kind.class));

        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.STATUS))) {
            terminal.print(Line.of(kind, kind.name()));
        }
        terminal.flush();

        assertThat(text(out)).isEqualTo("RESULT\nSUMMARY\n");
        assertThat(text(err)).isEqualTo("PROGRESS\nDETAIL\nWARNING\nERROR\n");
    }

    @Test
    void kinds_thatAreNotShown_areLeftOut() {
        Terminal terminal = terminal(Palette.NONE, EnumSet.of(Kind.RESULT));

        terminal.print(Line.of(Kind.PROGRESS, "no"));
        terminal.print(Line.of(Kind.RESULT, "yes"));
        terminal.flush();

        assertThat(text(out)).isEqualTo("yes\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void status_isOverwrittenByTheNextLine() {
        Terminal terminal = terminal(Palette.NONE, EnumSet.allOf(Kind.class));

        terminal.print(Line.of(Kind.STATUS, "now"));
        terminal.print(Line.of(Kind.PROGRESS, "done"));
        terminal.print(Line.of(Kind.PROGRESS, "next"));

        assertThat(text(err)).isEqualTo("\r\033[K\033[?7lnow\033[?7h" + "\r\033[K" + "done\nnext\n");
    }

    @Test
    void styles_onColouredStream_surroundVisibleText() {
        Terminal terminal = terminal(Palette.ANSI, EnumSet.allOf(Kind.class));

        terminal.print(Line.of(Kind.RESULT).add(Style.REVISION, "3f2a").add(", evil \033[31m"));
        terminal.flush();

        assertThat(text(out)).isEqualTo("\033[33m3f2a\033[0m, evil \\u001b[31m\n");
    }

    @Test
    void auto_paintsForPeopleOnly_andNotAgainstTheirWill() {
        assertThat(ColorMode.auto.palette(Reader.PERSON, Map.of())).isEqualTo(Palette.ANSI);
        assertThat(ColorMode.auto.palette(Reader.PROGRAM, Map.of())).isEqualTo(Palette.NONE);
        assertThat(ColorMode.auto.palette(Reader.PERSON, Map.of("NO_COLOR", "1")))
                .isEqualTo(Palette.NONE);
        assertThat(ColorMode.auto.palette(Reader.PERSON, Map.of("NO_COLOR", "")))
                .isEqualTo(Palette.ANSI);
        assertThat(ColorMode.auto.palette(Reader.PERSON, Map.of("TERM", "dumb")))
                .isEqualTo(Palette.NONE);
        assertThat(ColorMode.always.palette(Reader.PROGRAM, Map.of("NO_COLOR", "1")))
                .isEqualTo(Palette.ANSI);
        assertThat(ColorMode.never.palette(Reader.PERSON, Map.of())).isEqualTo(Palette.NONE);
    }
}
