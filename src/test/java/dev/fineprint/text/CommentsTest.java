// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A licence in the comments of a source file reads like one that stands alone. */
class CommentsTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final List<String> LINES = List.of(
            "You may use this file for",
            "non-commercial purposes only, and",
            "you must not sell it.",
            "",
            "  * Redistribution is forbidden.",
            "  * You must not use it for",
            "    military purposes.");

    @TestFactory
    Stream<DynamicTest> readsTheCommentsOfAnyLanguage() {
        List<String> plain = findings(String.join("\n", LINES));
        assertThat(plain).hasSizeGreaterThan(3);
        return Stream.of("# ", "// ", "/// ", ";; ", "; ", "% ", "-- ", "dnl ", "REM ", ".\\\" ", "    # ")
                .map(mark -> DynamicTest.dynamicTest(mark, () -> {
                    StringBuilder text = new StringBuilder();
                    LINES.forEach(
                            line -> text.append((mark + line).stripTrailing()).append('\n'));
                    assertThat(findings(text.toString())).isEqualTo(plain);
                }));
    }

    @Test
    void readsBlockCommentsAndBoxes() {
        List<String> plain = findings(String.join("\n", LINES));
        StringBuilder javadoc = new StringBuilder("/**\n");
        StringBuilder block = new StringBuilder("/*\n");
        StringBuilder box = new StringBuilder("#".repeat(60) + "\n");
        for (String line : LINES) {
            javadoc.append((" * " + line).stripTrailing()).append('\n');
            block.append(line).append('\n');
            box.append("# ").append(line).append(" ".repeat(56 - line.length())).append(" #\n");
        }
        assertThat(findings(javadoc + " */\nint main(void);")).isEqualTo(plain);
        assertThat(findings(block + "*/\nint main(void);")).isEqualTo(plain);
        assertThat(findings(box + "#".repeat(60) + "\n")).isEqualTo(plain);
    }

    /** A letter that the mark begins with too is no frame around the lines. */
    @ParameterizedTest
    @ValueSource(strings = {"dnl ", "REM ", ".\\\" ", ";; "})
    void keepsTheEndsOfLines(String mark) {
        String ends = "used and\nmodified, or\nheld; moved.\nEND OR\nOTHER;\nand;\nend.\nsold.\n";
        String text = ends.lines().map(line -> mark + line + "\n").reduce("", String::concat);
        assertThat(LicenseText.of("t", text)
                        .normalized()
                        .replaceAll(" {2,}", "")
                        .strip())
                .isEqualTo(ends.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Licence\n## Grant\n### Scope\n",
                "* apples\n* pears\n* plums\n",
                "# Licence\n\nYou may.\n\n# Limits\n\nNone.\n\n# End\n",
                "-- a\n-- b\n",
            })
    void leavesHeadingsAndListsAlone(String text) {
        assertThat(LicenseText.of("t", text).normalized()).isEqualTo(text);
    }

    @Test
    void isLinearInCommentsThatAreNotClosed() {
        String text = "/* a\n".repeat(400_000);
        assertThat(LicenseText.of("t", text).normalized()).hasSameSizeAs(text);
    }

    private static List<String> findings(String text) {
        LicenseReport report = ANALYZER.analyze(text);
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding.params())
                .toList();
    }
}
