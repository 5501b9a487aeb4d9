// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/**
 * A name used in a catalog file, to be looked up when all files are read.
 *
 * @param what what it should name
 * @param name the name
 * @param owner the concept or kind that uses it, or the empty string where that does not matter
 * @param at where it is used
 */
record Reference(What what, String name, String owner, SourceRef at) {

    enum What {
        CONCEPT("concept", "define it in a file of lexicon/"),
        KIND("kind", "add its file to kinds/"),
        DOMAIN("domain", "add its file to domains/"),
        AUTHORITY("authority", "add it to authorities.yaml");

        final String title;
        final String advice;

        What(String title, String advice) {
            this.title = title;
            this.advice = advice;
        }
    }
}
