// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One policy in many layouts: however it is set, its clauses and what governs them are the same. */
class LayoutInvarianceTest {
    private static final Segmenter SEGMENTER = Segmenter.create();

    /** Depth of the list item, 0 for a paragraph, -1 for a heading; then the words. */
    private record Part(int depth, String words) {}

    private static final List<Part> POLICY = List.of(
            new Part(-1, "EXAMPLE USE POLICY"),
            new Part(
                    0,
                    "This policy belongs to the licence of the Engine. It is reviewed every year by the Supplier and by people whom the Supplier trusts."),
            new Part(-1, "Forbidden Uses"),
            new Part(
                    0,
                    "Everyone shall be able to use the Engine without harm. You agree that you will not use the Engine, or let others use it, to:"),
            new Part(1, "Break the law or the rights of others, including to:"),
            new Part(2, "Plan, further or praise unlawful acts or content, such as:"),
            new Part(3, "Terror or violence against persons or against things that persons need for their life"),
            new Part(
                    3,
                    "Harm to children, including the making, keeping or sharing of content that abuses them or that fails to show what others do to them"),
            new Part(3, "Trade in persons"),
            new Part(2, "Threaten, bully or stalk persons or groups of persons"),
            new Part(
                    2,
                    "Act as a doctor, as a lawyer or in any other profession without the leave that the law asks for, or give advice as if with such leave"),
            new Part(
                    1,
                    "Take part in acts that put persons at risk of death or injury, including use of the Engine related to the following:"),
            new Part(2, "War, weapons, or the work of spies"),
            new Part(2, "The control of power plants, of water works or of heavy machines"),
            new Part(1, "Mislead others, among other things by hiding that a machine has written what they read"),
            new Part(
                    0,
                    "Please report any breach of this policy to the Supplier. The Supplier answers within a month."));

    private static final List<Part> CHINESE = List.of(
            new Part(-1, "示例引擎使用政策"),
            new Part(0, "本政策是引擎许可协议的组成部分，许可人每年对本政策进行一次审查。许可人可以邀请其信任的人士参与审查。"),
            new Part(-1, "禁止用途"),
            new Part(0, "您同意不会自行或者允许他人将引擎用于下列用途："),
            new Part(1, "违反法律法规或者侵犯他人的合法权益，包括："),
            new Part(2, "策划、实施或者宣扬违法行为，例如："),
            new Part(3, "针对人身或者财产的恐怖活动和暴力行为；"),
            new Part(3, "伤害儿童，包括制作、持有或者传播相关内容，以及未按照法律的要求向有关部门报告他人制作、持有或者传播此类内容的情况；"),
            new Part(2, "威胁、欺凌或者跟踪他人；"),
            new Part(1, "从事可能导致人身伤亡的活动，包括将引擎用于："),
            new Part(2, "战争、武器或者间谍活动；"),
            new Part(2, "操作电厂、水厂或者重型机械；"),
            new Part(1, "误导他人，包括隐瞒其所阅读的内容系由机器生成的事实。"),
            new Part(0, "如您发现违反本政策的行为，请通知许可人。许可人将在一个月内答复。"));

    @TestFactory
    Stream<DynamicTest> chineseLayouts() {
        Map<String, String> layouts = new LinkedHashMap<>();
        String[][] markers = {
            {"1、", "（1）", "①"},
            {"（1）", "1)", "①"},
            {"1.", "（1）", "a."},
            {"（一）", "1.", "（1）"},
            {"-", "-", "-"},
            {"●", "○", "▪"}
        };
        for (String[] kinds : markers) {
            for (boolean blankLines : new boolean[] {true, false}) {
                for (int width : new int[] {0, 60, 80}) {
                    for (int step : kinds[0].equals("-") ? new int[] {2, 4} : new int[] {0, 4}) {
                        String name = String.join(" ", kinds) + (blankLines ? ", blank lines" : "") + ", wrapped at "
                                + width + ", indent " + step;
                        layouts.put(
                                name, set(CHINESE, part -> " ".repeat(step * (part - 1)), kinds, width, blankLines));
                    }
                }
            }
        }
        String expected = describe(layouts.get("- - -, blank lines, wrapped at 0, indent 2"));
        assertThat(expected).contains("战争、武器或者间谍活动 << 您同意");
        return layouts.entrySet().stream()
                .map(layout -> DynamicTest.dynamicTest(
                        layout.getKey(),
                        () -> assertThat(describe(layout.getValue()))
                                .as(layout.getValue())
                                .isEqualTo(expected)));
    }

