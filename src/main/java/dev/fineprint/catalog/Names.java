// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/** The shapes of the names that a catalog gives. */
final class Names {

    private Names() {}

    /** Small letters, digits and single hyphens, a letter first: {@code non-commercial}. */
    static boolean isConcept(String name) {
        if (name.isEmpty() || name.length() > 64 || name.charAt(0) < 'a' || name.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hyphen = c == '-' && name.charAt(i - 1) != '-' && i + 1 < name.length();
            if (!hyphen && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Two such names with a dot between: {@code use.prohibited}. */
    static boolean isKind(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && isConcept(id.substring(0, dot)) && isConcept(id.substring(dot + 1));
    }
}
