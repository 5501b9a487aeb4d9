// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fineprint.catalog.Expression.ConceptRef;
import dev.fineprint.catalog.Expression.End;
import dev.fineprint.catalog.Expression.Exact;
import dev.fineprint.catalog.Expression.Gap;
import dev.fineprint.catalog.Expression.Maybe;
import dev.fineprint.catalog.Expression.Or;
import dev.fineprint.catalog.Expression.Prefix;
import dev.fineprint.catalog.Expression.Sequence;
import dev.fineprint.catalog.Expression.Start;
import dev.fineprint.catalog.Expression.Unordered;
import dev.fineprint.catalog.Expression.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

    private static final SourceRef AT = new SourceRef("x.yaml", 7, 11);

    private static Expression parse(String text) {
        return ExpressionParser.parse(text, AT);
    }

    private static Word word(String text) {
        return new Word(text);
    }

    @Test
    void reads_the_notation_of_the_design() {
        assertThat(parse("<forbid> ..12 <use> ..10 (military | warfare | weapon*)"))
                .isEqualTo(new Sequence(
                        List.of(
                                new ConceptRef("forbid"),
                                new ConceptRef("use"),
                                new Or(List.of(word("military"), word("warfare"), new Prefix("weapon")))),
                        List.of(Gap.of(12), Gap.of(10))));
    }

    @Test
    void words_without_a_gap_are_adjacent_and_read_in_lower_case() {
        assertThat(parse("Export LAW")).isEqualTo(Expression.adjacent(List.of(word("export"), word("law"))));
    }

    @Test
    void a_single_word_is_just_that() {
        assertThat(parse(" (( gambling )) ")).isEqualTo(word("gambling"));
    }

    @Test
    void a_hyphenated_word_is_read_apart_and_joined() {
        assertThat(parse("non-commercial"))
                .isEqualTo(new Or(
                        List.of(Expression.adjacent(List.of(word("non"), word("commercial"))), word("noncommercial"))));
        assertThat(parse("fine-tun*"))
                .isEqualTo(new Or(
                        List.of(Expression.adjacent(List.of(word("fine"), new Prefix("tun"))), new Prefix("finetun"))));
        assertThat(parse("'sub-licensee'"))
                .isEqualTo(new Or(List.of(
                        Expression.adjacent(List.of(new Exact("sub"), new Exact("licensee"))),
                        new Exact("sublicensee"))));
        assertThat(parse("covid-19").toString()).isEqualTo("covid 19 | covid19");
    }

    @Test
    void numbers_with_a_hyphen_are_not_joined() {
        assertThat(parse("24-7")).isEqualTo(Expression.adjacent(List.of(word("24"), word("7"))));
    }

    @Test
    void chinese_falls_into_characters() {
        assertThat(parse("不得 ..5 用于"))
                .isEqualTo(new Sequence(
                        List.of(word("不"), word("得"), word("用"), word("于")), List.of(Gap.NONE, Gap.of(5), Gap.NONE)));
        assertThat(parse("AI模型")).isEqualTo(Expression.adjacent(List.of(word("ai"), word("模"), word("型"))));
        assertThat(parse("'军事'")).isEqualTo(Expression.adjacent(List.of(new Exact("军"), new Exact("事"))));
    }

    @Test
    void an_optional_run_of_chinese_is_optional_as_a_whole() {
        assertThat(parse("商业性? 使用"))
                .isEqualTo(Expression.adjacent(List.of(
                        new Maybe(Expression.adjacent(List.of(word("商"), word("业"), word("性")))),
                        word("使"),
                        word("用"))));
    }

    @Test
    void exact_words_may_be_several_and_hold_apostrophes() {
        assertThat(parse("'Built With'"))
                .isEqualTo(Expression.adjacent(List.of(new Exact("built"), new Exact("with"))));
        assertThat(parse("'can't' don't")).isEqualTo(Expression.adjacent(List.of(new Exact("can't"), word("don't"))));
    }

    @Test
    void a_possessive_is_left_off_as_it_is_in_texts() {
        assertThat(parse("'Licensor's' licensee's").toString()).isEqualTo("'licensor' licensee");
        assertThat(parse("licensee's-option")).isEqualTo(parse("licensee-option"));
        assertThat(parse("a's's don't o's'x").toString()).isEqualTo("a don't o'x");
    }

    @Test
    void lower_case_is_that_of_no_country() {
        assertThat(parse("TITLE İstanbul")).isEqualTo(parse("title istanbul"));
    }

    @Test
    void a_gap_may_bar_atoms() {
        assertThat(parse("must ..3 !not !<unless> !(no need) use"))
                .isEqualTo(new Sequence(
                        List.of(word("must"), word("use")),
                        List.of(new Gap(
                                3,
                                List.of(
                                        word("not"),
                                        new ConceptRef("unless"),
                                        Expression.adjacent(List.of(word("no"), word("need"))))))));
    }

    @Test
    void parts_in_any_order_have_a_span_of_their_own() {
        Expression both = new Unordered(List.of(word("sell"), new Or(List.of(word("model"), word("weights")))), 5);
        assertThat(parse("{sell & model | weights}..5")).isEqualTo(both);
        assertThat(parse("{sell & model | weights}..5 ..2 today"))
                .isEqualTo(new Sequence(List.of(both, word("today")), List.of(Gap.of(2))));
        assertThat(parse("{a1 & b1} ..5 c1"))
                .as("after a blank it is the gap before the next part")
                .isEqualTo(new Sequence(
                        List.of(new Unordered(List.of(word("a1"), word("b1")), 8), word("c1")), List.of(Gap.of(5))));
    }

    @Test
    void anchors_stand_at_both_ends() {
        assertThat(parse("^ non-commercial use $").toString()).isEqualTo("^ (non commercial | noncommercial) use $");
        assertThat(parse("(^ use | copy $)"))
                .isEqualTo(new Or(List.of(
                        Expression.adjacent(List.of(new Start(), word("use"))),
                        Expression.adjacent(List.of(word("copy"), new End())))));
    }

    @Test
    void the_start_of_the_own_words_may_follow_what_is_inherited() {
        assertThat(parse("<forbid> ..9 ^ ..2 <use> ..3 $"))
                .isEqualTo(new Sequence(
                        List.of(new ConceptRef("forbid"), new Start(), new ConceptRef("use"), new End()),
                        List.of(Gap.of(9), Gap.of(2), Gap.of(3))));
    }

    @Test
    void groups_fall_away_where_they_mean_nothing() {
        assertThat(parse("a (b c) ..2 ((d | e) | f)").toString()).isEqualTo("a b c ..2 (d | e | f)");
        assertThat(parse("use | use | copy").toString()).isEqualTo("use | copy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '"', textBlock = """
        ''                  ¦ 1 ¦ exact words without a word (''); expected one word or more; write or drop them
        a | | b             ¦ 5 ¦ an empty alternative; expected ANY; fill or drop it
        a |                 ¦ 4 ¦ an empty alternative; expected ANY; fill or drop it
        (a                  ¦ 1 ¦ a group that is not closed ((a); expected a closing ); add it
        {a & b              ¦ 1 ¦ a group that is not closed ({a & b); expected a closing }; add it
        a)                  ¦ 2 ¦ an unexpected character ()); expected ANY; open the group before, or drop it
        a & b               ¦ 3 ¦ an unexpected character (&); expected ANY; & joins the parts of { }, | joins alternatives
        {a}                 ¦ 1 ¦ a { } group of one part ({a}); expected two parts or more, joined by &; write ( ) or add a part
        a .. b              ¦ 3 ¦ a gap without its length (.. b); expected a number of tokens and a blank; write ..5 or the like
        a ..5b              ¦ 3 ¦ a gap without its length (..5b); expected a number of tokens and a blank; write ..5 or the like
        a ..201 b           ¦ 3 ¦ the gap is too wide (..201); expected at most 200 tokens; narrow it: a pattern never reaches across its clause
        a ..1000000 b       ¦ 3 ¦ the gap is too wide (..1000000); expected at most 200 tokens; narrow it: a pattern never reaches across its clause
        ..5 b               ¦ 1 ¦ a gap with nothing before it (..5 b); expected ANY; drop the gap
        a ..5               ¦ 3 ¦ a gap with nothing behind it (..5); expected ANY; drop the gap; the span of a { & } group is written without a blank: {a & b}..5
        a ..5 | b           ¦ 3 ¦ a gap with nothing behind it (..5 | b); expected ANY; drop the gap; the span of a { & } group is written without a blank: {a & b}..5
        a ..0 !b c          ¦ 3 ¦ a gap of 0 tokens has no room for what it bars (..0 !); expected a gap of 1 or more; drop the !
        a ! b               ¦ 3 ¦ an unexpected character (!); expected ANY; ! bars something from a gap: ..5 !word
        a . b               ¦ 3 ¦ an unexpected character (.); expected ANY; a gap is written ..5; punctuation makes no token: leave it out
        a ..5 !^b c         ¦ 8 ¦ an unexpected character (^); expected ANY; ^ stands before or between the parts of a sequence
        a$ b                ¦ 2 ¦ $ in the middle ($); expected it at the end of the expression; move or drop it
        (a $ | c) b         ¦ 4 ¦ $ in the middle ($); expected it at the end of the expression; move or drop it
        {a $ & b}           ¦ 4 ¦ $ inside { & } ($); expected it at the end of the expression; move or drop it
        {^ a & b}           ¦ 2 ¦ ^ inside { & } (^); expected it outside the braces; move or drop it
        a? b?               ¦ 1 ¦ this can match nothing at all (a? b?); expected a part without ?; drop one ?
        c | a?              ¦ 4 ¦ this can match nothing at all (a?); expected a part without ?; drop one ?
        ^ $                 ¦ 1 ¦ this can match nothing at all (^ $); expected a part without ?; drop one ?
        a?? b               ¦ 3 ¦ an unexpected character (?); expected ANY; ? follows an item directly, once
        <forbid             ¦ 1 ¦ a concept without its closing > (<forbid); expected <name> of small letters, digits and hyphens; write it so
        <For bid> a         ¦ 1 ¦ no name of a concept (<For bid>); expected <name> of small letters, digits and hyphens; write it so
        a 'b c              ¦ 3 ¦ exact words that are not closed ('b c); expected a closing '; add it
        'a|b'               ¦ 3 ¦ an unexpected character (|); expected ANY; & joins the parts of { }, | joins alternatives
        w* a                ¦ 1 ¦ the prefix is too short (w*); expected at least 2 letters before the *; lengthen it or list the words
        军事*                ¦ 3 ¦ a prefix of Chinese characters (军事*); expected the characters alone, each is a token of its own; drop the *
        a * b               ¦ 3 ¦ an unexpected character (*); expected ANY; * follows the beginning of a word directly
        a, b                ¦ 2 ¦ an unexpected character (,); expected ANY; punctuation makes no token: leave it out
        a - b               ¦ 3 ¦ an unexpected character (-); expected ANY; a hyphen stands inside a word; leave a dash out
        军事（武器）           ¦ 3 ¦ an unexpected character (（); expected ANY; write the ASCII character
        a ‘b’               ¦ 3 ¦ an unexpected character (‘); expected ANY; exact words stand in straight single quotes: 'so'
        {a & b & c & d & e & f & g} ¦ 1 ¦ too many parts in any order (7 parts); expected at most 6; make a sequence or several patterns of them
        """)
    void names_the_column_of_a_fault_and_what_to_do(String text, int column, String message) {
        CatalogException e = catchThrowableOfType(CatalogException.class, () -> parse(text));
        assertThat(e).as(text).isNotNull();
        assertThat(e.problems())
                .extracting(CatalogProblem::toString)
                .containsExactly("x.yaml:7:" + (10 + column) + ": "
                        + message.replace("ANY", "a word, pre*, 'exact words', <concept>, (...) or {... & ...}"));
    }

    @Test
    void refuses_the_empty_expression() {
        assertThat(catchThrowableOfType(CatalogException.class, () -> parse(" ")))
                .hasMessageContaining("x.yaml:7:11: an empty expression; expected a word");
    }

    @Test
    void several_harmless_faults_are_reported_together() {
        CatalogException e = catchThrowableOfType(CatalogException.class, () -> parse("a ..300 b ..400 c d* e"));
        assertThat(e.problems()).extracting(p -> p.at().column()).containsExactly(13, 21, 29);
        assertThat(e).hasMessageStartingWith("3 problems in the catalog:\n  x.yaml:7:13: the gap is too wide (..300)");
    }

    @Test
    void refuses_hostile_expressions_with_a_clear_message() {
        assertThat(catchThrowableOfType(CatalogException.class, () -> parse("(".repeat(100) + "a" + ")".repeat(100))))
                .hasMessageContaining("x.yaml:7:31: groups are nested too deep; expected at most 20 levels");
        assertThat(catchThrowableOfType(CatalogException.class, () -> parse("a|".repeat(3000) + "a")))
                .hasMessageContaining("the expression has too many alternatives; expected at most 2000");
        assertThat(catchThrowableOfType(CatalogException.class, () -> parse("word ".repeat(10_000))))
                .hasMessageContaining("the expression is too long (50000 characters); expected at most 20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((((((((((((((((((a b)))))))))))))))))))", "a ..200 b", "{a & b & c & d & e & f}..200"})
    void accepts_what_just_keeps_the_limits(String text) {
        assertThat(parse(text)).isNotNull();
    }

    @Test
    void describes_itself() {
        assertThat(parse("<use> ..10 (military | warfare)").explain())
                .isEqualTo(
                        "one of the ways to say <use>, at most 10 tokens later, (a word like 'military', 'warfare')");
        assertThat(parse("must ..3 !not export* 'so'? $").explain())
                .isEqualTo("a word like 'must', at most 3 tokens later and without a word like 'not' between, "
                        + "a word beginning with 'export', directly followed by perhaps exactly 'so', "
                        + "directly followed by the end of the clause");
        assertThat(parse("{<money> & <period>}..1").explain())
                .isEqualTo("in any order and at most 1 token apart: an amount of money and a period such as 'monthly'");
        assertThat(parse("不得 ..5 export law | <territory>").explain())
                .isEqualTo("('不得', at most 5 tokens later, words like 'export law'), or a country or region");
    }
}
