// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.TimeScan.Stretch;

/** Decides what a number is: money, an age, a duration, a count, or nothing of interest. */
final class CountScan {

    private final EntityScan scan;
    private final Tokens tokens;
    private final NumberContext context;
    private final MoneyScan money;
    private final AgeScan ages;
    private final TimeScan times;

    CountScan(EntityScan scan, MoneyScan money, AgeScan ages, TimeScan times) {
        this.scan = scan;
        this.tokens = scan.tokens;
        this.context = new NumberContext(scan);
        this.money = money;
        this.ages = ages;
        this.times = times;
    }

    /** The number at a token; gives the token to go on with, {@code first} when no number starts here. */
    int number(int first) {
        if (context.isInsideChain(first)) {
            return first + 1;
        }
        Quantity q = scan.numbers.read(first, false);
        if (q == null) {
            return first;
        }
        if (q.refused) {
            return context.isDate(first, q) ? context.behindDate(q) : q.next;
        }
        if (context.isGlued(first)) {
            return q.next;
        }
        if (context.isOrdinal(first) || context.isDate(first, q)) {
            return context.behindDate(q);
        }
        if (context.isReference(first, q)) {
            return q.next;
        }
        int next = money.behind(q);
        if (next > 0) {
            return next;
        }
        if (q.withPointAsGroup > 0 && context.isCounted(q.next)) {
            // nobody counts 1.500 users to the thousandth part
            q.value = q.withPointAsGroup;
            q.fractional = false;
            q.pointed = false;
            q.grouped = true;
        }
        if (!q.isWhole() || q.pointed) {
            return q.next;
        }
        next = ages.behind(first, q);
        if (next > 0) {
            return next;
        }
        // "within (30) days"
        boolean bracketed = tokens.at(first - 1).is('(') && tokens.at(q.next).is(')') && times.isUnit(q.next + 1);
        Stretch stretch = context.isPartOfWord(q) ? null : times.stretch(q, bracketed ? q.next + 1 : q.next);
        if (stretch != null) {
            int start = bracketed ? first - 1 : first;
            scan.add(Entity.Type.DURATION, start, stretch.next(), q.value, stretch.iso());
            times.rhythmOf(first, q, stretch);
            scan.behindAmount = stretch.next();
            return stretch.next();
        }
        if (context.isCount(first, q)) {
            scan.add(Entity.Type.NUMBER, first, q.next, q.value, "");
            scan.behindAmount = q.next;
        }
        return q.next;
    }
}
