// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.osi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsiReferenceTest {
    private static final OsiReference OSI = OsiReference.bundled();

    private static double coverage(String passage) {
        LicenseText text = LicenseText.of("passage", passage);
        return OSI.coverage(text, 0, passage.length());
    }

    @Test
    void namesTheApprovedLicences() {
        assertThat(OSI.approvedIds()).hasSize(149).contains("MIT", "Apache-2.0", "GPL-2.0");
        assertThat(OSI.currentIds()).hasSize(136).contains("MIT").doesNotContain("GPL-2.0");
        assertThat(OSI.approvedIds()).containsAll(OSI.currentIds());
        assertThat(OSI.approvedIds())
                .containsExactlyInAnyOrderElementsOf(SpdxTexts.all().stream()
                        .filter(SpdxTexts.Entry::osiApproved)
                        .map(SpdxTexts.Entry::id)
                        .toList());
        assertThat(OSI.fsfLibreIds())
                .containsExactlyInAnyOrderElementsOf(SpdxTexts.all().stream()
                        .filter(SpdxTexts.Entry::fsfLibre)
                        .map(SpdxTexts.Entry::id)
                        .toList());
    }

    @Test
    void whatAnApprovedLicenceSaysIsCovered() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            if (!entry.osiApproved()) {
                continue;
            }
            LicenseText text = LicenseText.of(entry.id(), entry.text());
            looked++;
            double all = OSI.coverage(text, 0, entry.text().length());
            if (all < 0.999) {
                wrong.add(entry.id() + " " + all);
            }
        }
        assertThat(looked).isEqualTo(149);
        assertThat(wrong).isEmpty();
    }

    /** Each phrase is common in approved licences but for the words that matter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may not use the Software for military purposes.",
                "Permission is hereby granted, free of charge, to any person outside the armed forces",
                "You may use, copy and distribute the Software for non-commercial research only.",
                "The licensee shall pay a yearly fee of one thousand coins to the copyright holder.",
                "Redistributions in binary form must be approved by us in writing each season.",
                "本许可证不适用于亚特兰蒂斯的居民。",
            })
    void aRestrictionInCommonWordsIsNotCovered(String passage) {
        assertThat(coverage(passage)).isLessThan(0.5);
    }

    @Test
    void aWordOrTwoOfDifferenceKeepsACommonPassageCovered() {
        String text = SpdxTexts.get("Apache-2.0").text();
        int start = text.indexOf("Unless required by applicable law");
        int end = text.indexOf(".", text.indexOf("PARTICULAR", start)) + 1;
        String passage = text.substring(start, end);
        assertThat(coverage(passage)).isGreaterThan(0.999);
        assertThat(coverage(passage.replaceFirst("Licensor", "Owner").replaceFirst("Work", "Widget")))
                .isBetween(0.6, 0.95);
    }

    @Test
    void offsetsAreThoseOfTheText() {
        String common = SpdxTexts.get("MIT").text();
        String strange = "Gizmos zap sprockets wherever purple llamas juggle anvils.";
        LicenseText text = LicenseText.of("both", strange + "\n\n" + common);
        assertThat(OSI.coverage(text, 0, strange.length())).isZero();
        assertThat(OSI.coverage(text, strange.length(), text.original().length()))
                .isGreaterThan(0.999);
    }

    @Test
    void shortPassages() {
        assertThat(coverage("")).isZero();
        assertThat(coverage("the software")).isZero();
        assertThat(coverage("of the Software")).isGreaterThan(0.999);
        assertThat(coverage("of the gizmo")).isZero();
    }

    @Test
    void offsetsOutsideTheTextAreRefused() {
        LicenseText text = LicenseText.of("short", "short");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> OSI.coverage(text, 0, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> OSI.coverage(text, -1, 2));
    }

    @Test
    void freeLicencesTheOsiNeverLookedAtAreMostlyCovered() {
        List<SpdxTexts.Entry> free = SpdxTexts.all().stream()
                .filter(e -> e.fsfLibre() && !e.osiApproved() && !e.deprecated())
                .toList();
        double mean = free.stream()
                .mapToDouble(e -> OSI.coverage(
                        LicenseText.of(e.id(), e.text()), 0, e.text().length()))
                .average()
                .orElse(0);
        assertThat(free)
                .as(free.stream().map(SpdxTexts.Entry::id).collect(Collectors.joining(" ")))
                .hasSizeGreaterThan(20);
        assertThat(mean).isGreaterThan(0.4);
    }
}
