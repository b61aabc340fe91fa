package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol's letters, as the client (&gt;) and the server (&lt;) send them; start-up ends with the first Z. */
class ConversationTest {

    private static final byte[] EMPTY = {0};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | >pp <RRRSSKZ                                  | start-up
                    1 | <Z >Q <TDCZ                                   | a query
                    1 | <Z >Q <TDCTDCCZ                               | a script
                    1 | <Z >Q <NCZ                                    | a notice
                    1 | <Z >Q <EZ                                     | an error
                    2 | <Z >Q <CZ >Q <CZ                              | one after the other
                    1 | <Z >QQ <CZCZ                                  | two in one go
                    1 | <Z >Q <TD >Q <CZCZ                            | a second one before the first is done
                    1 | <Z >PBDES <12TDCZ                             | the extended protocol
                    2 | <Z >PDS <1tTZ >BES <2DCZ                      | prepared first
                    3 | <Z >PBDEH <12TDs >EH <DC >S <Z                | a cursor with Flush, then Sync
                    1 | <Z >PBDES <EZ                                 | an error in Parse
                    1 | <Z >PBES <1EZ                                 | an error in Bind
                    2 | <Z >PBES <EZ >Q <CZ                           | a query after an error
                    2 | <Z >PH <E >BES <Z                             | messages passed over up to Sync
                    1 | <Z >PBES PBES <EZ12CZ                         | the second of two goes on
                    1 | <Z >Q <G >dddc <CZ                            | COPY FROM STDIN
                    0 | <Z >X                                         | good-bye
                    0 | <Z <ASN                                       | what the server says unasked
                    """)
    void roundTrips_areCounted(int expected, String conversation) {
        Tally tally = new Tally();
        Conversation followed = new Conversation(tally);
        for (String part : conversation.split("(?=[<>])", -1)) {
            part.substring(1).chars().filter(letter -> letter != ' ').forEach(letter -> {
                if (part.startsWith(">")) {
                    followed.fromClient((char) letter, EMPTY);
                } else {
                    followed.fromServer((char) letter, EMPTY);
                }
            });
        }

        assertThat(tally.traffic().roundTrips()).isEqualTo(expected);
    }
}
