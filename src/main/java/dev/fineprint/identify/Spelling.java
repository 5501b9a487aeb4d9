// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/** Spellings that count as the same word, after the list of equivalent words of the SPDX matching guidelines. */
final class Spelling {
    private static final String[] SAME = {
        "acknowledgement acknowledgment",
        "acknowledgements acknowledgments",
        "analogue analog",
        "artefact artifact",
        "artefacts artifacts",
        "calibre caliber",
        "cancelled canceled",
        "catalogue catalog",
        "centre center",
        "centres centers",
        "defence defense",
        "favour favor",
        "favourable favorable",
        "favourite favorite",
        "fulfil fulfill",
        "fulfils fulfills",
        "fulfilment fulfillment",
        "grey gray",
        "honour honor",
        "behaviour behavior",
        "colour color",
        "endeavour endeavor",
        "endeavours endeavors",
        "judgement judgment",
        "judgements judgments",
        "labelling labeling",
        "labelled labeled",
        "labour labor",
        "licence license",
        "licences licenses",
        "licenced licensed",
        "licencing licensing",
        "licencee licensee",
        "licencees licensees",
        "licencor licensor",
        "modelled modeled",
        "modelling modeling",
        "neighbour neighbor",
        "offence offense",
        "practise practice",
        "practised practiced",
        "practising practicing",
        "programme program",
        "programmes programs",
        "signalling signaling",
        "sublicence sublicense",
        "sublicences sublicenses",
        "sublicencing sublicensing",
        "travelling traveling",
        "whilst while",
        "wilful willful",
        "wilfully willfully",
        "analyse analyze",
        "analysed analyzed",
        "https http",
        "expressed express",
        "copr copyright",
    };

    private static final int SLOTS = 256;
    private static final long[] KEY = new long[SLOTS];
    private static final long[] VALUE = new long[SLOTS];
    private static final byte[] LETTERS = new byte[SLOTS];

    static {
        for (String pair : SAME) {
            int blank = pair.indexOf(' ');
            long variant = Letters.valueOf(pair.substring(0, blank));
            int slot = slot(variant);
            while (KEY[slot] != 0) {
                slot = slot + 1 & SLOTS - 1;
            }
            KEY[slot] = variant;
            VALUE[slot] = Letters.valueOf(pair.substring(blank + 1));
            LETTERS[slot] = (byte) (pair.length() - blank - 1);
        }
    }

    private Spelling() {}

    private static int slot(long value) {
        return (int) (value ^ value >>> 29) & SLOTS - 1;
    }

    /** Where the table holds another spelling for a word of this value, or -1. */
    static int find(long value) {
        for (int slot = slot(value); KEY[slot] != 0; slot = slot + 1 & SLOTS - 1) {
            if (KEY[slot] == value) {
                return slot;
            }
        }
        return -1;
    }

    static long value(int found) {
        return VALUE[found];
    }

    static int letters(int found) {
        return LETTERS[found];
    }

    /** Writes {@code -ise}, {@code -ised}, {@code -ising}, {@code -isation} with z, in place. Returns the length. */
    static int ize(char[] word, int length) {
        if (length < 7) {
            return length;
        }
        int s = -1;
        char last = word[length - 1];
        if (last == 'e') {
            s = length - 2;
        } else if (last == 'd' || last == 'r' || last == 's' && word[length - 2] == 'e') {
            s = word[length - 2] == 'e' ? length - 3 : -1;
        } else if (last == 'g') {
            s = word[length - 2] == 'n' && word[length - 3] == 'i' ? length - 4 : -1;
        } else if (last == 'n') {
            s = ends(word, length, "ation") ? length - 6 : -1;
        } else if (last == 's') {
            s = ends(word, length, "ations") ? length - 7 : -1;
        }
        if (s > 1 && word[s] == 's' && word[s - 1] == 'i') {
            word[s] = 'z';
        }
        return length;
    }

    private static boolean ends(char[] word, int length, String ending) {
        int at = length - ending.length();
        if (at < 2) {
            return false;
        }
        for (int i = 0; i < ending.length(); i++) {
            if (word[at + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