    @TestFactory
    Stream<DynamicTest> layouts() {
        Map<String, String> layouts = new LinkedHashMap<>();
        String[] bullets = {"-", "-", "-"};
        String[] kinds = {"\u2022", "o", "\u25AA"};
        layouts.put("indented Markdown bullets", set(part -> "  ".repeat(part - 1), bullets, 0, true));
        layouts.put("bullets without blank lines", set(part -> "    ".repeat(part - 1), bullets, 0, false));
        layouts.put("tabs", set(part -> "\t".repeat(part), bullets, 0, false));
        layouts.put("bullets told by their looks alone", set(part -> "", kinds, 0, false));
        layouts.put("bullets told by their looks, blank lines between", set(part -> "", kinds, 0, true));
        layouts.put(
                "numbers, letters, Roman numerals",
                set(part -> "   ".repeat(part - 1), new String[] {"1.", "a.", "i."}, 0, true));
        layouts.put(
                "numbers in parentheses, not indented", set(part -> "", new String[] {"(1)", "(a)", "(i)"}, 0, false));
        layouts.put("half parentheses, not indented", set(part -> "", new String[] {"1)", "a)", "i)"}, 0, true));
        layouts.put(
                "upper-case letters and numbers",
                set(part -> "  ".repeat(part), new String[] {"A.", "1.", "a)"}, 0, false));
        layouts.put(
                "Markdown's 1. everywhere",
                set(part -> "   ".repeat(part - 1), new String[] {"=1.", "=1.", "=1."}, 0, true));
        layouts.put("indent alone", set(part -> "    ".repeat(part), new String[] {"", "", ""}, 0, true));
        layouts.put(
                "indent alone, no blank lines", set(part -> "    ".repeat(part), new String[] {"", "", ""}, 0, false));
        for (int width : new int[] {60, 72, 90}) {
            layouts.put("wrapped at " + width + ", bullets", set(part -> "  ".repeat(part - 1), bullets, width, true));
            layouts.put(
                    "wrapped at " + width + ", bullets, no blank lines",
                    set(part -> "  ".repeat(part), bullets, width, false));
            layouts.put(
                    "wrapped at " + width + ", numbers",
                    set(part -> "    ".repeat(part - 1), new String[] {"1.", "(a)", "(i)"}, width, true));
            layouts.put(
                    "wrapped at " + width + ", not indented",
                    set(part -> "", new String[] {"1.", "(a)", "(i)"}, width, true));
            layouts.put(
                    "wrapped at " + width + ", indent alone",
                    set(part -> "    ".repeat(part), new String[] {"", "", ""}, width, true));
        }
        String plain = layouts.get("indented Markdown bullets");
        String numbered = layouts.get("numbers, letters, Roman numerals");
        Map<String, String> all = new LinkedHashMap<>(layouts);
        layouts.forEach((name, text) -> all.put(name + ", CR LF", text.replace("\n", "\r\n")));
        layouts.forEach((name, text) -> all.put(name + ", quoted", "> " + text.replace("\n", "\n> ")));
        layouts.forEach((name, text) -> all.put(name + ", moved right", "      " + text.replace("\n", "\n      ")));
        layouts.forEach((name, text) -> all.put(name + ", blanks at line ends", text.replace("\n", "  \n")));
        layouts.forEach((name, text) -> all.put(
                name + ", no-break spaces after markers",
                text.replaceAll("(?m)^( *(?:[^ \\w]|\\S{1,3}[.)])) ", "$1\u00A0")));
        layouts.forEach((name, text) -> all.put(
                name + ", full-width punctuation",
                text.replace("(", "\uFF08").replace(")", "\uFF09").replace(":", "\uFF1A")));
        all.put("bullets, no colons", plain.replaceAll("(?m):$", ""));
        all.put("numbers, no colons", numbered.replaceAll("(?m):$", ""));
        all.put("bullets, semicolons", plain.replaceAll("(?m)^( *- .*\\w)$", "$1;"));
        all.put("numbers, full stops", numbered.replaceAll("(?m)^( *\\w+\\. .*\\w)$", "$1."));
        all.put("lone markers", numbered.replaceAll("(?m)^( *)(\\w{1,3}\\.) ", "$1$2\n\n$1   "));
        all.put("tabs after markers", numbered.replaceAll("(?m)^( *\\w{1,3}\\.) ", "$1\t"));
        all.put("bold headings", plain.replace("Forbidden Uses", "**Forbidden Uses**"));
        all.put("Markdown headings", "# " + plain.replace("Forbidden Uses", "## Forbidden Uses"));
        all.put("underlined headings", plain.replace("Forbidden Uses\n", "Forbidden Uses\n--------------\n"));
        all.put("bold markers", numbered.replaceAll("(?m)^( *)(\\w{1,3}\\.) ", "$1**$2** "));
        String expected = describe(layouts.get("indented Markdown bullets"));
        assertThat(expected).contains("Trade in persons << You agree");
        return all.entrySet().stream()
                .map(layout -> DynamicTest.dynamicTest(
                        layout.getKey(),
                        () -> assertThat(describe(layout.getValue()))
                                .as(layout.getValue())
                                .isEqualTo(expected)));
    }

