// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

/** Finds what a mistyped word was meant to be. */
final class Spelling {
    private static final int SHORTEST = 5;

    private Spelling() {}

    /** The one of the names that a word of some length misses by one slip, or by two if it is long; otherwise empty. */
    static String nearest(String typed, Iterable<String> names) {
        if (typed.length() < SHORTEST) {
            return "";
        }
        String best = "";
        int least = typed.length() > 2 * SHORTEST ? 3 : 2;
        for (String name : names) {
            if (name.length() >= SHORTEST && Math.abs(name.length() - typed.length()) < least) {
                int distance = distance(typed, name);
                if (distance < least) {
                    least = distance;
                    best = name;
                }
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? corner : corner + 1;
                corner = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
