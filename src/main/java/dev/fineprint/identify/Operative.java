// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/**
 * Words that can carry a condition, or make a sentence of what ought to be a name, a title or a notice. Text that holds
 * one of them is never passed over as replaceable.
 */
final class Operative {
    private static final WordSet ALWAYS = WordSet.of("not no nor only may must shall should would cannot could"
            + " except unless without provided subject restrict restricts restricted restriction restrictions limit"
            + " limits limitation prohibit prohibits prohibited prohibition forbid forbids forbidden permit"
            + " permits permitted permission require requires required agree agrees grant grants granted condition"
            + " conditions exclude excludes excluded excluding exception exceptions ban bans banned deny denied"
            + " allow allows allowed use uses used using noncommercial noncommercially nonprofit excepted exempt exempted"
            + " solely exclusively outside while paying pay pays fee fees warfare weapons"
            + " is are was were be been have had did done if when where who which that these those"
            + " applies apply added additional addendum clause rider modified amended commons openrail rail"
            + " \u4E0D \u7981 \u987B \u5E94 \u5F97 \u53EF \u9650 \u9664 \u975E \u4EC5");
    private static final WordSet IN_SMALL_LETTERS = WordSet.of("will can has do does limited user users commercial"
            + " commercially military research academic educational evaluation internal personal competing competitor"
            + " competitors ethical responsible proprietary confidential trial community");

    private static final WordSet RESTRICTS = WordSet.of("not no nor only may must shall without except unless");
    private static final String ADDRESS = "./@";

    private Operative() {}

    /** Whether word {@code i} is one; words that names of institutions hold count in small letters only. */
    static boolean at(Words words, int i) {
        long h = words.hash[i];
        return (ALWAYS.contains(h)
                        || IN_SMALL_LETTERS.contains(h)
                                && Character.isLowerCase(words.text.normalized().charAt(words.start[i])))
                && !inAddress(words, i);
    }

    /** Whether word {@code i} is a piece of an e-mail or web address. */
    static boolean inAddress(Words words, int i) {
        String s = words.text.normalized();
        int before = words.start[i] - 1;
        int after = words.end[i];
        return before > 0 && ADDRESS.indexOf(s.charAt(before)) >= 0 && s.charAt(before - 1) > ' '
                || after + 1 < s.length() && ADDRESS.indexOf(s.charAt(after)) >= 0 && s.charAt(after + 1) > ' ';
    }

    /** Whether a word is one, however it is written. */
    static boolean contains(long hash) {
        return ALWAYS.contains(hash) || IN_SMALL_LETTERS.contains(hash);
    }

    /** Whether a word is one even where it belongs to a licence's own title. */
    static boolean restricts(long hash) {
        return RESTRICTS.contains(hash);
    }
}
