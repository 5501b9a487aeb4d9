// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** Replaces Cyrillic and Greek letters that look like Latin ones inside words that are Latin otherwise. */
final class Lookalikes {
    private static final String FOREIGN =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051B\u051D\u04BB"
                    + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u043A\u04CF"
                    + "\u03BF\u03B1\u03BD\u03C1\u03C5\u03B9\u03BA\u03C7"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
    private static final String LATIN = "aeopcyxsijdqwh" + "ABEKMHOPCTYXSIJkl" + "oavpuikx" + "ABEZHIKMNOPTYX";

    private Lookalikes() {}

    static boolean isCandidate(char c) {
        return c >= '\u0370' && c <= '\u052F';
    }

    /** Replaces look-alikes in place. */
    static void fold(char[] c, StopSignal stop) {
        int i = 0;
        int step = 0;
        while (i < c.length) {
            stop.checkAt(step++);
            int start = i;
            int latin = 0;
            int foreign = 0;
            boolean foldable = true;
            while (i < c.length && (Chars.isLetter(c[i]) || c[i] == LicenseText.IGNORABLE)) {
                if (Chars.isAsciiLetter(c[i])) {
                    latin++;
                } else if (isCandidate(c[i])) {
                    foreign++;
                    foldable &= FOREIGN.indexOf(c[i]) >= 0;
                }
                i++;
            }
            if (foreign > 0 && foldable && latin > 0) {
                for (int k = start; k < i; k++) {
                    int at = isCandidate(c[k]) ? FOREIGN.indexOf(c[k]) : -1;
                    if (at >= 0) {
                        c[k] = LATIN.charAt(at);
                    }
                }
            }
            i = Math.max(i, start + 1);
        }
    }
}
