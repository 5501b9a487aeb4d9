// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Tells by a few words whether a stretch of Chinese is a sentence: what binds or permits has one of these verbs, a heading
 * or a use in a list hardly ever has. Linear in the stretch.
 */
final class HanVerbs {
    private static final HanPhrases VERBS =
            HanPhrases.of("不得 应 必须 可以 有权 是指 不会 将 同意 不能 不可 严禁 只能 不适用 仅供 仅限 无权 不包括 不授予 不提供 请勿");
    /** Further verbs, which titles have too: 用户须知, 禁止用途. */
    private static final HanPhrases MORE_VERBS = HanPhrases.of("须 禁止 请 不予 可 视为 承担");
    /** Before 应 and behind it, these make another word of it: 供应, 适应, 应用. */
    private static final String NO_DUTY_BEFORE = "供适响相对反效";

    private static final String NO_DUTY_BEHIND = "用急答对";
    /** In the words before 同意 these make it the leave of somebody else: 未经本人同意. */
    private static final String NO_VERB_BEFORE = "未经得没";

    private static final int LONGEST_LEAVE = 12;
    /** Behind a verb that lacks its object, 的 makes a noun of the sentence: 您不得做的事. */
    private static final HanPhrases BARE_VERBS = HanPhrases.of("做 从事 实施 使用 遵守 履行 承担 采取 进行 行使");

    /** Such a noun is that short. */
    private static final int LONGEST_NOUN = 4;
    /** A part of a sentence that goes on from the part before it begins like this. */
    private static final String GOING_ON = "或则且并及以和否但";

    private static final int SHORTEST_PART = 12;

    private HanVerbs() {}

    static boolean standIn(char[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isVerb(c, from, i, to)) {
                return true;
            }
        }
        return false;
    }

    static boolean endWords(char[] c, int from, int to) {
        return VERBS.endAt(c, from, to);
    }

    /** Whether words end as a noun with its clause before it does, which is no sentence: 您不得做的事. */
    static boolean makeNoun(char[] c, int from, int to) {
        int of = to - 1;
        while (of > from && to - of <= LONGEST_NOUN + 1 && c[of] != '的') {
            of--;
        }
        return of > from && of < to - 1 && c[of] == '的' && BARE_VERBS.endAt(c, from, of);
    }

    /**
     * Whether a semicolon parts two sentences: both sides have their verb, and the second does not lean on the first.
     *
     * @param from where the first part starts
     * @param at the semicolon
     * @param next the first character of the second part
     */
    static boolean partedBy(char[] c, int from, int at, int next, int to) {
        if (at - from < SHORTEST_PART || next >= to || GOING_ON.indexOf(c[next]) >= 0) {
            return false;
        }
        int end = next;
        while (end < to && c[end] != ';' && c[end] != '。') {
            end++;
        }
        return end - next >= SHORTEST_PART && bind(c, from, at) && bind(c, next, end);
    }

    private static boolean bind(char[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isVerb(c, from, i, to) || MORE_VERBS.startAt(c, i, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVerb(char[] c, int from, int at, int to) {
        return VERBS.startAt(c, at, to) && !isOtherWord(c, from, at, to);
    }

    /** Whether what looks like a verb is part of another word, or the object's mark at the start of a use. */
    private static boolean isOtherWord(char[] c, int from, int at, int to) {
        if (c[at] == '应') {
            return at > from && NO_DUTY_BEFORE.indexOf(c[at - 1]) >= 0
                    || at + 1 < to && NO_DUTY_BEHIND.indexOf(c[at + 1]) >= 0;
        }
        if (c[at] == '将') {
            return at == from || !Chars.isHan(c[at - 1]);
        }
        if (c[at] == '同') {
            for (int i = at - 1; i >= from && i >= at - LONGEST_LEAVE && c[i] != ','; i--) {
                if (NO_VERB_BEFORE.indexOf(c[i]) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
