// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.Effect;
import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No licence that the OSI approved, or that the FSF holds free, is said to take a freedom away. */
class OsiGateTest {
    private static final Path OSI = Path.of("corpus/osi-exceptions.tsv");
    private static final Path FSF = Path.of("corpus/fsf-exceptions.tsv");
    private static final int MOST_EXCEPTIONS = 10;
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    /** A finding that was looked at and is right. */
    private record Reviewed(String id, String kind, String quotation, String reason) {
        boolean covers(Finding finding) {
            return finding.kind().equals(kind) && words(finding.text()).contains(words(quotation));
        }
    }

    private static List<Reviewed> reviewed(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Reviewed(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void looksAtEveryApprovedLicence() {
        assertThat(SpdxTexts.all().stream().filter(SpdxTexts.Entry::osiApproved))
                .hasSize(149);
        assertThat(SpdxTexts.all().stream().filter(e -> e.osiApproved() && !e.deprecated()))
                .hasSize(136);
    }

    @Test
    void keepsTheListsShortAndReasoned() {
        assertThat(reviewed(OSI)).hasSizeLessThanOrEqualTo(MOST_EXCEPTIONS);
        for (Reviewed each :
                Stream.concat(reviewed(OSI).stream(), reviewed(FSF).stream()).toList()) {
            assertThat(each.reason()).as(each.toString()).hasSizeGreaterThan(20);
            assertThat(each.quotation()).as(each.toString()).isNotBlank();
            assertThat(SpdxTexts.get(each.id()).osiApproved()
                            || SpdxTexts.get(each.id()).fsfLibre())
                    .as(each.id())
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> accusesNoApprovedLicence() {
        List<Reviewed> exceptions = reviewed(OSI);
        return SpdxTexts.all().stream()
                .filter(SpdxTexts.Entry::osiApproved)
                .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> accusesOnlyWhatWasReviewed(entry, exceptions)));
    }

    @TestFactory
    Stream<DynamicTest> accusesNoLicenceThatTheFsfHoldsFree() {
        List<Reviewed> exceptions = reviewed(FSF);
        return SpdxTexts.all().stream()
                .filter(entry -> entry.fsfLibre() && !entry.osiApproved())
                .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> accusesOnlyWhatWasReviewed(entry, exceptions)));
    }

    private static void accusesOnlyWhatWasReviewed(SpdxTexts.Entry entry, List<Reviewed> exceptions) {
        List<Finding> accusations = restricting(ANALYZER.analyze(LicenseText.of(entry.id(), entry.text())));
        List<String> unexplained = new ArrayList<>();
        for (Finding finding : accusations) {
            if (exceptions.stream().noneMatch(e -> e.id().equals(entry.id()) && e.covers(finding))) {
                unexplained.add(finding.pattern() + ": " + words(finding.text()));
            }
        }
        assertThat(unexplained).as("findings that take a freedom away").isEmpty();
        for (Reviewed each : exceptions) {
            if (each.id().equals(entry.id())) {
                assertThat(accusations)
                        .as("the exception is out of date, take it off the list: " + each)
                        .anyMatch(each::covers);
            }
        }
    }

    private static List<Finding> restricting(LicenseReport report) {
        return report.findings().stream()
                .filter(finding -> finding.effect() == Effect.RESTRICTS)
                .toList();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
