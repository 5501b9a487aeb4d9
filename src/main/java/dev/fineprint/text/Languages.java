// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import org.jspecify.annotations.Nullable;

/** Tells the language of a clause by its script and, in Latin script, by its function words. */
final class Languages {
    private static final WordSet ENGLISH = WordSet.of(
            "the of and to in is that for it with as was on are be this by at from or an have not which you your shall",
            "may must any all will such other if its has use under these no without only been their they do does use",
            "our we us who when where each more than into");
    /** English function words that other languages in Latin script have too: beside words of theirs they say nothing. */
    private static final WordSet SHARED = WordSet.of("in an was on will as do has or me so");
    /** Function words of other languages in Latin script that are no English words. */
    private static final WordSet OTHER = WordSet.of(
            // German, Dutch
            "der und das den dem des ein eine einer eines ist nicht mit von sich auf oder fur als auch werden wird sind",
            "durch bei nach wenn diese dieser dieses kann zur zum sie het een van voor niet zijn deze dat wordt",
            // French
            "le la les du une est pas que qui dans pour par sur avec ou ce cette ces aux sont vous votre nous ne au leur",
            // Spanish, Portuguese, Italian, Catalan
            "el los las del por para con una su sus como este esta estos os da dos das em nao uma ao pelo il di che",
            "della dei delle nel gli sono questa questo lo",
            // Scandinavian, Finnish, Polish, Turkish, Indonesian, Romanian
            "och att det som inte eller har av til og ikke er af ja tai ei nie jest ve bir ile icin yang dan",
            "dengan untuk dalam pentru cu este sau");

    /** So many letters, a Han character as three, stand outside quotation marks before what is inside does not count. */
    private static final int FEWEST_OUTSIDE = 12;

    /** Words of the first set, of the first and the second, of the third. */
    private static final WordFlags FUNCTION_WORDS = WordFlags.of(ENGLISH, SHARED, OTHER);

    /** None of them is longer. */
    private static final int LONGEST = 12;

    private final char[] c;

    Languages(char[] c) {
        this.c = c;
    }

    private static boolean isAccented(char c) {
        return c >= '\u00C0' && c <= '\u024F';
    }

    /** The language of a clause, or null if it is in Latin script and says too little. */
    @Nullable
    Language guess(int from, int to) {
        int han = 0;
        int latin = 0;
        int kana = 0;
        int foreign = 0;
        int english = 0;
        int shared = 0;
        int other = 0;
        int words = 0;
        int accents = 0;
        int quotedHan = 0;
        int quotedLatin = 0;
        boolean quoted = false;
        for (int i = from; i < to; ) {
            char now = c[i];
            quoted ^= now == '"';
            if (Chars.isAsciiLetter(now)) {
                int word = i;
                long key = 0;
                int unread = 0;
                while (i < to && Chars.isAsciiLetter(c[i])) {
                    key = WordSet.append(key, c[i++]);
                    if (i < to && c[i] == LicenseText.IGNORABLE) {
                        int next = letterBehind(i, to);
                        unread += next - i;
                        i = next;
                    }
                }
                if (i < to && isAccented(c[i])) {
                    key = 0;
                    while (i < to && (Chars.isAsciiLetter(c[i]) || isAccented(c[i]))) {
                        accents += isAccented(c[i]) ? 1 : 0;
                        i++;
                    }
                }
                int letters = i - word - unread;
                latin += letters;
                quotedLatin += quoted ? letters : 0;
                words++;
                if (letters <= LONGEST) {
                    int says = FUNCTION_WORDS.get(key);
                    english += says & 1;
                    shared += says >> 1 & says & 1;
                    other += says >> 2;
                }
                continue;
            }
            if (Chars.isHan(now)) {
                han++;
                quotedHan += quoted ? 1 : 0;
            } else if (Chars.isKana(now)) {
                kana++;
            } else if (isAccented(now)) {
                accents++;
                latin++;
            } else if (now > '\u024F' && (Chars.isHangul(now) || Character.isLetter(now))) {
                foreign++;
            }
            i++;
        }
        if (kana * 10 > han + kana || foreign > latin && foreign > han) {
            return kana + foreign > 0 ? Language.OTHER : null;
        }
        if (!quoted && (han - quotedHan) * 3 + latin - quotedLatin >= FEWEST_OUTSIDE) {
            // A credit to be shown in English leaves the sentence that asks for it Chinese.
            han -= quotedHan;
            latin -= quotedLatin;
        }
        if (han > 0) {
            // A Chinese character says as much as some letters of a word.
            return han * 3 >= latin ? Language.ZH : english == 0 && words <= han ? Language.ZH : Language.EN;
        }
        // Of a list of names one in many is foreign; of a sentence every few words are.
        int few = words / 30;
        if (other > few && english == shared && words >= 4) {
            return Language.OTHER;
        }
        if (other >= 2 && other > english + words / 20
                || other + accents >= 2 && other + accents > few && english == 0 && accents > 0) {
            return Language.OTHER;
        }
        if (english > 0 && english >= other && words >= 4) {
            return Language.EN;
        }
        return null;
    }

    /** The offset of the letter with which a word goes on behind what is not to be read; the same offset if it does not. */
    private int letterBehind(int at, int to) {
        int i = at;
        while (i < to && c[i] == LicenseText.IGNORABLE) {
            i++;
        }
        return i < to && Chars.isAsciiLetter(c[i]) ? i : at;
    }
}
