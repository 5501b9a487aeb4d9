// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.text.LicenseText;
import java.util.List;
import java.util.Optional;

/**
 * The words of a clause, on one line and normalised, asked for phrases of a small lexicon. In linear time for each
 * phrase; a phrase in Latin letters matches whole words only, one that ends in {@code *} their beginnings.
 */
final class ClauseWords {
    /** A licence or a permission of the licensor's is to be had. */
    private static final List<String> PERMISSION = List.of(
            "request a license",
            "request a licence",
            "request a separate",
            "request a seperate",
            "separate license",
            "separate licence",
            "separate agreement",
            "additional license",
            "commercial license from",
            "commercial licence from",
            "buy a commercial",
            "purchase a commercial",
            "obtain a license",
            "obtain a licence",
            "obtain a commercial",
            "obtain permission",
            "obtain prior",
            "obtain the prior",
            "obtain written",
            "apply for",
            "contact us",
            "contact the",
            "please contact",
            "prior written",
            "prior consent",
            "prior approval",
            "written consent",
            "written permission",
            "written approval",
            "written agreement",
            "written authorization",
            "written authorisation",
            "express authorization",
            "express authorisation",
            "express permission",
            "express consent",
            "without permission",
            "without the permission",
            "without authorization",
            "without authorisation",
            "without the consent",
            "without consent",
            "without approval",
            "without a license",
            "without a licence",
            "unless licensed",
            "unless authorized",
            "unless authorised",
            "unless permitted",
            "expressly grants you",
            "expressly authorized by",
            "agreed in writing",
            "另行获得",
            "另行取得",
            "另行申请",
            "申请许可",
            "申请授权",
            "商业许可",
            "商业授权",
            "书面许可",
            "书面同意",
            "书面授权",
            "事先同意",
            "事先许可",
            "未经许可",
            "未经授权",
            "未经同意",
            "授权许可",
            "取得许可",
            "取得授权",
            "获得许可",
            "获得授权",
            "另行许可",
            "另行向",
            "须向",
            "联系");

    private static final List<String> COMMERCIAL = List.of(
            "commercially",
            "commercial use",
            "commercial uses",
            "commercial usage",
            "commercial purpose",
            "commercial purposes",
            "commercial activity",
            "commercial activities",
            "commercial product",
            "commercial products",
            "commercial service",
            "commercial services",
            "commercial or production",
            "commercial deployment",
            "commercial exploitation",
            "commercial application",
            "for profit",
            "in commerce",
            "商用",
            "商业用途",
            "商业使用",
            "商业目的",
            "商业化",
            "商业性",
            "商业活动",
            "商业应用",
            "营利");

    private static final List<String> PASSED_ON = List.of(
            "distribut*",
            "redistribut*",
            "make available",
            "makes available",
            "made available",
            "making available",
            "available to a third",
            "share",
            "shared",
            "sharing",
            "publish*",
            "convey*",
            "transfer*",
            "third party",
            "third parties",
            "recipient",
            "recipients",
            "pass on",
            "pass it on",
            "hand on",
            "receives the",
            "give any",
            "give every",
            "ship",
            "copies",
            "副本",
            "拷贝",
            "分发",
            "再分发",
            "发布",
            "传播",
            "提供给",
            "向第三方",
            "接收者",
            "接收方",
            "第三方",
            "共享",
            "转让");

    private static final List<String> TRAINED = List.of(
            "train",
            "training",
            "trained",
            "fine tune",
            "fine-tune",
            "fine-tuning",
            "finetune",
            "improve",
            "improving",
            "distill*",
            "distil",
            "derive",
            "derived",
            "derivative",
            "derivatives",
            "modif*",
            "create an ai model",
            "训练",
            "微调",
            "改进",
            "蒸馏",
            "衍生",
            "修改");

    private final String text;
    private final String lower;

    private ClauseWords(String text) {
        this.text = text;
        this.lower = lower(text);
    }

    static ClauseWords of(String clause) {
        String normal = LicenseText.of("clause", clause).normalized();
        StringBuilder line = new StringBuilder(normal.length());
        boolean blank = false;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (c == LicenseText.IGNORABLE) {
                continue;
            }
            if (Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            int last = line.length() - 1;
            if (blank && last >= 0 && !(han(line.charAt(last)) && han(c))) {
                line.append(' ');
            }
            blank = false;
            line.append(c);
        }
        return new ClauseWords(line.toString());
    }

    /** The words on one line. */
    String text() {
        return text;
    }

    /** The words on one line in lower case, character for character. */
    String lower() {
        return lower;
    }

    boolean asksForPermission() {
        return any(PERMISSION);
    }

    /** Whether it speaks of commercial use, and not only of a commercial licence. */
    boolean speaksOfCommercialUse() {
        return any(COMMERCIAL);
    }

    boolean speaksOfPassingOn() {
        return any(PASSED_ON);
    }

    boolean speaksOfDerivedModels() {
        return any(TRAINED);
    }

    boolean any(List<String> phrases) {
        return phrases.stream().anyMatch(this::has);
    }

    boolean any(String... phrases) {
        return any(List.of(phrases));
    }

    boolean has(String phrase) {
        return indexOf(phrase, 0) >= 0;
    }

    private int indexOf(String phrase, int from) {
        boolean prefix = phrase.endsWith("*");
        String wanted = prefix ? phrase.substring(0, phrase.length() - 1) : phrase;
        for (int at = lower.indexOf(wanted, from); at >= 0; at = lower.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean starts = !latin(wanted.charAt(0)) || at == 0 || !latin(lower.charAt(at - 1));
            boolean ends = prefix
                    || !latin(wanted.charAt(wanted.length() - 1))
                    || end == lower.length()
                    || !latin(lower.charAt(end));
            if (starts && ends) {
                return at;
            }
        }
        return -1;
    }

    /** The first quotation of at least so many characters. */
    Optional<String> quotation(int least) {
        int open = -1;
        char close = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open < 0) {
                close = switch (c) {
                    case '"' -> '"';
                    case '“' -> '”';
                    case '「' -> '」';
                    case '《' -> '》';
                    default -> 0;
                };
                if (close != 0) {
                    open = i + 1;
                }
            } else if (c == close) {
                if (i - open >= least) {
                    return Optional.of(text.substring(open, i).strip());
                }
                open = -1;
            }
        }
        return Optional.empty();
    }

    static boolean latin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static boolean han(char c) {
        return c >= 0x2E80 && c < 0xA000 || c >= 0xFF00;
    }

    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }
}
