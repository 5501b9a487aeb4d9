// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.Expression.Gap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what {@link PackedReader} reads. Runs in the build, and in tests. */
final class PackedWriter {

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<Expression, Integer> expressions = new LinkedHashMap<>();
    private final ByteArrayOutputStream expressionStarts = new ByteArrayOutputStream();
    private final Bytes expressionTable = new Bytes();
    private final Bytes body = new Bytes();

    /** Bytes that grow; numbers in as few of them as they need. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void number(int number) {
            if (number < 0) {
                throw new IllegalArgumentException("not to be packed: " + number);
            }
            int rest = number;
            while (rest > 0x7F) {
                out.write(rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            out.write(rest);
        }
    }

    /** Everything that was written: the texts, the expressions, the rest. */
    byte[] toBytes() {
        Bytes all = new Bytes();
        all.out.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(PackedReader.MAGIC).array());
        StringBuilder latin = new StringBuilder();
        StringBuilder other = new StringBuilder();
        Bytes lengths = new Bytes();
        for (String text : texts.keySet()) {
            boolean wide = text.chars().anyMatch(c -> c > 0xFF);
            (wide ? other : latin).append(text);
            lengths.number(text.length() << 1 | (wide ? 1 : 0));
        }
        all.number(latin.length());
        all.out.writeBytes(latin.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.number(other.length());
        all.out.writeBytes(other.toString().getBytes(StandardCharsets.UTF_16BE));
        all.number(texts.size());
        all.out.writeBytes(lengths.out.toByteArray());
        all.number(expressions.size());
        all.out.writeBytes(expressionStarts.toByteArray());
        all.number(expressionTable.out.size());
        all.out.writeBytes(expressionTable.out.toByteArray());
        all.out.writeBytes(body.out.toByteArray());
        return all.out.toByteArray();
    }

    void number(int number) {
        body.number(number);
    }

    void flag(boolean flag) {
        number(flag ? 1 : 0);
    }

    void text(String text) {
        number(textNumber(text));
    }

    void texts(List<String> list) {
        number(list.size());
        list.forEach(this::text);
    }

    private int textNumber(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        return known != null ? known : texts.size() - 1;
    }

    void expression(Expression expression) {
        number(expressionNumber(expression));
    }

    void expressions(List<Expression> list) {
        number(list.size());
        list.forEach(this::expression);
    }

    void expressionsByName(Map<String, List<Expression>> named) {
        number(named.size());
        named.forEach((name, list) -> {
            text(name);
            expressions(list);
        });
    }

    /** The number of an expression; its parts, if it is new, come before it in the table. */
    private int expressionNumber(Expression expression) {
        Integer known = expressions.get(expression);
        if (known != null) {
            return known;
        }
        Bytes own = new Bytes();
        if (expression instanceof Expression.Word word) {
            own.number(PackedReader.WORD);
            own.number(textNumber(word.text()));
        } else if (expression instanceof Expression.Prefix prefix) {
            own.number(PackedReader.PREFIX);
            own.number(textNumber(prefix.text()));
        } else if (expression instanceof Expression.Exact exact) {
            own.number(PackedReader.EXACT);
            own.number(textNumber(exact.text()));
        } else if (expression instanceof Expression.ConceptRef concept) {
            own.number(PackedReader.CONCEPT);
            own.number(textNumber(concept.name()));
        } else if (expression instanceof Expression.Sequence sequence) {
            own.number(PackedReader.SEQUENCE);
            parts(sequence.items(), own);
            sequence.gaps().forEach(gap -> gap(gap, own));
        } else if (expression instanceof Expression.Or or) {
            own.number(PackedReader.OR);
            parts(or.alternatives(), own);
        } else if (expression instanceof Expression.Unordered unordered) {
            own.number(PackedReader.UNORDERED);
            own.number(unordered.max());
            parts(unordered.parts(), own);
        } else if (expression instanceof Expression.Maybe maybe) {
            own.number(PackedReader.MAYBE);
            own.number(expressionNumber(maybe.item()));
        } else {
            own.number(expression instanceof Expression.Start ? PackedReader.START : PackedReader.END);
        }
        int number = expressions.size();
        expressions.put(expression, number);
        expressionStarts.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(expressionTable.out.size())
                .array());
        expressionTable.out.writeBytes(own.out.toByteArray());
        return number;
    }

    private void parts(List<Expression> parts, Bytes out) {
        List<Integer> numbers = new ArrayList<>();
        parts.forEach(part -> numbers.add(expressionNumber(part)));
        out.number(numbers.size());
        numbers.forEach(out::number);
    }

    private void gap(Gap gap, Bytes out) {
        out.number(gap.max() << 1 | (gap.without().isEmpty() ? 0 : 1));
        if (!gap.without().isEmpty()) {
            parts(gap.without(), out);
        }
    }

    void localized(LocalizedText text) {
        text(text.en());
        text(text.zh());
    }

    void source(SourceRef source) {
        text(source.file());
        number(source.line());
        number(source.column());
    }

    /** A list of texts, a whole number, or a text. */
    void value(Object value) {
        if (value instanceof List<?> list) {
            number(PackedReader.LIST);
            number(list.size());
            list.forEach(this::value);
        } else if (value instanceof Long) {
            number(PackedReader.NUMBER);
            text(value.toString());
        } else {
            number(PackedReader.TEXT);
            text((String) value);
        }
    }
}
