// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Texts of the SPDX list as they are met in the wild: in comments, on web pages, in constants, worn and garbled. */
@Tag("slow")
class VariantsTest {
    /** So many texts of the list, the same ones in every run. */
    static final int SAMPLE = 120;

    private static final Pattern APPENDIX = Pattern.compile(
            "(?i)(end of (the )?terms and conditions|how to apply these terms|appendix|exhibit [ab]\\b)");

    /**
     * A way to write a licence.
     *
     * @param write how a text becomes so
     * @param exact the least share that must still count as the very licence; the right id is asked of 97 in 100
     */
    record Variant(Function<SpdxTexts.Entry, String> write, double exact) {}

    static Map<String, Variant> variants() {
        Map<String, Variant> all = new LinkedHashMap<>();
        for (String mark : List.of(
                "// ",
                "# ",
                "## ",
                "; ",
                ";; ",
                "-- ",
                "% ",
                "! ",
                ".\\\" ",
                "\" ",
                "> ",
                "dnl ",
                "REM ",
                "        ")) {
            put(all, "lines after " + mark, 0.97, e -> marked(SpdxListTest.wrap(e.text(), 72), mark));
        }
        for (int width : new int[] {60, 72, 100}) {
            put(all, "wrapped at " + width, 0.99, e -> SpdxListTest.wrap(e.text(), width));
        }
        put(all, "block comment", 0.99, e -> "/*\n" + marked(SpdxListTest.wrap(e.text(), 72), " * ") + " */\n");
        put(all, "XML comment", 0.99, e -> "<!--\n" + marked(SpdxListTest.wrap(e.text(), 72), "  ~ ") + "-->\n");
        put(all, "box", 0.99, e -> "/" + "*".repeat(76) + "\n" + box(e.text()) + "*".repeat(76) + "/\n");
        put(all, "Javadoc of a class", 0, e -> "/**\n" + marked(e.text(), " * ") + " */\npackage org.example.gears;\n");
        put(
                all,
                "file banner",
                0,
                e -> "/*\n * gear.c - turns gears for the example library\n *\n * Author: Jane Example\n"
                        + marked(SpdxListTest.wrap(e.text(), 72), " * ") + " */\n");
        put(
                all,
                "code after it",
                0,
                e -> marked(e.text(), "# ") + "\nimport os\n\ndef main(argv):\n    return len(argv)\n");
        put(
                all,
                "web page",
                0.97,
                e -> "<html><head><title>" + html(e.name()) + "</title></head><body><h1>" + html(e.name()) + "</h1>\n"
                        + paragraphs(e.text(), p -> "<p>" + html(p) + "</p>") + "</body></html>");
        put(all, "preformatted", 0.99, e -> "<pre>" + html(e.text()) + "</pre>");
        put(
                all,
                "line breaks of HTML",
                0.99,
                e -> SpdxListTest.wrap(e.text(), 72)
                        .lines()
                        .map(l -> html(l) + "<br/>\n")
                        .collect(Collectors.joining()));
        put(all, "Markdown", 0.99, e -> SpdxListTest.markdown(e.text()));
        put(
                all,
                "reStructuredText",
                0.97,
                e -> e.name() + "\n" + "~".repeat(40) + "\n\n::\n\n" + marked(e.text(), "    "));
        put(
                all,
                "TeX",
                0.99,
                e -> e.text()
                        .replace("&", "\\&")
                        .replace("_", "\\_")
                        .replace("%", "\\%")
                        .replaceAll("(?<=^|\\s|\\()\"", "``")
                        .replace("\"", "''"));
        put(
                all,
                "Debian control",
                0.97,
                e -> "License: " + e.id() + "\n"
                        + SpdxListTest.wrap(e.text(), 72)
                                .lines()
                                .map(l -> l.isBlank() ? " .\n" : " " + l + "\n")
                                .collect(Collectors.joining()));
        put(
                all,
                "constants of C",
                0.97,
                e -> SpdxListTest.wrap(e.text(), 72)
                                .lines()
                                .map(l -> "  \"" + l.replace("\"", "\\\"") + "\\n\"\n")
                                .collect(Collectors.joining())
                        + ";\n");
        put(
                all,
                "string of JSON",
                0.95,
                e -> "{\"license\": \""
                        + e.text()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\t", "\\t")
                                .replace("\n", "\\n") + "\"}");
        put(all, "title with an alias", 0.97, e -> e.name() + " (Expat)\n\n" + e.text());
        put(all, "title twice", 0.97, e -> e.name() + "\n\n" + e.name() + "\n\n" + e.text());
        put(all, "SPDX line", 0.97, e -> "// SPDX-License-Identifier: " + e.id() + "\n" + marked(e.text(), "// "));
        put(all, "no title", 0.85, e -> untitled(e.text()));
        put(all, "sentence before it", 0, e -> "libgear is distributed under the following license:\n\n" + e.text());
        put(
                all,
                "two notices",
                0.97,
                e -> "Copyright (C) 1998, 1999 Jane Example <jane@example.org>\nCopyright (C) "
                        + "2001-2009 Example Gears, Inc.\nPortions copyright 2003 by John Q. Public, all rights reserved\n\n"
                        + e.text());
        put(
                all,
                "notice of many",
                0.97,
                e -> "Copyright (c) 2012-2020 Example Corp, Jane Example and contributors. "
                        + "All rights reserved.\n\n" + e.text());
        put(
                all,
                "other copyright signs",
                0.99,
                e -> e.text().replace("(c)", "(C)").replace("\u00A9", "(C)"));
        put(all, "curly quotes", 0.99, e -> SpdxListTest.curly(e.text()));
        put(
                all,
                "in a wrong encoding",
                0.92,
                e -> new String(
                        SpdxListTest.curly(e.text()).getBytes(StandardCharsets.UTF_8),
                        Charset.forName("windows-1252")));
        put(all, "quotes lost", 0.9, e -> SpdxListTest.curly(e.text()).replaceAll("[^\\x00-\\x7F]", "?"));
        put(
                all,
                "without accents",
                0.9,
                e -> Normalizer.normalize(e.text(), Normalizer.Form.NFD).replaceAll("[^\\x00-\\x7F]", ""));
        put(all, "letters for numbers", 0.97, e -> renumbered(e.text()));
        put(
                all,
                "dashes for numbers",
                0.97,
                e -> e.text().replaceAll("(?m)^([ \\t]*)(\\(?\\d{1,2}[.)]|\\([a-z]\\)|[*\u2022])(?= )", "$1-"));
        put(
                all,
                "no numbers",
                0.97,
                e -> e.text().replaceAll("(?m)^([ \\t]*)(\\(?\\d{1,2}[.)]|\\([a-z]\\)|[*\u2022-])(?= )", "$1"));
        put(
                all,
                "British spelling",
                0.92,
                e -> e.text()
                        .replaceAll("\\blicense\\b", "licence")
                        .replaceAll("\\bfavor\\b", "favour")
                        .replace("authorized", "authorised")
                        .replace("acknowledgment", "acknowledgement"));
        put(all, "https", 0.99, e -> e.text().replace("http://", "https://"));
        put(all, "no appendix", 0.9, e -> withoutAppendix(e.text()));
        put(
                all,
                "signature",
                0,
                e -> e.text() + "\n\n-- \nJane Example <jane@example.org>\nhttp://www.example.org/~jane/\n");
        put(all, "mail", 0, e -> "From: Jane Example <jane@example.org>\nSubject: Re: license\n\n" + e.text());
        put(all, "page numbers", 0.97, e -> paged(e.text()));
        put(all, "blanks doubled", 0.99, e -> e.text().replace(" ", "  "));
        put(all, "small letters", 0.97, e -> e.text().toLowerCase(Locale.ROOT));
        return all;
    }