    private static String set(IntFunction<String> indent, String[] markers, int width, boolean blankLines) {
        return set(POLICY, indent, markers, width, blankLines);
    }

    private static String set(
            List<Part> policy, IntFunction<String> indent, String[] markers, int width, boolean blankLines) {
        StringBuilder text = new StringBuilder();
        int[] ordinals = new int[4];
        int before = 0;
        for (Part part : policy) {
            boolean apart = blankLines || part.depth() <= 0 || before <= 0;
            text.append(text.isEmpty() ? "" : apart ? "\n\n" : "\n");
            String lead = "";
            if (part.depth() > 0) {
                ordinals[part.depth()] = part.depth() > before ? 1 : ordinals[part.depth()] + 1;
                String marker = count(markers[part.depth() - 1], ordinals[part.depth()]);
                lead = indent.apply(part.depth()) + (marker.isEmpty() ? "" : marker + " ");
            }
            text.append(wrap(lead, part.words(), width));
            before = part.depth();
        }
        return text + "\n";
    }

    private static String count(String marker, int ordinal) {
        if (marker.startsWith("=")) {
            return marker.substring(1);
        }
        if (marker.equals("①")) {
            return String.valueOf((char) ('①' + ordinal - 1));
        }
        if (marker.equals("（一）")) {
            return "（" + "一二三四".charAt(ordinal - 1) + "）";
        }
        String roman = List.of("i", "ii", "iii", "iv").get(ordinal - 1);
        String letter = String.valueOf((char) ('a' + ordinal - 1));
        if (marker.contains("i")) {
            return marker.replace("i", roman);
        }
        return marker.length() == 1
                ? marker
                : marker.replace("1", String.valueOf(ordinal))
                        .replace("a", letter)
                        .replace("A", letter.toUpperCase(Locale.ROOT));
    }

    private static String wrap(String lead, String words, int width) {
        if (width == 0) {
            return lead + words;
        }
        if (Chars.isHan(words.charAt(0))) {
            return wrapChinese(lead, words, width);
        }
        StringBuilder text = new StringBuilder(lead);
        int column = lead.length();
        for (String word : words.split(" ")) {
            boolean first = column == lead.length();
            if (!first && column + 1 + word.length() > width) {
                text.append('\n').append(" ".repeat(lead.length()));
                column = lead.length();
                first = true;
            }
            text.append(first ? "" : " ").append(word);
            column += word.length() + (first ? 0 : 1);
        }
        return text.toString();
    }

    /** Chinese breaks between any two characters, but not before a punctuation mark. */
    private static String wrapChinese(String lead, String words, int width) {
        StringBuilder text = new StringBuilder(lead);
        int column = lead.length();
        for (int i = 0; i < words.length(); i++) {
            boolean mark = "，。；：、）".indexOf(words.charAt(i)) >= 0;
            if (column + 2 > width && !mark) {
                text.append('\n')
                        .append(" "
                                .repeat(
                                        lead.isBlank()
                                                ? 0
                                                : lead.length()
                                                        - lead.stripLeading().length()));
                column = 0;
            }
            text.append(words.charAt(i));
            column += 2;
        }
        return text.toString();
    }

    private static String describe(String text) {
        LicenseText license = LicenseText.of("policy", text);
        List<Clause> clauses = SEGMENTER.segment(license).clauses();
        List<String> lines = new ArrayList<>();
        for (Clause clause : clauses) {
            StringBuilder line = new StringBuilder(clause.type().name().charAt(0) + " " + words(license, clause));
            for (int leadIn : clause.leadIns()) {
                line.append(" << ").append(words(license, clauses.get(leadIn)));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static String words(LicenseText text, Clause clause) {
        return text.normalized()
                .substring(clause.start(), clause.end())
                .replaceAll("(?<=[\\u3001-\\u9FFF,]) *\\n *(?=[\\u3001-\\u9FFF])", "")
                .replaceAll("\\s+", " ")
                .replaceAll("[.:;\\u3002]$", "");
    }
}
