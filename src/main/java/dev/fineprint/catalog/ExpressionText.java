// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions written out: in the notation, and in English. */
final class ExpressionText {

    private ExpressionText() {}

    static String notation(Expression expression) {
        if (expression instanceof Word word) {
            return word.text();
        }
        StringBuilder out = new StringBuilder();
        write(expression, out);
        return out.toString();
    }

    static String notation(Gap gap) {
        if (gap.max() == 0 && gap.without().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("..").append(gap.max());
        for (Expression barred : gap.without()) {
            out.append(" !");
            writeAtom(barred, out);
        }
        return out.toString();
    }

    private static void write(Expression expression, StringBuilder out) {
        if (expression instanceof Word word) {
            out.append(word.text());
        } else if (expression instanceof Prefix prefix) {
            out.append(prefix.text()).append('*');
        } else if (expression instanceof Exact exact) {
            out.append('\'').append(exact.text()).append('\'');
        } else if (expression instanceof ConceptRef concept) {
            out.append('<').append(concept.name()).append('>');
        } else if (expression instanceof Sequence sequence) {
            writeSequence(sequence, out);
        } else if (expression instanceof Or or) {
            writeAll(or.alternatives(), " | ", out);
        } else if (expression instanceof Unordered unordered) {
            out.append('{');
            writeAll(unordered.parts(), " & ", out);
            out.append('}');
            if (unordered.max() != Unordered.DEFAULT_MAX) {
                out.append("..").append(unordered.max());
            }
        } else if (expression instanceof Maybe maybe) {
            writeAtom(maybe.item(), out);
            out.append('?');
        } else if (expression instanceof Start) {
            out.append('^');
        } else {
            out.append('$');
        }
    }

    private static void writeSequence(Sequence sequence, StringBuilder out) {
        List<Expression> items = sequence.items();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                String gap = notation(sequence.gaps().get(i - 1));
                if (!gap.isEmpty()) {
                    out.append(' ').append(gap).append(' ');
                } else if (!(isHan(items.get(i - 1)) && isHan(items.get(i)))) {
                    out.append(' ');
                }
            }
            if (items.get(i) instanceof Or) {
                writeAtom(items.get(i), out);
            } else {
                write(items.get(i), out);
            }
        }
    }

    private static void writeAtom(Expression expression, StringBuilder out) {
        if (expression instanceof Sequence || expression instanceof Or) {
            out.append('(');
            write(expression, out);
            out.append(')');
        } else {
            write(expression, out);
        }
    }

    private static void writeAll(List<Expression> expressions, String between, StringBuilder out) {
        for (int i = 0; i < expressions.size(); i++) {
            out.append(i == 0 ? "" : between);
            write(expressions.get(i), out);
        }
    }

    private static boolean isHan(Expression expression) {
        return expression instanceof Word word && isHan(word.text().codePointAt(0));
    }

    static boolean isHan(int codePoint) {
        // the test for ASCII spares nearly every word of the catalog the script tables
        return codePoint > 0x2000 && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    static String explain(Expression expression) {
        if (expression instanceof Word word) {
            return (isHan(word) ? "" : "a word like ") + "'" + word.text() + "'";
        } else if (expression instanceof Prefix prefix) {
            return "a word beginning with '" + prefix.text() + "'";
        } else if (expression instanceof Exact exact) {
            return "exactly '" + exact.text() + "'";
        } else if (expression instanceof ConceptRef concept) {
            return explain(concept);
        } else if (expression instanceof Sequence sequence) {
            return explain(sequence);
        } else if (expression instanceof Or or) {
            return explain(or);
        } else if (expression instanceof Unordered unordered) {
            return unordered.parts().stream()
                    .map(ExpressionText::explainPart)
                    .collect(Collectors.joining(
                            " and ", "in any order and at most " + tokens(unordered.max()) + " apart: ", ""));
        } else if (expression instanceof Maybe maybe) {
            return "perhaps " + explainPart(maybe.item());
        } else if (expression instanceof Start) {
            return "the start of the clause's own words";
        } else if (expression instanceof End) {
            return "the end of the clause";
        }
        throw new AssertionError(expression.getClass());
    }

    private static String explain(ConceptRef concept) {
        return switch (concept.name()) {
            case "number" -> "a number";
            case "money" -> "an amount of money";
            case "period" -> "a period such as 'monthly'";
            case "territory" -> "a country or region";
            case "age" -> "an age";
            case "duration" -> "a length of time";
            case "quoted" -> "a text in quotation marks";
            case "name" -> "a capitalised word";
            case "any" -> "any word";
            case "rest" -> "all words up to the end of the clause";
            default -> "one of the ways to say <" + concept.name() + ">";
        };
    }

    private static String explain(Or or) {
        String words = or.alternatives().stream()
                .filter(Word.class::isInstance)
                .map(w -> "'" + ((Word) w).text() + "'")
                .collect(Collectors.joining(", "));
        List<String> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            parts.add("a word like " + words);
        }
        for (Expression alternative : or.alternatives()) {
            if (!(alternative instanceof Word)) {
                parts.add(explainPart(alternative));
            }
        }
        return String.join(", or ", parts);
    }

    /** Adjacent words read as one phrase; the rest is told from left to right. */
    private static String explain(Sequence sequence) {
        StringBuilder out = new StringBuilder();
        List<Expression> items = sequence.items();
        int i = 0;
        while (i < items.size()) {
            int end = i + 1;
            while (items.get(i) instanceof Word
                    && end < items.size()
                    && items.get(end) instanceof Word
                    && sequence.gaps().get(end - 1).equals(Gap.NONE)) {
                end++;
            }
            if (i > 0) {
                out.append(explain(sequence.gaps().get(i - 1)));
            }
            if (end > i + 1) {
                boolean han = items.subList(i, end).stream().allMatch(ExpressionText::isHan);
                String phrase = items.subList(i, end).stream()
                        .map(word -> ((Word) word).text())
                        .collect(Collectors.joining(han ? "" : " "));
                out.append(han ? "'" : "words like '").append(phrase).append('\'');
            } else {
                out.append(explainPart(items.get(i)));
            }
            i = end;
        }
        return out.toString();
    }

    private static String explainPart(Expression expression) {
        String text = explain(expression);
        boolean compound =
                expression instanceof Sequence || expression instanceof Unordered || expression instanceof Or;
        return compound ? "(" + text + ")" : text;
    }

    private static String explain(Gap gap) {
        if (gap.max() == 0) {
            return ", directly followed by ";
        }
        String barred = gap.without().stream().map(ExpressionText::explainPart).collect(Collectors.joining(" or "));
        return ", at most " + tokens(gap.max()) + " later"
                + (barred.isEmpty() ? "" : " and without " + barred + " between") + ", ";
    }

    private static String tokens(int count) {
        return count + (count == 1 ? " token" : " tokens");
    }
}
