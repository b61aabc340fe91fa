package dev.reflux.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayCastsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CHECK (((s)::text = ANY ((ARRAY['a'::character varying, 'b, c'::character varying])::text[])))"
                        + "| CHECK (((s)::text = ANY (ARRAY[('a'::character varying)::text, ('b, c'::character varying)::text])))",
                "x = ANY ((ARRAY['it''s ]'::varchar])::text[]) AND y | x = ANY (ARRAY[('it''s ]'::varchar)::text]) AND y",
                "((ARRAY[f(1, 2), (3)])::numeric(10,2)[]) | (ARRAY[(f(1, 2))::numeric(10,2), ((3))::numeric(10,2)])",
                "(ARRAY[1, 2])::public.\"T\"[] | ARRAY[(1)::public.\"T\", (2)::public.\"T\"]",
                "ARRAY[1, 2] | ARRAY[1, 2]",
                "(ARRAY[1, 2]) | (ARRAY[1, 2])",
                "(ARRAY['unclosed | (ARRAY['unclosed",
            })
    void spread_castsEachElement(String printed, String expected) {
        assertThat(ArrayCasts.spread(printed)).isEqualTo(expected);
    }
}
