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
import org.jspecify.annotations.Nullable;

/**
 * Reads what the build packed: numbers, texts and expressions, each text and each expression once and named by
 * its number after that. Written for a virtual machine that has just started, which interprets every step of it: no
 * streams, no lambdas, no decoding of characters one by one.
 */
final class PackedReader {

    static final int MAGIC = 0x4650_4332;

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

    /** Where each expression begins, and those that were asked for before. */
    private final int[] expressionAt;

    private final @Nullable Expression[] expressions;

    /**
     * Begins to read: checks what it is, then reads the texts, and where the expressions are.
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
            expressionAt = new int[number()];
            expressions = new Expression[expressionAt.length];
            ByteBuffer.wrap(bytes, at, expressionAt.length * Integer.BYTES)
                    .asIntBuffer()
                    .get(expressionAt);
            at += expressionAt.length * Integer.BYTES;
            int length = number();
            for (int i = 0; i < expressionAt.length; i++) {
                expressionAt[i] += at;
            }
            at += length;
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

    /** Reads on at a place of its own. */
    private PackedReader(PackedReader other, int at) {
        this.bytes = other.bytes;
        this.texts = other.texts;
        this.expressionAt = other.expressionAt;
        this.expressions = other.expressions;
        this.at = at;
    }

    private Expression readExpression() {
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
            default -> throw new IllegalStateException("no expression of a packed catalog: " + tag);
        };
    }

    private Expression sequence() {
        List<Expression> items = expressions();
        int here = at;
        int size = items.size() - 1;
        return new Expression.Sequence(
                items, new LaterExpressions<>(size, () -> new PackedReader(this, here).gaps(size)));
    }

    private List<Expression.Gap> gaps(int size) {
        Expression.Gap[] gaps = new Expression.Gap[size];
        for (int i = 0; i < size; i++) {
            int gap = number();
            gaps[i] = (gap & 1) == 0 ? Expression.Gap.of(gap >> 1) : new Expression.Gap(gap >> 1, expressions());
        }
        return List.of(gaps);
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
        int number = number();
        Expression known = expressions[number];
        if (known == null) {
            known = new PackedReader(this, expressionAt[number]).readExpression();
            expressions[number] = known;
        }
        return known;
    }

    /** Some expressions, each of which is made when it is asked for. */
    List<Expression> expressions() {
        int size = number();
        if (size == 0) {
            return List.of();
        }
        int here = at;
        for (int left = size; left > 0; ) {
            left -= bytes[at++] >= 0 ? 1 : 0;
        }
        return new LaterExpressions<>(size, () -> new PackedReader(this, here).expressions(size));
    }

    private List<Expression> expressions(int size) {
        Expression[] list = new Expression[size];
        for (int i = 0; i < size; i++) {
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
