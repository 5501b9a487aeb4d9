// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

/** A number as it was read, before it is known what it counts. */
final class Quantity {

    enum Form {
        /** Digits without grouping. */
        FIGURES,
        /** Digits with grouping. */
        GROUPED,
        /** Digits and a magnitude: 7 million, 10k, 3 千万. */
        SCALED,
        /** English words. */
        WORDS,
        /** Chinese numerals. */
        HAN
    }

    final Form form;

    /** First token and the one behind the last. */
    final int first;

    int next;

    /** Whole part. */
    long value;

    /** Written with a decimal point and no magnitude, as sections and versions are. */
    boolean pointed;

    /** Whether something behind the decimal point was lost. */
    boolean fractional;

    /** Not a number after all: too large, a date, a version. What lies up to {@link #next} is to be passed over. */
    boolean refused;

    /** What it would be if its only point grouped thousands, as in 1.500; 0 when it has none of that shape. */
    long withPointAsGroup;

    /** Whether its point was taken to group thousands. */
    boolean grouped;

    /** Said twice, in words and figures. */
    boolean restated;

    Quantity(Form form, int first, int next, long value) {
        this.form = form;
        this.first = first;
        this.next = next;
        this.value = value;
    }

    static Quantity refused(int first, int next) {
        Quantity q = new Quantity(Form.FIGURES, first, next, 0);
        q.refused = true;
        return q;
    }

    boolean isWhole() {
        return !refused && !fractional;
    }

    /** Multiplies; refuses the number when it grows too large. */
    void times(long factor) {
        long high = Math.multiplyHigh(value, factor);
        long product = value * factor;
        if (high != 0 || product < 0) {
            refused = true;
        } else {
            value = product;
        }
    }
}
