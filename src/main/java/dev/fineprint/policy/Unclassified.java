// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells, of a clause that no pattern explains, whether it may take something away from the user or only asks for
 * something: the first leaves the use open, the second is a line on the checklist.
 */
final class Unclassified {
    private static final List<String> LIMITS = List.of(
            "must not",
            "may not",
            "shall not",
            "can not",
            "cannot",
            "not allowed",
            "not permitted",
            "not authorized",
            "not authorised",
            "not entitled",
            "no right",
            "no rights",
            "not to",
            "agree not",
            "prohibit*",
            "forbid*",
            "forbidden",
            "refrain*",
            "only",
            "solely",
            "exclusively",
            "limited to",
            "except for",
            "without prior",
            "not include",
            "does not cover",
            "is void",
            "terminate*",
            "revoke*",
            "不得",
            "不可",
            "不能",
            "不允许",
            "禁止",
            "严禁",
            "仅",
            "只能",
            "无权",
            "终止");

    /** A sentence that binds or protects the licensor, or that frees the user. */
    private static final List<String> HARMLESS = List.of(
            "we shall not",
            "we may not",
            "we will not",
            "we cannot",
            "licensor shall not",
            "licensor may not",
            "licensor cannot",
            "company shall not",
            "not apply to you",
            "does not apply",
            "do not apply",
            "shall not apply",
            "will not apply",
            "including but not limited to",
            "without limitation",
            "not limited to",
            "solely for use in connection with the",
            "solely liable",
            "solely responsible",
            "solely owned",
            "exclusively owned",
            "remain solely",
            "claim intellectual property rights solely",
            "does not cover any patent",
            "must not violate",
            "shall not violate",
            "may not violate",
            "我们不得",
            "我方不得",
            "许可方不得",
            "包括但不限于",
            "不限于");

    /** Limits on a mark, not on the model. */
    private static final List<String> MARKS = List.of(
            "the mark", "\"mark\"", "(the \"mark\")", "trademark", "trademarks", "service mark", "logo", "商标", "标识");

    /** "may only ... according to": a reference to the terms, not a limit beyond them. */
    private static final Pattern BY_THE_TERMS = Pattern.compile(
            "\\b(?:may|can) only [^.;]{0,60}(?:according to|in accordance with|as permitted by|pursuant to|under the terms of)");

    private Unclassified() {}

    static boolean limits(ClauseWords words) {
        if (words.any(MARKS)) {
            return false;
        }
        String rest = words.lower();
        for (String phrase : HARMLESS) {
            rest = rest.replace(phrase, " ");
        }
        return ClauseWords.of(BY_THE_TERMS.matcher(rest).replaceAll(" ")).any(LIMITS);
    }
}
