// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.identify.LicenseComparison.Difference;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LicenseComparisonTest {
    private static final String OLD = FingerprintTest.SPECIMEN;

    private static LicenseComparison compare(String before, String after) {
        return LicenseComparison.of(LicenseText.of("before", before), LicenseText.of("after", after));
    }

    private static List<String> shown(String before, String after) {
        return compare(before, after).differences().stream()
                .map(d -> d.type() + " [" + before.substring(d.beforeStart(), d.beforeEnd()) + "] ["
                        + after.substring(d.afterStart(), d.afterEnd()) + "]")
                .toList();
    }

    @Test
    void stopsWhenItIsTold() {
        LicenseText one = LicenseText.of("one", "You may copy the Model.");
        LicenseText other = LicenseText.of("other", "You may not copy the Model.");
        assertThat(LicenseComparison.of(one, other, StopSignal.after(Duration.ofMinutes(1))))
                .isEqualTo(LicenseComparison.of(one, other));
        assertThatThrownBy(() -> LicenseComparison.of(one, other, StopSignal.after(Duration.ZERO)))
                .isInstanceOf(AnalysisStoppedException.class);
    }

    @Test
    void theSameWordsDoNotDiffer() {
        LicenseComparison same = compare(OLD, OLD.toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
        assertThat(same.same()).isTrue();
        assertThat(same.beforeKept()).isEqualTo(1);
        assertThat(same.afterKept()).isEqualTo(1);
    }

    @Test
    void aChangedValueIsReplaced() {
        assertThat(shown(OLD, OLD.replace("two thousand coins", "nine thousand coins")))
                .containsExactly("REPLACED [two] [nine]");
    }

    @Test
    void aNewSentenceIsInsertedWhole() {
        String added = "Do not let it sing in public.";
        assertThat(shown(OLD, OLD.replace("   (c) Do not train", "   (c) " + added + "\n   (d) Do not train")))
                .containsExactly("INSERTED [] [" + added + "]");
    }

    @Test
    void aSentenceThatIsGoneIsRemovedWhole() {
        assertThat(shown(OLD, OLD.replace(" Until then nothing is due.", "")))
                .containsExactly("REMOVED [Until then nothing is due.] []");
    }

    @Test
    void severalChangesComeInOrder() {
        String after = OLD.replace("Version 1", "Version 2")
                .replace("two thousand", "five hundred")
                .replace("(a) Do not steer vehicles with it on public roads.\n", "")
                .replace("town hall", "court house");
        assertThat(shown(OLD, after))
                .containsExactly(
                        "REPLACED [1] [2]",
                        "REPLACED [two thousand] [five hundred]",
                        "REMOVED [Do not steer vehicles with it on public roads.] []",
                        "REPLACED [town hall] [court house]");
    }

    @Test
    void nothingAgainstSomethingIsAllNew() {
        LicenseComparison all = compare("", OLD);
        assertThat(all.differences()).extracting(Difference::type).containsExactly(Change.Type.INSERTED);
        assertThat(all.afterKept()).isZero();
        assertThat(compare("", "").same()).isTrue();
    }

    @Test
    void chineseIsComparedCharacterByCharacter() {
        String before = "一、您可以在自己的机器上使用这些齿轮。二、每月不得超过一百次。";
        assertThat(shown(before, before.replace("一百次", "九百次"))).containsExactly("REPLACED [一] [九]");
    }

    @Test
    void versionsOfALicenceOfTheListDifferWhereTheyDiffer() {
        String before = SpdxTexts.get("CC-BY-4.0").text();
        String after = SpdxTexts.get("CC-BY-NC-4.0").text();
        LicenseComparison found = compare(before, after);
        assertThat(found.beforeKept()).isGreaterThan(0.95);
        assertThat(found.afterKept()).isBetween(0.9, 0.99);
        assertThat(found.differences().stream()
                        .map(d -> after.substring(d.afterStart(), d.afterEnd()).toLowerCase(Locale.ROOT)))
                .anyMatch(s -> s.contains("noncommercial"));
    }

    @Test
    void differentLicencesShareLittle() {
        LicenseComparison found = compare(
                SpdxTexts.get("GPL-3.0-only").text(), SpdxTexts.get("CC-BY-4.0").text());
        assertThat(found.beforeKept()).isLessThan(0.4);
        assertThat(found.differences()).isNotEmpty();
    }
}
