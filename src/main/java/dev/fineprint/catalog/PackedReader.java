// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the build packed: numbers, texts and expressions, each text and each expression once and named by
 * its number after that. Written for a virtual machine that has just started, which interprets every step of it: no
 * streams, no lambdas, no decoding of characters one by one.
 */
final class PackedReader {

    static final int MAGIC = 0x4650_4331;

    /** What a value of an example is. */
    static final int TEXT = 0;

    static final int NUMBER = 1;
    static final int LIST = 2;

    /** What an expression is. */
    static final int WORD = 0;

    static final int PREFIX = 1;
    static final int EXACT = 2;
    static final int CONCEPT = 3;
    static final int SEQUENCE = 4;
    static final int OR = 5;
    static final int UNORDERED = 6;
    static final int MAYBE = 7;
    static final int START = 8;
    static final int END = 9;

    private final byte[] bytes;
    private int at;
    private final String[] texts;
    private final Expression[] expressions;

    /**
     * Begins to read: checks what it is, then reads the texts and the expressions.
     *
     * @throws IOException if it is something else
     */
    PackedReader(byte[] bytes) throws IOException {
        this.bytes = bytes;
        try {
            if (ByteBuffer.wrap(bytes).getInt() != MAGIC) {
                throw new IOException("no packed catalog of this version");
            }
            at = Integer.BYTES;
            texts = readTexts();
            expressions = new Expression[number()];
            for (int i = 0; i < expressions.length; i++) {
                expressions[i] = readExpression();
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IOException("a packed catalog that ends too early", e);
        }
    }

    /** The texts of one-byte characters lie in one row, all others in another: each is cut out without decoding. */
    private String[] readTexts() {
        int narrow = number();
        String latin = new String(bytes, at, narrow, StandardCharsets.ISO_8859_1);
        at += narrow;
        char[] wide = new char[number()];
        ByteBuffer.wrap(bytes, at, wide.length * Character.BYTES).asCharBuffer().get(wide);
        at += wide.length * Character.BYTES;
        String other = String.valueOf(wide);
        String[] all = new String[number()];
        int inLatin = 0;
        int inOther = 0;
        for (int i = 0; i < all.length; i++) {
            int length = number();
            if ((length & 1) == 0) {
                all[i] = latin.substring(inLatin, inLatin += length >> 1);
            } else {
                all[i] = other.substring(inOther, inOther += length >> 1);
            }
        }
        return all;
    }

    private Expression readExpression() throws IOException {
        int tag = bytes[at++];
        return switch (tag) {
            case WORD -> new Expression.Word(text());
            case PREFIX -> new Expression.Prefix(text());
            case EXACT -> new Expression.Exact(text());
            case CONCEPT -> new Expression.ConceptRef(text());
            case SEQUENCE -> sequence();
            case OR -> new Expression.Or(expressions());
            case UNORDERED -> {
                int max = number();
                yield new Expression.Unordered(expressions(), max);
            }
            case MAYBE -> new Expression.Maybe(expression());
            case START -> new Expression.Start();
            case END -> new Expression.End();
            default -> throw new IOException("no expression of a packed catalog: " + tag);
        };
    }

    private Expression sequence() {
        List<Expression> items = expressions();
        Expression.Gap[] gaps = new Expression.Gap[items.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            int gap = number();
            gaps[i] = (gap & 1) == 0 ? Expression.Gap.of(gap >> 1) : new Expression.Gap(gap >> 1, expressions());
        }
        return new Expression.Sequence(items, List.of(gaps));
    }

    /** A number that is not negative. */
    int number() {
        int b = bytes[at++];
        if (b >= 0) {
            return b;
        }
        int number = b & 0x7F;
        for (int shift = 7; ; shift += 7) {
            b = bytes[at++];
            number |= (b & 0x7F) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }

    boolean flag() {
        return number() != 0;
    }

    String text() {
        return texts[number()];
    }

    List<String> texts() {
        String[] list = new String[number()];
        for (int i = 0; i < list.length; i++) {
            list[i] = text();
        }
        return List.of(list);
    }

    Expression expression() {
        return expressions[number()];
    }

    List<Expression> expressions() {
        Expression[] list = new Expression[number()];
        for (int i = 0; i < list.length; i++) {
            list[i] = expression();
        }
        return List.of(list);
    }

    /** Expressions under their language, or under the value that they stand for, in their order. */
    Map<String, List<Expression>> expressionsByName() {
        int size = number();
        Map<String, List<Expression>> named = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            named.put(text(), expressions());
        }
        return named;
    }

    LocalizedText localized() {
        return new LocalizedText(text(), text());
    }

    SourceRef source() {
        return new SourceRef(text(), number(), number());
    }

    /** A list of texts, a whole number, or a text. */
    Object value() {
        int kind = number();
        if (kind == LIST) {
            int size = number();
            List<Object> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(value());
            }
            return List.copyOf(list);
        }
        return kind == NUMBER ? (Object) Long.valueOf(text()) : text();
    }
}
