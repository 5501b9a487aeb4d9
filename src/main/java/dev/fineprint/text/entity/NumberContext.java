// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Quantity.Form;

/** Tells, by the tokens around a number, whether it counts anything or is part of a name, a date, a list or an address. */
final class NumberContext {

    /** Behind a number, these make it an estimate, a multiple or an ordinal. */
    private static final String NO_COUNT = "多余几来倍级版代期季号条款";

    /** Chinese words for what is counted. */
    private static final String COUNTERS = "人名位个家台套次份件户员用项张篇辆部颗枚块所间例组批种只";

    private final EntityScan scan;
    private final Tokens tokens;

    /** The token behind the last number that named a section, and whether a list of them goes on. */
    private int behindReference = -1;

    private boolean referenceList;

    NumberContext(EntityScan scan) {
        this.scan = scan;
        this.tokens = scan.tokens;
    }

    /** Whether the number goes on from one that was passed over: 3.1|.2, 二三|四. */
    boolean isInsideChain(int first) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        if (t.is(Token.Kind.HAN)) {
            return t.gap == 0
                    && before.is(Token.Kind.HAN)
                    && (NumberWords.isNumeral(before.sign) || before.isOneOf("第几数若"));
        }
        if (!t.is(Token.Kind.FIGURES) || t.gap > 0 || before.gap > 0) {
            return false;
        }
        return before.isOneOf("./:,'^*=~×_@") && tokens.at(first - 2).is(Token.Kind.FIGURES);
    }

    /** Whether the number is the tail of a name: GPT-4, v3, H100, #5, +49, /v1/100. */
    boolean isGlued(int first) {
        Token t = tokens.at(first);
        if (!t.is(Token.Kind.FIGURES) || t.gap > 0) {
            return false;
        }
        Token before = tokens.at(first - 1);
        if (before.is(Token.Kind.WORD)) {
            return true;
        }
        if (before.isOneOf("#@_^+.") && !(before.is('.') && tokens.at(first - 2).is(Token.Kind.HAN))) {
            return true;
        }
        if (before.is('-') || before.is('/')) {
            Token name = tokens.at(first - 2);
            if (name.is(Token.Kind.FIGURES)) {
                // Zephyr2-7B
                Token letters = tokens.at(first - 3);
                return before.is('-')
                        && before.gap == 0
                        && name.gap == 0
                        && (letters.is(Token.Kind.WORD) || letters.is('.'));
            }
            return before.gap == 0 && name.is(Token.Kind.WORD) && !name.has(Word.NUMERAL);
        }
        return false;
    }

    boolean isOrdinal(int first) {
        return tokens.at(first - 1).is('第');
    }

    /** Whether the number belongs to a calendar date. */
    boolean isDate(int first, Quantity q) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        Token behind = tokens.at(q.next);
        if (t.is(Token.Kind.FIGURES)) {
            if (q.form != Form.FIGURES && !q.refused) {
                return false;
            }
            boolean day = t.length <= 2 && t.value <= 31;
            if (before.joins('.') && isMonth(tokens.at(first - 2))) {
                return true; // Sept. 18
            }
            if (day && (isMonth(before) || isMonth(behind) || behind.is("of") && isMonth(tokens.at(q.next + 1)))) {
                return true;
            }
            if (t.length == 4 && isMonth(before)) {
                return true;
            }
            boolean dayOfMonth =
                    before.is(',') && tokens.at(first - 2).is(Token.Kind.FIGURES) && isMonth(tokens.at(first - 3));
            if (dayOfMonth && t.length == 4) {
                return true;
            }
            if (t.length == 8 && isDayNumber(t.value)) {
                return true;
            }
            if (behind.is('年') && t.length == 4 && t.value >= 1900 && t.value < 2100) {
                return true;
            }
        }
        if (behind.is('月') && q.value <= 12 || behind.is('日') && before.is('月') || behind.is('号')) {
            return true;
        }
        return behind.is('年') && q.refused && q.form == Form.HAN;
    }

    private static boolean isMonth(Token t) {
        return t.has(Word.MONTH_NAME) && t.capital;
    }

    private static boolean isDayNumber(long value) {
        long year = value / 10_000;
        long month = value / 100 % 100;
        long day = value % 100;
        return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    int behindDate(Quantity q) {
        Token t = tokens.at(q.next);
        return t.isOneOf("年月日号") && !tokens.at(q.next + 1).isOneOf("收活访") ? q.next + 1 : q.next;
    }

    /** Whether the number names a section, a page, a version; keeps in mind where a list of them may go on. */
    boolean isReference(int first, Quantity q) {
        if (q.form != Form.FIGURES && q.form != Form.WORDS && q.form != Form.GROUPED) {
            return false;
        }
        boolean small = q.form == Form.FIGURES && q.value < 1000 && !isCounted(q.next);
        if (small && first > behindReference && behindReference >= 0 && goesOn(behindReference, first)) {
            behindReference = q.next;
            return true;
        }
        int i = first - 1;
        if (tokens.at(i).joins('.')) {
            i--;
        }
        Token t = tokens.at(i);
        boolean several = t.has(Word.REFERENCES);
        boolean one = t.has(Word.REFERENCE)
                || t.isOneOf("§№¶")
                || (t.is("no") || t.is("nos"))
                        && (i < first - 1 || t.capital && q.form == Form.FIGURES && !isCounted(q.next));
        if (!one && !several
                || t.is(Token.Kind.WORD) && q.form == Form.GROUPED && !t.is("no")
                || tokens.at(first).gap == 0 && i == first - 1) {
            return isStatute(first, q);
        }
        if (t.is("law") || t.is("act") || t.is("point") || t.is("item") || t.is("sub") || t.is("form")) {
            one = q.form == Form.FIGURES;
        }
        if (one || several) {
            behindReference = q.next;
            referenceList = several;
        }
        return one || several;
    }

    /** Between one number of a list and the next: ",", "and", "to" ... */
    private boolean goesOn(int from, int first) {
        int gap = first - from;
        if (gap < 1 || gap > 2) {
            return false;
        }
        Token a = tokens.at(from);
        boolean comma = a.is(',') || a.is('、');
        boolean word = a.is("and") || a.is("or") || a.is("to") || a.is("through") || a.is('-') || a.is('&');
        if (gap == 1) {
            return word || comma && referenceList;
        }
        Token b = tokens.at(from + 1);
        return comma && (b.is("and") || b.is("or"));
    }

    /** "17 U.S.C. 107", "48 CFR 12". */
    private boolean isStatute(int first, Quantity q) {
        if (q.form != Form.FIGURES) {
            return false;
        }
        int i = q.next;
        Token t = tokens.at(i);
        if (t.is("usc") || t.is("cfr") || t.is("stat") && t.capital) {
            return true;
        }
        if (tokens.at(i + 1).joins('.') && (t.is("u") || t.is("c")) && t.capital) {
            Token second = tokens.at(i + 2);
            return (second.is("s") || second.is("f")) && tokens.at(i + 4).is(t.is("u") ? "c" : "r");
        }
        Token before = tokens.at(first - 1);
        Token letter = tokens.at(first - 2);
        boolean initials = before.joins('.') && letter.is(Token.Kind.WORD) && letter.length == 1 && letter.capital;
        return initials && tokens.at(first - 3).joins('.') || before.is("usc") || before.is("cfr");
    }

    /** 两者, 三元组, 二次元: a numeral that is part of a word. */
    boolean isPartOfWord(Quantity q) {
        if (q.form != Form.HAN || q.next != q.first + 1) {
            return false;
        }
        char numeral = tokens.at(q.first).sign;
        Token before = tokens.at(q.first - 1);
        boolean joined = tokens.at(q.first).gap == 0 && before.is(Token.Kind.HAN);
        if (NumberWords.isFormal(numeral)) {
            return true;
        }
        return joined && numeral == '一' && before.isOneOf("同任单另某每第这那哪上下统其唯之逐一后前近有");
    }

    /** "two-clause", "three-dimensional": the number describes, it does not count. */
    private boolean isCompound(int next) {
        Token t = tokens.at(next + 1);
        return tokens.at(next).joins('-') && t.gap == 0 && t.is(Token.Kind.WORD) && !isCounted(next + 1);
    }

    /** Whether a number that is nothing else is a count. */
    boolean isCount(int first, Quantity q) {
        int next = q.next;
        Token behind = tokens.at(next);
        if (isShare(next)) {
            return false;
        }
        return switch (q.form) {
            case HAN -> isChineseCount(first, q);
            case WORDS -> !(q.value == 1 && !q.restated && q.next == first + 1) && !isCompound(next);
            case GROUPED, SCALED -> !behind.isOneOf("多余几来") && !isModelSize(first, q);
            case FIGURES -> isPlainCount(first, q);
        };
    }

    /** "5%", "fifty percent", "two-thirds", 三成, 三分之二. */
    private boolean isShare(int next) {
        Token t = tokens.at(next);
        if (t.isOneOf("%‰°º×^")) {
            return true;
        }
        int i = t.joins('-') ? next + 1 : next;
        Token word = tokens.at(i);
        if (word.has(Word.SHARE)) {
            return true;
        }
        if (t.is("per") && tokens.at(next + 1).is("cent")
                || t.is("basis") && tokens.at(next + 1).is("points")) {
            return true;
        }
        if (t.is('分') && tokens.at(next + 1).is('之')
                || t.is('成') && t.gap == 0 && !tokens.at(next + 1).isOneOf("员功年")) {
            return true;
        }
        return t.is('个') && tokens.at(next + 1).is('百') && tokens.at(next + 2).is('分');
    }

    /** "Falcon 40B", "YAYI 2 30B": billions of parameters that are part of a name. */
    private boolean isModelSize(int first, Quantity q) {
        if (!tokens.at(q.next - 1).is("b") || isCounted(q.next)) {
            return false;
        }
        Token before = tokens.at(first - 1);
        if (tokens.at(first).startsLine && tokens.at(first).length < 3
                || before.has(Word.REFERENCE | Word.REFERENCES)) {
            return true; // 4B as the number of a clause
        }
        return before.is(Token.Kind.FIGURES)
                || before.is(Token.Kind.WORD) && before.capital && !before.has(Word.PLAIN | Word.EXCEEDS);
    }

    boolean isCounted(int index) {
        Token t = tokens.at(index);
        return t.has(Word.COUNTED) || t.gap <= 1 && t.isOneOf(COUNTERS) && t.is(Token.Kind.HAN);
    }

    private boolean isPlainCount(int first, Quantity q) {
        Token t = tokens.at(first);
        Token behind = tokens.at(q.next);
        if (t.length > 1 && t.value < power(t.length - 1)) {
            return false; // 007
        }
        if (q.grouped) {
            return true;
        }
        if (behind.isOneOf(NO_COUNT) && behind.gap <= 1 || behind.is(Token.Kind.WORD) && behind.is("x")) {
            return false;
        }
        boolean counted = isCounted(q.next);
        if (isYear(t) && !counted && !isExceeded(first)) {
            return false;
        }
        if (q.restated) {
            return true;
        }
        if (isMarker(first, q.next) || isTelephone(first, q.next) || isNamed(first, q) || isAddress(first, q.next)) {
            return false;
        }
        if (behind.joins('-') && tokens.at(q.next + 1).gap == 0) {
            Token second = tokens.at(q.next + 1);
            if (second.is(Token.Kind.FIGURES)) {
                return second.value > t.value && isCountedLoosely(q.next + 2);
            }
            return isCounted(q.next + 1) || second.has(Word.STARTS_CURRENCY);
        }
        if (tokens.at(first - 1).joins('-') && tokens.at(first - 2).is(Token.Kind.FIGURES)) {
            return tokens.at(first - 2).value < t.value && isCountedLoosely(q.next);
        }
        boolean toldAgain =
                scan.behindAmount == first - 1 && tokens.at(first - 1).is('(');
        return t.length > 2 || toldAgain || counted || isCountedLoosely(q.next) || isCompared(first);
    }

    /** A word behind a number in a sentence of capitals; not the heading "4 WARRANTIES". */
    private boolean isShouted(int index) {
        Token t = tokens.at(index);
        Token before = tokens.at(index - 2);
        if (tokens.at(index - 1).startsLine && !before.has(Word.PLAIN | Word.EXCEEDS)) {
            return false;
        }
        boolean capitals = before.is(Token.Kind.WORD)
                ? before.allCapitals()
                : tokens.at(index + 1).allCapitals();
        return capitals && t.is(Token.Kind.WORD) && t.allCapitals() && t.length > 2;
    }

    /** A word that can be the thing counted, or "5 or more". */
    private boolean isCountedLoosely(int index) {
        Token t = tokens.at(index);
        if (isCounted(index)) {
            return true;
        }
        if (t.is("or") || t.is("and") || t.is("to")) {
            Token more = tokens.at(index + 1);
            if (more.is(Token.Kind.FIGURES) && more.gap > 0) {
                return isCounted(index + 2); // between 10 and 20 users
            }
            return more.is("more") || more.is("fewer") || more.is("less") || more.is("greater") || more.is("over");
        }
        return t.is(Token.Kind.WORD)
                && t.gap > 0
                && (!t.capital || isShouted(index))
                && t.length > 2
                && !t.has(Word.PLAIN | Word.JOINS);
    }

    /** "more than 5", "up to 5", "a maximum of 5", 不超过5. */
    private boolean isCompared(int first) {
        Token before = tokens.at(first - 1);
        Token second = tokens.at(first - 2);
        if (before.is(Token.Kind.HAN)) {
            return before.isOneOf("过于达足满到超逾");
        }
        if (before.is("to")) {
            return second.is("up") || second.is("limited") || second.is("equal");
        }
        if (before.is("of")) {
            return second.is("maximum") || second.is("minimum") || second.is("total") || second.is("limit");
        }
        return before.is("than")
                || before.is("most")
                || before.is("maximum")
                || before.is("minimum")
                || before.is("over")
                || before.is("under")
                || before.has(Word.EXCEEDS);
    }

    /** "51 Any Street", "12345 Town": a number before a name, where an address has it. */
    private boolean isAddress(int first, int next) {
        Token behind = tokens.at(next);
        Token before = tokens.at(first - 1);
        if (!behind.is(Token.Kind.WORD) || !behind.capital || isShouted(next)) {
            return false;
        }
        for (int i = next; i < next + 3; i++) {
            if (isCounted(i)) {
                return false;
            }
        }
        return before.is(Token.Kind.SIGN)
                || before.is(Token.Kind.EDGE)
                || before.is("at")
                || before.is("to")
                || tokens.at(first).startsLine;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent && i < 18; i++) {
            power *= 10;
        }
        return power;
    }

    private boolean isExceeded(int first) {
        Token before = tokens.at(first - 1);
        if (before.has(Word.EXCEEDS)) {
            return true;
        }
        Token more = tokens.at(first - 2);
        return before.is("than") && (more.is("more") || more.is("fewer") || more.is("less") || more.is("greater"));
    }

    /** "1." or "(2)" before an item of a list, "[3]" at a footnote. */
    private boolean isMarker(int first, int next) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        Token behind = tokens.at(next);
        if (t.length > 3) {
            return false;
        }
        boolean closed = behind.is(')') || behind.is(']');
        if (before.is('(') && closed && scan.behindAmount == first - 1) {
            return false; // thirty (60): they differ, so both are told
        }
        if (closed && t.length <= 2 && (before.is('(') || before.is('[') || !isBracketed(first))) {
            return true;
        }
        if (behind.joins('(') && t.length <= 2
                || behind.joins('.')
                        && tokens.at(next + 1).gap == 0
                        && tokens.at(next + 1).is(Token.Kind.WORD)) {
            return true; // 4(a), 2.b)
        }
        if (behind.is('(')
                && behind.gap > 0
                && tokens.at(next + 1).is(Token.Kind.WORD)
                && tokens.at(next + 1).capital) {
            return true; // 3 (Restrictions)
        }
        boolean starts = t.startsLine || before.isOneOf(";:。");
        if (!starts || before.has(Word.PLAIN | Word.EXCEEDS)) {
            return false;
        }
        return closed
                || behind.isOneOf("、\\*")
                || behind.joins('.') && t.length <= 2 && !tokens.at(next + 1).is(Token.Kind.EDGE);
    }

    /** Whether a bracket was opened a few words before. */
    private boolean isBracketed(int first) {
        for (int i = first - 1; i > first - 16; i--) {
            if (tokens.at(i).is('(') || tokens.at(i).is('[')) {
                return true;
            }
        }
        return false;
    }

    /** "555-1234", "(415) 555 1234", "tel. 12345678". */
    private boolean isTelephone(int first, int next) {
        Token t = tokens.at(first);
        Token behind = tokens.at(next);
        if (behind.joins('-')
                && tokens.at(next + 1).gap == 0
                && tokens.at(next + 1).is(Token.Kind.FIGURES)) {
            Token part = tokens.at(next + 1);
            boolean third =
                    tokens.at(next + 2).joins('-') && tokens.at(next + 3).is(Token.Kind.FIGURES);
            return third
                    || t.length == 3 && part.length == 4
                    || t.length == 5 && part.length == 4
                    || part.length >= 7
                    || isYear(t) && part.length <= 4;
        }
        Token before = tokens.at(first - 1);
        if (before.joins('-') && t.gap == 0 && tokens.at(first - 2).is(Token.Kind.FIGURES)) {
            Token part = tokens.at(first - 2);
            boolean third = tokens.at(first - 3).is('-') && tokens.at(first - 4).is(Token.Kind.FIGURES);
            return third
                    || part.length == 3 && t.length == 4
                    || part.length == 5 && t.length == 4
                    || t.length >= 7
                    || isYear(part) && t.length <= 4;
        }
        if (before.is(')')
                        && tokens.at(first - 2).is(Token.Kind.FIGURES)
                        && tokens.at(first - 3).is('(')
                || behind.is(')') && before.is('(') && tokens.at(next + 1).is(Token.Kind.FIGURES)) {
            return true;
        }
        if (t.length < 5) {
            return false;
        }
        int label = before.isOneOf(":.") ? first - 2 : first - 1;
        return tokens.at(label).has(Word.PHONE)
                || tokens.at(label).isOneOf("话真机") && tokens.at(label - 1).isOneOf("电传手")
                // a post code: "Town, CA 94000"
                || t.length == 5
                        && before.is(Token.Kind.WORD)
                        && before.length == 2
                        && before.allCapitals()
                        && !before.has(Word.PLAIN);
    }

    private static boolean isYear(Token t) {
        return t.length == 4 && t.value >= 1900 && t.value < 2100;
    }

    /** "Gemma 2", "RFC 8259": a number that makes a name of the word with the capital before it. */
    private boolean isNamed(int first, Quantity q) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        if (!before.is(Token.Kind.WORD) || t.gap == 0 || t.gap > 1 && !t.startsLine || !before.capital) {
            return false;
        }
        if (q.form == Form.WORDS || before.has(Word.PLAIN | Word.EXCEEDS | Word.NUMERAL | Word.MAGNITUDE)) {
            return false;
        }
        if (before.allCapitals() && before.length > 1) {
            return !isCounted(q.next);
        }
        return q.value < 1000 || !isCounted(q.next);
    }

    private boolean isChineseCount(int first, Quantity q) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        Token behind = tokens.at(q.next);
        if (behind.isOneOf(NO_COUNT) && behind.gap == 0
                || t.gap == 0 && before.isOneOf("几数第上若初周陆大队")
                || before.is('之') && tokens.at(first - 2).is('分')) {
            return false;
        }
        if (q.restated) {
            return true;
        }
        if (q.next > first + 1) {
            return true;
        }
        if (NumberWords.isFormal(t.sign) || q.value <= 1) {
            return false;
        }
        if (!behind.isOneOf("人名位个家台套次份件户项张篇辆部颗枚所间例种") || behind.gap > 0) {
            return false;
        }
        Token second = tokens.at(q.next + 1);
        return !(behind.is('人') && second.isOneOf("称"))
                && !(behind.is('次') && second.isOneOf("元开销的"))
                && !(behind.is('家') && second.isOneOf("庭"));
    }
}
