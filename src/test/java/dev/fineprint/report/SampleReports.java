// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.AuthorityRef;
import dev.fineprint.Deviation;
import dev.fineprint.DocumentInfo;
import dev.fineprint.Finding;
import dev.fineprint.Freedom;
import dev.fineprint.Identification;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import dev.fineprint.Span;
import dev.fineprint.ToolInfo;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Attitude;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.text.LicenseText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports of texts written for these tests, made by hand so that writers are tested without the engine. */
final class SampleReports {

    private static final String ENGLISH = """
        Heron Model Terms

        1. You must not run the Model to operate a casino.
        2. A Licensee with over 700,000,000 monthly users asks us
           for a separate permit first.
        3. Keep this notice in copies.
        4. Sign the guest book every Tuesday.
        """;

    private static final String CHINESE = "苍鹭模型条款\n\n一、不得将模型用于经营赌场。\n二、保留本声明。\n";

    private SampleReports() {}

    static LicenseReport english() {
        return new Builder("heron/LICENSE.txt", ENGLISH, List.of("en"))
                .finding(
                        "use.prohibited",
                        Effect.RESTRICTS,
                        "You must not run the Model to operate a casino.",
                        "en",
                        Map.of("domains", List.of("gambling")))
                .finding(
                        "scale.active-users",
                        Effect.RESTRICTS,
                        "A Licensee with over 700,000,000 monthly users asks us\n   for a separate permit first.",
                        "en",
                        ordered("threshold", 700_000_000L, "period", "month"))
                .finding("notice.keep", Effect.COMPATIBLE, "Keep this notice in copies.", "en", Map.of())
                .finding(Finding.UNCLASSIFIED, Effect.REVIEW, "Sign the guest book every Tuesday.", "en", Map.of())
                .build(Verdict.DEVIATES);
    }

    static LicenseReport chinese() {
        return new Builder("苍鹭/许可 协议.txt", CHINESE, List.of("zh"))
                .finding(
                        "use.prohibited",
                        Effect.RESTRICTS,
                        "不得将模型用于经营赌场。",
                        "zh",
                        Map.of("domains", List.of("gambling")))
                .finding("notice.keep", Effect.COMPATIBLE, "保留本声明。", "zh", Map.of())
                .build(Verdict.DEVIATES);
    }

    static LicenseReport identified(String id, Relation relation) {
        LicenseReport report = english();
        return new LicenseReport(
                report.tool(),
                report.document(),
                report.verdict(),
                report.rationale(),
                report.summary(),
                Optional.of(new Identification(
                        id, "Title of " + id, relation, 1, 1, 1, true, List.of(), List.of(), List.of(), List.of())),
                report.findings(),
                report.deviations(),
                report.kinds(),
                report.freedoms(),
                report.notAssessed(),
                report.text());
    }

    static LicenseReport empty() {
        return new Builder("empty.txt", "", List.of()).build(Verdict.UNDETERMINED);
    }

    /** One clause of the given words; each writer must show it harmlessly. */
    static LicenseReport hostile(String words) {
        return new Builder("=cmd|' /C calc'!A0.txt", "Preamble\n" + words, List.of("en"))
                .finding(
                        "use.prohibited",
                        Effect.RESTRICTS,
                        words,
                        "en",
                        ordered("text", words, "domains", List.of("gambling", words)))
                .build(Verdict.DEVIATES);
    }

    /** Everything that a browser, a terminal, a spreadsheet or a code host might act upon. */
    static List<String> hostileWords() {
        return List.of(
                "<script>alert(1)</script> must not",
                "</textarea><img src=x onerror=alert(1)> must not",
                "must \u001B[31mnot\u001B]0;title\u0007 \u009B31m",
                "must \u202Enot\u2066 \u200Fmust\u2069",
                "=HYPERLINK(\"http://example.invalid\",\"x\")",
                "\t=1+1",
                "@everyone must not, see #1 and [x](javascript:alert(1)) `code` ![i](http://example.invalid/i.png)",
                "a,b\"c\"\r\nd",
                "lone \uD800 surrogate \uDC00 here",
                "null \0 and \uFFFF and \uFEFF",
                "x".repeat(200_000),
                "]]> --> */ {{7*7}} ${7*7} %n %s",
                "line\u2028separator\u2029paragraph\u0085next");
    }

    static String written(String format, LicenseReport report) {
        return written(format, ReportOptions.defaults(), report);
    }

    static String written(String format, ReportOptions options, LicenseReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportFormats.standard().find(format).orElseThrow().writer(options).write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String writtenAll(String format, LicenseReport... reports) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportWriter writer =
                    ReportFormats.standard().find(format).orElseThrow().writer(ReportOptions.defaults());
            writer.writeAll(List.of(reports), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    static final class Builder {
        private final LicenseText text;
        private final List<String> languages;
        private final List<Finding> findings = new ArrayList<>();

        Builder(String name, String text, List<String> languages) {
            this.text = LicenseText.of(name, text);
            this.languages = languages;
        }

        Builder finding(String kind, Effect effect, String words, String language, Map<String, Object> params) {
            int start = text.original().indexOf(words);
            if (start < 0) {
                throw new IllegalArgumentException("Not in the text: " + words);
            }
            Span span = new Span(start, start + words.length(), text.line(start), text.column(start));
            findings.add(new Finding(
                    "finding-" + (findings.size() + 1),
                    kind,
                    effect,
                    Optional.of(Attitude.FORBIDS),
                    params,
                    Optional.empty(),
                    Optional.of("1"),
                    List.of(span),
                    List.of(span),
                    words,
                    kind + "/" + language + "/sample",
                    language,
                    Optional.empty(),
                    Optional.empty()));
            return this;
        }

        LicenseReport build(Verdict verdict) {
            List<Deviation> deviations = new ArrayList<>();
            List<KindInfo> kinds = new ArrayList<>();
            for (Finding finding : findings) {
                if (finding.kind().equals(Finding.UNCLASSIFIED)) {
                    continue;
                }
                LocalizedText title = new LocalizedText("Title of " + finding.kind(), "标题 " + finding.kind());
                LocalizedText says = new LocalizedText("Says what it does.", "说明其作用。");
                Map<String, LocalizedText> values = Map.of("gambling", new LocalizedText("gambling", "赌博"));
                kinds.add(new KindInfo(
                        finding.kind(), finding.effect(), title, says, says, values, List.of("OSD-6", "OSAID-use")));
                if (finding.effect() == Effect.RESTRICTS) {
                    deviations.add(new Deviation(
                            finding.kind(),
                            finding.effect(),
                            List.of("OSD-6", "OSAID-use"),
                            List.of(finding.id()),
                            title,
                            says,
                            says,
                            says,
                            List.of(new AuthorityRef("A page", "https://opensource.org/osd", "DIRECT", "OSD-6", "")),
                            OptionalInt.of(0)));
                }
            }
            return new LicenseReport(
                    new ToolInfo("Fineprint", "0.1.0", "sample"),
                    new DocumentInfo(text.name(), text.sha256(), text.original().length(), languages),
                    verdict,
                    new LocalizedText("The reason.", "理由。"),
                    new LocalizedText("Forbids casinos.", "禁止赌场。"),
                    Optional.of(new Identification(
                            "", "", Relation.NONE, 0, 0, 0, false, List.of(), List.of(), List.of(), List.of())),
                    findings,
                    deviations,
                    kinds,
                    List.of(new Freedom("use", !deviations.isEmpty(), List.of())),
                    List.of(new LocalizedText("The data.", "数据。")),
                    Optional.of(text.original()));
        }
    }
}
