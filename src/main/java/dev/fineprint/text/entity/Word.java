// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

/** A word that the tables know, with every part it can play. Written only while the tables are built. */
final class Word {

    // numbers in words
    static final long UNIT = 1L; // one to nineteen
    static final long TENS = 1L << 1; // twenty, thirty ...
    static final long TENS_UNIT = 1L << 2; // twentyfive: what remains of "twenty-five" broken at a line's end
    static final long HUNDRED = 1L << 3;
    static final long MAGNITUDE = 1L << 4; // thousand, million, lakh ...
    static final long ARTICLE = 1L << 5;
    static final long SUFFIX = 1L << 6; // k, m, bn: only behind figures
    static final long SHARE = 1L << 7; // percent, third, tenths: what precedes is no count

    // what stands around numbers
    static final long REFERENCE = 1L << 8; // section, version: the number behind it is a name
    static final long REFERENCES = 1L << 9; // sections: so are the numbers in the list behind it
    static final long MONTH_NAME = 1L << 10;
    static final long PLAIN = 1L << 11; // than, over: a capital does not make it a product's name
    static final long COUNTED = 1L << 12; // employees, users, active
    static final long PERSON = 1L << 13; // minors, anyone; you are, if: "under 18" behind it is an age
    static final long PHONE = 1L << 14;
    static final long EXCEEDS = 1L << 15; // exceed, exceeding, least

    // time
    static final long RHYTHM = 1L << 16; // monthly, MAU
    static final long PER = 1L << 17; // per, each, every, any
    static final long BACK = 1L << 18; // preceding, last, trailing
    static final long CALENDAR = 1L << 19; // calendar, fiscal
    static final long FILLER = 1L << 20; // given, single, full: may stand between
    static final long GIVEN = 1L << 21; // given, single: enough by itself before a unit
    static final long TIME_UNIT = 1L << 22;
    static final long PLURAL = 1L << 23;
    static final long WORKING = 1L << 24; // business, working

    // how phrases start
    static final long STARTS_PLACE = 1L << 25;
    static final long STARTS_CURRENCY = 1L << 26;
    static final long STARTS_MARK = 1L << 27;

    static final long COMPANY = 1L << 28; // Limited, Inc: the country before it is part of a firm's name

    static final long JOINS = 1L << 29; // through, shall: goes on with the sentence, is nothing that is counted

    static final long HALF = 1L << 30;

    static final long PHRASE = 1L << 31; // a phrase by itself

    static final long NUMERAL = UNIT | TENS | TENS_UNIT;
    static final long LEAD = PER | BACK | CALENDAR | GIVEN;

    /** All parts that make the scan stop at a word. */
    static final long STOPS =
            NUMERAL | HALF | ARTICLE | RHYTHM | TIME_UNIT | LEAD | STARTS_PLACE | STARTS_CURRENCY | STARTS_MARK;

    /** Those with which something may start although the word behind is none that the tables hold. */
    static final long ALONE = NUMERAL | HALF | RHYTHM | PHRASE;

    final int id;
    final String text;
    long roles;

    /** Of a numeral. */
    long value;

    /** Of a suffix. */
    long suffix;

    /** Of a rhythm or a unit of time: day, week, month, quarter, year, hour, minute, second. */
    String unit = "";

    Word(int id, String text) {
        this.id = id;
        this.text = text;
    }
}
