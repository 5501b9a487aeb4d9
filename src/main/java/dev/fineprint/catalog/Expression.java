// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must stand in a clause: a tree over words, concepts and gaps, without any knowledge of how it is matched.
 *
 * <p>An expression is a value: two that say the same are equal, wherever they were written. It is kept in one shape: a
 * {@link Sequence} never holds a sequence, an {@link Or} never holds an or, both hold at least two parts, and only a
 * sequence holds a {@link Maybe} or the anchors {@link Start} and {@link End} ({@code End} alone at its back). No
 * expression matches the empty text. {@link #sequence}, {@link #or} build that shape, and {@link #toString} writes it back
 * in the notation of {@link ExpressionParser}, which reads it to an equal expression.
 */
public sealed interface Expression {

    /** The notation's canonical form of this expression. */
    @Override
    String toString();

    /** This expression described in English, for people who do not read the notation. */
    default String explain() {
        return ExpressionText.explain(this);
    }

    /**
     * A token that has the same English stem; a Chinese character stands for itself.
     *
     * @param text the word in lower case; one Han character, or letters and digits (an inner apostrophe included)
     */
    record Word(String text) implements Expression {
        /** Refuses the empty word. */
        public Word {
            requireText(text);
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * A token whose raw lower-case form begins so.
     *
     * @param text the beginning, in lower case
     */
    record Prefix(String text) implements Expression {
        /** Refuses the empty prefix. */
        public Prefix {
            requireText(text);
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * A token whose raw lower-case form is exactly this.
     *
     * @param text the word in lower case
     */
    record Exact(String text) implements Expression {
        /** Refuses the empty word. */
        public Exact {
            requireText(text);
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * An occurrence of a concept of the lexicon, or of an entity read from the text.
     *
     * @param name the concept's name, or one of {@link #ENTITIES}
     */
    record ConceptRef(String name) implements Expression {

        /**
         * The predefined names: what is read from the text's characters instead of from the lexicon. {@code name} is a
         * capitalised word, {@code any} any one own word, {@code rest} all own words up to the end of the clause.
         */
        public static final Set<String> ENTITIES =
                Set.of("number", "money", "period", "territory", "age", "duration", "quoted", "name", "any", "rest");

        /** Refuses the empty name. */
        public ConceptRef {
            requireText(name);
        }

        /** Whether this is an entity, not a concept of the lexicon. */
        public boolean entity() {
            return ENTITIES.contains(name);
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * One part after the other. Where a {@link Maybe} is absent, the gaps on its two sides are one gap: the sum of their
     * lengths, and nothing that either forbids. A gap beside an absent part at either end is nothing.
     *
     * @param items the parts, at least two
     * @param gaps what may stand between each part and the next: one fewer than the parts
     */
    record Sequence(List<Expression> items, List<Gap> gaps) implements Expression {
        /** Copies the lists and checks the shape. */
        public Sequence {
            items = LaterExpressions.keep(items);
            gaps = LaterExpressions.keep(gaps);
            if (items.size() < 2 || gaps.size() != items.size() - 1) {
                throw new IllegalArgumentException("a sequence needs two parts or more and a gap between each two, not "
                        + items.size() + " parts and " + gaps.size() + " gaps");
            }
            boolean solid = LaterExpressions.isLater(items);
            List<Expression> unchecked = LaterExpressions.unchecked(items);
            for (int i = 0; i < unchecked.size(); i++) {
                Expression item = unchecked.get(i);
                if (item instanceof Sequence || item instanceof End && i < items.size() - 1) {
                    throw new IllegalArgumentException("misplaced in a sequence: " + item);
                }
                solid |= !(item instanceof Maybe) && !(item instanceof Start) && !(item instanceof End);
            }
            if (!solid) {
                throw new IllegalArgumentException("every part of the sequence may be absent");
            }
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * What may stand between two parts.
     *
     * @param max how many tokens at most; 0 for adjacent parts
     * @param without none of these may match within the gap
     */
    record Gap(int max, List<Expression> without) {

        /** No token between. */
        public static final Gap NONE = new Gap(0, List.of());

        /** Copies the list. */
        public Gap {
            if (max < 0) {
                throw new IllegalArgumentException("a gap of " + max + " tokens");
            }
            without = LaterExpressions.keep(without);
        }

        /** At most {@code max} tokens, whichever they are. */
        public static Gap of(int max) {
            return max == 0 ? NONE : new Gap(max, List.of());
        }

        /** {@code ..max !atom}, or the empty string for {@link #NONE}. */
        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * One of several.
     *
     * @param alternatives at least two, all different
     */
    record Or(List<Expression> alternatives) implements Expression {
        /** Copies the list and checks the shape. */
        public Or {
            alternatives = LaterExpressions.keep(alternatives);
            if (alternatives.size() < 2) {
                throw new IllegalArgumentException("an or needs two alternatives or more");
            }
            for (Expression alternative : LaterExpressions.unchecked(alternatives)) {
                if (alternative instanceof Or || alternative instanceof Maybe || isAnchor(alternative)) {
                    throw new IllegalArgumentException("no alternative: " + alternative);
                }
            }
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * All of several, in any order, without overlap.
     *
     * @param parts at least two
     * @param max how many tokens may stand between each part and the next
     */
    record Unordered(List<Expression> parts, int max) implements Expression {

        /** The gap where the notation names none. */
        public static final int DEFAULT_MAX = 8;

        /** Copies the list and checks the shape. */
        public Unordered {
            parts = LaterExpressions.keep(parts);
            if (parts.size() < 2 || max < 0) {
                throw new IllegalArgumentException("any order needs two parts or more and a gap, not " + parts.size()
                        + " parts and a gap of " + max);
            }
            for (Expression part : LaterExpressions.unchecked(parts)) {
                if (part instanceof Maybe || isAnchor(part)) {
                    throw new IllegalArgumentException("no part in any order: " + part);
                }
            }
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /**
     * A part of a sequence that may be absent.
     *
     * @param item what may be there
     */
    record Maybe(Expression item) implements Expression {
        /** Checks the shape. */
        public Maybe {
            if (item instanceof Maybe || isAnchor(item)) {
                throw new IllegalArgumentException("cannot be absent: " + item);
            }
        }

        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /** The start of the clause's own words. */
    record Start() implements Expression {
        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /** The end of the clause's own words. */
    record End() implements Expression {
        @Override
        public String toString() {
            return ExpressionText.notation(this);
        }
    }

    /** The parts one after the other, sequences among them opened; a single part is that part. */
    static Expression sequence(List<Expression> items, List<Gap> gaps) {
        if (items.size() == 1) {
            return items.get(0);
        }
        List<Expression> flatItems = new ArrayList<>();
        List<Gap> flatGaps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                flatGaps.add(gaps.get(i - 1));
            }
            if (items.get(i) instanceof Sequence inner) {
                flatItems.addAll(inner.items());
                flatGaps.addAll(inner.gaps());
            } else {
                flatItems.add(items.get(i));
            }
        }
        return new Sequence(flatItems, flatGaps);
    }

    /** The parts one directly after the other. */
    static Expression adjacent(List<Expression> items) {
        return sequence(items, Collections.nCopies(Math.max(0, items.size() - 1), Gap.NONE));
    }

    /** One of the alternatives, ors among them opened and repeated ones dropped; a single one is that one. */
    static Expression or(List<Expression> alternatives) {
        Set<Expression> flat = new LinkedHashSet<>();
        for (Expression alternative : alternatives) {
            if (alternative instanceof Or inner) {
                flat.addAll(inner.alternatives());
            } else {
                flat.add(alternative);
            }
        }
        return flat.size() == 1 ? flat.iterator().next() : new Or(List.copyOf(flat));
    }

    private static boolean isAnchor(Expression expression) {
        return expression instanceof Start || expression instanceof End;
    }

    private static void requireText(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an expression's word must not be empty");
        }
    }
}
