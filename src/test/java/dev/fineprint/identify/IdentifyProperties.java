// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the characters: no exception, and every span lies in the text. */
class IdentifyProperties {
    private static final LicenseIndex INDEX = LicenseIndex.bundled();
    private static final List<SpdxTexts.Entry> ENTRIES = List.copyOf(SpdxTexts.all());

    @Provide
    Arbitrary<String> scraps() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> typical = Arbitraries.strings()
                .withChars("aeiou .,;:()-'\"\n\t1290©（）。一二许可<>[]*#\u00AD\u200B\uFFFF")
                .ofMaxLength(80);
        Arbitrary<String> pieces = Arbitraries.integers()
                .between(0, ENTRIES.size() - 1)
                .flatMap(i -> Arbitraries.integers()
                        .between(0, Math.max(0, ENTRIES.get(i).text().length() - 300))
                        .map(at -> ENTRIES.get(i)
                                .text()
                                .substring(at, Math.min(ENTRIES.get(i).text().length(), at + 300))));
        return Arbitraries.oneOf(any, typical, pieces).list().ofMaxSize(12).map(list -> String.join(" ", list));
    }

    @Property(tries = 300)
    void identificationHoldsItsPromises(@ForAll("scraps") String scraps) {
        LicenseText text = LicenseText.of("scraps", scraps);
        Identification found = INDEX.identify(text);
        int length = text.original().length();
        assertThat(found.baseCovered()).isBetween(0.0, 1.0);
        assertThat(found.textCovered()).isBetween(0.0, 1.0);
        assertThat(found.similarity()).isBetween(0.0, 1.0);
        assertThat(found.license().isEmpty()).isEqualTo(found.relation() == Relation.NONE);
        assertThat(found.runnersUp()).hasSizeLessThanOrEqualTo(3);
        int last = 0;
        for (Change change : found.changes()) {
            assertThat(change.start()).isBetween(last, length);
            assertThat(change.end()).isBetween(change.start(), length);
            last = change.start();
        }
        for (Identification.Contained contained : found.contained()) {
            assertThat(contained.start()).isBetween(0, length);
            assertThat(contained.end()).isBetween(contained.start(), length);
        }
        assertThat(INDEX.identify(text)).isEqualTo(found);
    }

    @Property(tries = 200)
    void comparingHoldsItsPromises(@ForAll("scraps") String before, @ForAll("scraps") String after) {
        LicenseText a = LicenseText.of("before", before);
        LicenseText b = LicenseText.of("after", after);
        LicenseComparison found = LicenseComparison.of(a, b);
        int lastBefore = 0;
        int lastAfter = 0;
        for (LicenseComparison.Difference d : found.differences()) {
            assertThat(d.beforeStart()).isBetween(lastBefore, a.original().length());
            assertThat(d.beforeEnd()).isBetween(d.beforeStart(), a.original().length());
            assertThat(d.afterStart()).isBetween(lastAfter, b.original().length());
            assertThat(d.afterEnd()).isBetween(d.afterStart(), b.original().length());
            lastBefore = d.beforeEnd();
            lastAfter = d.afterEnd();
        }
        assertThat(found.same()).isEqualTo(LicenseComparison.of(b, a).same());
        assertThat(LicenseComparison.of(a, a).same()).isTrue();
    }

    /** What is kept of either text is the same words in the same order. */
    @Property(tries = 100)
    void whatDoesNotDifferIsTheSame(@ForAll Random random) {
        SpdxTexts.Entry entry = ENTRIES.get(random.nextInt(ENTRIES.size()));
        List<String> words = new ArrayList<>(List.of(entry.text().split("\\s+")));
        for (int i = 0; i < 6; i++) {
            int at = random.nextInt(words.size());
            if (random.nextBoolean() && words.size() > 5) {
                words.remove(at);
            } else {
                words.add(at, "gizmo" + random.nextInt(4));
            }
        }
        String after = String.join(" ", words);
        LicenseComparison found =
                LicenseComparison.of(LicenseText.of("before", entry.text()), LicenseText.of("after", after));
        List<Long> keptBefore = kept(entry.text(), found, true);
        List<Long> keptAfter = kept(after, found, false);
        assertThat(keptBefore).isEqualTo(keptAfter);
    }

    private static List<Long> kept(String text, LicenseComparison found, boolean before) {
        Words words = Words.of(LicenseText.of("", text));
        List<Long> kept = new ArrayList<>();
        for (int i = 0; i < words.size; i++) {
            int at = words.start[i];
            boolean differs = found.differences().stream()
                    .anyMatch(d -> before
                            ? at >= d.beforeStart() && at < d.beforeEnd()
                            : at >= d.afterStart() && at < d.afterEnd());
            if (!differs && !words.is(i, Words.LIGHT)) {
                kept.add(words.hash[i]);
            }
        }
        return kept;
    }
}
