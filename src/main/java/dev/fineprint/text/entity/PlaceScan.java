// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Phrase.Kind;
import dev.fineprint.text.entity.PhraseTable.Hit;

/** Finds countries and unions of countries. */
final class PlaceScan {

    private final EntityScan scan;
    private final Tokens tokens;

    PlaceScan(EntityScan scan) {
        this.scan = scan;
        this.tokens = scan.tokens;
    }

    /** A place at a token; gives the token to go on with, {@code first} when there is nothing. */
    int place(int first) {
        Hit hit = scan.lexicon.places.longest(tokens, first);
        if (hit == null) {
            return first;
        }
        Phrase phrase = hit.phrase();
        if (phrase.kind() == Kind.NOTHING) {
            return hit.next();
        }
        Token behind = tokens.at(hit.next());
        if (!phrase.notAfter().isEmpty() && behind.gap == 0 && behind.isOneOf(phrase.notAfter())
                || phrase.kind() == Kind.PLACE_OR_NAME && isPerson(first, hit.next())
                || tokens.at(first).allCapitals() && isNoAcronym(first, hit.next())) {
            return hit.next();
        }
        boolean regulation = tokens.at(first - 1).is('(')
                && behind.is(')')
                && tokens.at(hit.next() + 1).is(Token.Kind.FIGURES);
        if (regulation || behind.has(Word.COMPANY)) {
            return hit.next();
        }
        String[] codes = phrase.code().split(" ", -1);
        if (codes.length > 1) {
            // 港澳台: one character for each
            for (int i = 0; i < codes.length; i++) {
                scan.add(Entity.Type.TERRITORY, first + i, first + i + 1, 0, codes[i]);
            }
            return hit.next();
        }
        scan.add(Entity.Type.TERRITORY, first, hit.next(), 0, phrase.code());
        return hit.next();
    }

    /** "Michael Jordan", "Chad Smith": a name with another beside it. */
    private boolean isPerson(int first, int next) {
        Token before = tokens.at(first - 1);
        Token after = tokens.at(next);
        return isName(before) && tokens.at(first).gap > 0 || isName(after) && after.gap > 0;
    }

    private static boolean isName(Token t) {
        return t.is(Token.Kind.WORD)
                && t.capital
                && !t.allCapitals()
                && !t.has(Word.PLAIN)
                && !t.has(Word.STARTS_PLACE);
    }

    /** "CONTACT US" in a paragraph of capitals; the language tag "en-US". */
    private boolean isNoAcronym(int first, int next) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        if (t.gap == 0 && (before.is('-') || before.is('_')) && before.gap == 0) {
            Token tag = tokens.at(first - 2);
            return tag.is(Token.Kind.WORD) && tag.length == 2 && !tag.allCapitals();
        }
        if (!t.is("us") || next != first + 1 || before.is("the") || before.is("non")) {
            return false;
        }
        Token after = tokens.at(next);
        if (after.is("government")
                || after.is("law")
                || after.is("laws")
                || after.is("citizens")
                || after.is("persons")) {
            return false;
        }
        return isShouted(before) || isShouted(after) && before.is(Token.Kind.EDGE);
    }

    private static boolean isShouted(Token t) {
        return t.is(Token.Kind.WORD) && t.allCapitals() && t.length > 1 && !t.has(Word.STARTS_PLACE) && !t.is("and");
    }
}
