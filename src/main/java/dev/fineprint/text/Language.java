// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** The languages that clauses are told apart by. */
public enum Language {
    /** English. */
    EN("en"),
    /** Chinese, simplified or traditional. */
    ZH("zh"),
    /** Any other language; no pattern reads it. */
    OTHER("other");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The lower-case code, as catalog files write it: {@code en}, {@code zh}, {@code other}. */
    public String code() {
        return code;
    }
}
