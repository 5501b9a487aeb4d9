// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.Expression.ConceptRef;
import dev.fineprint.catalog.Expression.End;
import dev.fineprint.catalog.Expression.Exact;
import dev.fineprint.catalog.Expression.Gap;
import dev.fineprint.catalog.Expression.Maybe;
import dev.fineprint.catalog.Expression.Prefix;
import dev.fineprint.catalog.Expression.Start;
import dev.fineprint.catalog.Expression.Unordered;
import dev.fineprint.catalog.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ExpressionProperties {

    private static final SourceRef AT = new SourceRef("x.yaml", 1, 1);

    @Property
    void what_is_written_is_read_back_as_an_equal_expression(@ForAll("expressions") Expression expression) {
        assertThat(ExpressionParser.parse(expression.toString(), AT)).isEqualTo(expression);
    }

    @Property
    void blanks_change_nothing_where_the_notation_has_one(@ForAll("expressions") Expression expression) {
        String spaced = "  " + expression.toString().replace(" ", " \n\t ") + " ";
        assertThat(ExpressionParser.parse(spaced, AT)).isEqualTo(expression);
    }

    @Property
    void every_expression_describes_itself(@ForAll("expressions") Expression expression) {
        assertThat(expression.explain()).isNotBlank().doesNotContain("[", "Expression");
    }

    @Property(tries = 5000)
    void whatever_is_written_is_read_or_refused_within_its_bounds(@ForAll("soup") String text) {
        try {
            Expression expression = ExpressionParser.parse(text, AT);
            assertThat(ExpressionParser.parse(expression.toString(), AT)).isEqualTo(expression);
        } catch (CatalogException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.at().line()).isEqualTo(1);
                assertThat(problem.at().column()).isBetween(1, text.length() + 1);
                assertThat(problem.advice()).isNotEmpty();
            });
        }
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "a",
                        "use",
                        "'so'",
                        "'",
                        "<use>",
                        "<",
                        ">",
                        "(",
                        ")",
                        "{",
                        "}",
                        "&",
                        "|",
                        "..",
                        "5",
                        "..3",
                        "?",
                        "*",
                        "!",
                        "^",
                        "$",
                        " ",
                        "-",
                        "模",
                        "型",
                        "non-commercial",
                        "don't",
                        ".",
                        "，",
                        "\uD83D\uDE00",
                        "\uD83D")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        Arbitrary<Expression> inner = tree(3);
        Arbitrary<Expression> anchored = Combinators.combine(
                        inner, Arbitraries.integers().between(1, 7))
                .as((expression, ends) -> {
                    List<Expression> items = new ArrayList<>();
                    if ((ends & 1) != 0) {
                        items.add(new Start());
                    }
                    items.add(expression);
                    if ((ends & 4) != 0) {
                        items.add(new Start());
                        items.add(new Word("own"));
                    }
                    if ((ends & 2) != 0) {
                        items.add(new End());
                    }
                    return Expression.adjacent(items);
                });
        return Arbitraries.oneOf(
                inner, anchored, anchored.list().ofMinSize(2).ofMaxSize(3).map(Expression::or));
    }

    private static Arbitrary<Expression> tree(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Arbitrary<Expression> below = tree(depth - 1);
        Arbitrary<Expression> or = below.list().ofMinSize(2).ofMaxSize(4).map(Expression::or);
        Arbitrary<Expression> unordered = Combinators.combine(
                        below.list().ofMinSize(2).ofMaxSize(3),
                        Arbitraries.integers().between(0, 200))
                .as(Unordered::new);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf()), Tuple.of(2, or), Tuple.of(1, unordered), Tuple.of(3, sequence(below)));
    }

    private static Arbitrary<Expression> sequence(Arbitrary<Expression> below) {
        Arbitrary<Expression> item = Combinators.combine(below, Arbitraries.of(false, false, true))
                .as((e, maybe) -> maybe ? new Maybe(e) : e);
        return Combinators.combine(
                        below,
                        item.list().ofMinSize(1).ofMaxSize(4),
                        gap(below).list().ofSize(4))
                .as((solid, items, gaps) -> {
                    List<Expression> all = new ArrayList<>(items);
                    all.add(items.size() / 2, solid);
                    return Expression.sequence(all, gaps.subList(0, all.size() - 1));
                })
                .filter(sequence -> ExpressionParser.optionals(sequence) <= ExpressionParser.MAX_OPTIONAL);
    }

    private static Arbitrary<Gap> gap(Arbitrary<Expression> below) {
        return Arbitraries.oneOf(
                Arbitraries.just(Gap.NONE),
                Arbitraries.integers().between(0, 200).map(Gap::of),
                Combinators.combine(
                                Arbitraries.integers().between(1, 200),
                                below.list().ofMinSize(1).ofMaxSize(2))
                        .as(Gap::new));
    }

    private static Arbitrary<Expression> leaf() {
        Arbitrary<String> latin = Arbitraries.oneOf(
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(6),
                Arbitraries.of("don't", "o'clock", "18", "gpt4", "größe"));
        Arbitrary<String> token = Arbitraries.oneOf(latin, Arbitraries.of("模", "型", "不", "得", "\uD840\uDC00"));
        return Arbitraries.oneOf(
                token.map(Word::new),
                latin.map(Prefix::new),
                token.map(Exact::new),
                Arbitraries.of("use", "forbid", "number", "name", "third-party").map(ConceptRef::new));
    }
}
