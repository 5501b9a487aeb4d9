// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A licence text with the parts that the SPDX matching guidelines let vary.
 *
 * @param plain the text with every optional part, and every replaceable part in its original words
 * @param parts what may vary, with offsets into {@code plain}, ordered by start
 */
record SpdxTemplate(String plain, List<Part> parts) {
    /**
     * A part that may vary.
     *
     * @param match the regular expression of what may stand instead; empty for an optional part
     */
    record Part(int start, int end, boolean optional, String match) {}

    private static final String BEGIN = "<<beginOptional";
    private static final String END = "<<endOptional>>";
    private static final String VAR = "<<var;";

    SpdxTemplate {
        parts = List.copyOf(parts);
    }

    /** A text in which nothing may vary. */
    static SpdxTemplate plain(String text) {
        return new SpdxTemplate(text, List.of());
    }

    /**
     * Reads the notation of {@code standardLicenseTemplate}: {@code <<beginOptional>>}, {@code <<endOptional>>} and
     * {@code <<var;name="...";original="...";match="...">>}.
     *
     * @throws IllegalArgumentException if a rule is not closed
     */
    static SpdxTemplate parse(String template) {
        StringBuilder plain = new StringBuilder(template.length());
        List<Part> parts = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        int at = 0;
        while (at < template.length()) {
            int rule = template.indexOf("<<", at);
            while (rule >= 0
                    && !template.startsWith(BEGIN, rule)
                    && !template.startsWith(END, rule)
                    && !template.startsWith(VAR, rule)) {
                rule = template.indexOf("<<", rule + 1);
            }
            if (rule < 0) {
                plain.append(template, at, template.length());
                break;
            }
            plain.append(template, at, rule);
            if (template.startsWith(BEGIN, rule)) {
                open.push(plain.length());
                at = after(template, ">>", rule);
            } else if (template.startsWith(END, rule)) {
                if (!open.isEmpty()) {
                    parts.add(new Part(open.pop(), plain.length(), true, ""));
                }
                at = rule + END.length();
            } else {
                int end = after(template, "\">>", rule);
                String fields = template.substring(rule, end - 2);
                String original = field(fields, "original");
                parts.add(new Part(plain.length(), plain.length() + original.length(), false, field(fields, "match")));
                plain.append(original);
                at = end;
            }
        }
        parts.sort((a, b) -> a.start != b.start ? Integer.compare(a.start, b.start) : Integer.compare(b.end, a.end));
        return new SpdxTemplate(plain.toString(), parts);
    }

    private static int after(String template, String end, int from) {
        int at = template.indexOf(end, from);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "template rule not closed: " + template.substring(from, Math.min(from + 60, template.length())));
        }
        return at + end.length();
    }

    private static String field(String fields, String name) {
        int at = fields.indexOf(";" + name + "=\"");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 3;
        int to = name.equals("match") ? fields.lastIndexOf('"') : fields.indexOf("\";match=\"", from);
        if (to < from) {
            to = fields.indexOf('"', from);
        }
        return fields.substring(from, Math.max(from, to)).replace("\\\"", "\"");
    }
}