    private static void put(
            Map<String, Variant> all, String name, double exact, Function<SpdxTexts.Entry, String> write) {
        all.put(name, new Variant(write, exact));
    }

    static List<SpdxTexts.Entry> sample() {
        List<SpdxTexts.Entry> all = new ArrayList<>(SpdxTexts.all());
        Collections.shuffle(all, new Random(20_261_122));
        return all.subList(0, SAMPLE);
    }

    @TestFactory
    Stream<DynamicTest> isStillThatLicence() {
        List<SpdxTexts.Entry> sample = sample();
        return variants().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    List<String> changed = new ArrayList<>();
                    for (SpdxTexts.Entry entry : sample) {
                        Identification found = LicenseIndex.bundled()
                                .identify(LicenseText.of(
                                        entry.id(), each.getValue().write().apply(entry)));
                        if (!isNamed(found, entry)) {
                            wrong.add(entry.id() + " is " + found.relation() + " " + found.id());
                        } else if (found.relation() != Relation.EXACT) {
                            changed.add(entry.id() + " " + found.relation() + " " + found.changes());
                        }
                    }
                    assertThat(wrong.size()).as(wrong.toString()).isLessThanOrEqualTo(SAMPLE * 3 / 100);
                    double exact = (double) (SAMPLE - wrong.size() - changed.size()) / SAMPLE;
                    assertThat(exact)
                            .as(changed.toString())
                            .isGreaterThanOrEqualTo(each.getValue().exact());
                }));
    }

    static boolean isNamed(Identification found, SpdxTexts.Entry entry) {
        return found.id().equals(entry.id()) || found.sameWords().contains(entry.id());
    }

    private static String marked(String text, String mark) {
        return text.lines().map(line -> (mark + line).stripTrailing() + "\n").collect(Collectors.joining());
    }

    private static String box(String text) {
        return SpdxListTest.wrap(text, 70)
                .lines()
                .map(line -> String.format("* %-72s *%n", line))
                .collect(Collectors.joining());
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String paragraphs(String text, Function<String, String> each) {
        return Stream.of(text.split("\n\\s*\n")).map(String::strip).map(each).collect(Collectors.joining("\n"));
    }

    private static String untitled(String text) {
        String stripped = text.strip();
        int line = stripped.indexOf('\n');
        return line > 0 && line < 80 ? stripped.substring(line + 1) : stripped;
    }

    private static String renumbered(String text) {
        Matcher numbers = Pattern.compile("(?m)^([ \\t]*)(\\d{1,2})[.)](?= )").matcher(text);
        return numbers.replaceAll(each ->
                each.group(1) + (char) ('a' + (Integer.parseInt(each.group(2)) + 25) % 26) + ")");
    }

    private static String withoutAppendix(String text) {
        Matcher appendix = APPENDIX.matcher(text);
        while (appendix.find()) {
            if (appendix.start() > text.length() * 3 / 4) {
                return text.substring(0, appendix.start());
            }
        }
        return text;
    }

    private static String paged(String text) {
        StringBuilder out = new StringBuilder();
        int lines = 0;
        for (String line : SpdxListTest.wrap(text, 72).split("\n", -1)) {
            out.append(line).append('\n');
            if (++lines % 45 == 0) {
                out.append("\n- ").append(lines / 45).append(" -\n\f\n");
            }
        }
        return out.toString();
    }
}
