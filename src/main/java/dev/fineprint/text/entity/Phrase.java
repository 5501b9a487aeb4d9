// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

/**
 * What a phrase of the tables stands for.
 *
 * @param kind its part
 * @param code of the place, currency or period; several, with blanks, when each token is a place of its own
 * @param form how it must be written
 * @param cover how many of its tokens the entity covers; 0 for all
 * @param notBefore characters that, directly before it, make it something else
 * @param notAfter characters that, directly behind it, make it something else
 */
record Phrase(Kind kind, String code, Form form, int cover, String notBefore, String notAfter) {

    enum Kind {
        PLACE,
        /** A place that is also a person's name. */
        PLACE_OR_NAME,
        /** A currency named exactly. */
        CURRENCY,
        /** A dollar of any country; US dollars unless said. */
        DOLLAR,
        /** The sign of both yen and yuan. */
        YEN_OR_YUAN,
        /** The Chinese unit, of any currency; yuan unless said. */
        YUAN_UNIT,
        PERIOD,
        /** Chinese words before a count of months that make it a rhythm. */
        PERIOD_LEAD,
        AGE,
        /** Half a year. */
        STRETCH,
        /** Looks like one of the others and is none. */
        NOTHING
    }

    enum Form {
        ANY,
        /** The first word starts with a capital. */
        CAPITAL,
        /** All in capitals. */
        CAPITALS,
        /** Only behind a number. */
        BEHIND,
        /** Chinese text around a currency: only before a number. */
        BEFORE
    }

    boolean isCurrency() {
        return switch (kind) {
            case CURRENCY, DOLLAR, YEN_OR_YUAN, YUAN_UNIT -> true;
            default -> false;
        };
    }
}
