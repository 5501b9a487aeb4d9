// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.ClauseChange.Direction;
import dev.fineprint.ClauseChange.Type;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions of a text, each made from the other by a change that is known. */
class LicenseDiffTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    private static final String ENGLISH = """
            Heron Licence

            1. Grant. We give you a worldwide right to run, copy and change the Model.

            2. You may not use the Model for the following purposes:

               (a) for military purposes or to build weapons;
               (b) to operate a casino;
               (c) to track where people go without their consent.

            3. If your products have more than 700 million monthly active users, you must request a license from us.

            4. The rights granted here do not extend to persons who live in the European Union.

            5. You may not use the output of the Model to train or improve any other language model.

            6. You will indemnify us and hold us harmless against all claims of third parties.
            """;

    private static final String CHINESE = """
            苍鹭许可

            1. 我们授予您在全球范围内运行、复制和修改模型的权利。
            2. 您不得将模型用于下列用途：
            （1）军事目的，或者制造武器；
            （2）经营赌场；
            （3）散布虚假信息以影响选举。
            3. 如您的产品的月活跃用户超过7亿，您须另行向许可方申请许可。
            4. 居住在欧盟的个人，不享有本许可项下的任何权利。
            5. 您不得使用模型的输出训练或者改进任何其他语言模型。
            """;

    private static List<String> types(LicenseDiff diff) {
        return diff.changes().stream()
                .filter(change -> change.type() != Type.UNCHANGED)
                .map(change -> change.type() + " " + change.direction() + " " + change.kind())
                .toList();
    }

    private static List<String> english(LicenseDiff diff) {
        return diff.meanings().stream().map(LocalizedText::en).toList();
    }

    private static ClauseChange only(LicenseDiff diff, Type type, String kind) {
        List<ClauseChange> found = diff.changes(type).stream()
                .filter(change -> change.kind().equals(kind))
                .toList();
        assertThat(found).as("%s %s among %s", type, kind, types(diff)).hasSize(1);
        return found.get(0);
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void theSameTextIsTheSame(String text) {
        for (String other : List.of(text, text.replace("\n", "\r\n"), text.replace("License", "LICENSE"))) {
            LicenseDiff diff = ANALYZER.compare(text, other);
            assertThat(diff.isSame()).isTrue();
            assertThat(types(diff)).isEmpty();
            assertThat(diff.changes()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(diff.meanings()).isEmpty();
            assertThat(diff.others()).isEmpty();
            assertThat(diff.summary().en()).startsWith("The two texts have the same words");
            assertThat(diff.isStricter(Effect.RESTRICTS)).isFalse();
        }
    }

    @Test
    void aThresholdThatFellIsStricter() {
        LicenseDiff diff = ANALYZER.compare(ENGLISH, changed(ENGLISH, "700 million", "100 million"));
        ClauseChange change = only(diff, Type.CHANGED, "scale.active-users");
        assertThat(change.direction()).isEqualTo(Direction.STRICTER);
        assertThat(change.values())
                .containsExactly(new ValueChange("threshold", Optional.of(700_000_000L), Optional.of(100_000_000L)));
        assertThat(change.meaning().en())
                .isEqualTo("Limit by active users: threshold 700,000,000 -> 100,000,000 (stricter).");
        assertThat(change.meaning().zh()).contains("700,000,000", "100,000,000", "更严");
        assertThat(english(diff)).contains(change.meaning().en());
        assertThat(diff.isStricter(Effect.RESTRICTS)).isTrue();
        LicenseDiff back = ANALYZER.compare(changed(ENGLISH, "700 million", "100 million"), ENGLISH);
        assertThat(only(back, Type.CHANGED, "scale.active-users").direction()).isEqualTo(Direction.LOOSER);
        assertThat(back.isStricter(Effect.RESTRICTS)).isFalse();
    }

    @Test
    void theWordsThatDifferAreMarkedInBothClauses() {
        LicenseDiff diff = ANALYZER.compare(ENGLISH, changed(ENGLISH, "700 million", "100 million"));
        ClauseChange change = only(diff, Type.CHANGED, "scale.active-users");
        assertThat(change.words()).hasSize(1);
        WordChange word = change.words().get(0);
        String old = change.before().orElseThrow().text();
        String now = change.after().orElseThrow().text();
        assertThat(old.substring(word.beforeStart(), word.beforeEnd())).isEqualTo("700");
        assertThat(now.substring(word.afterStart(), word.afterEnd())).isEqualTo("100");
        assertThat(word.change()).isEqualTo(Passage.Change.REPLACED);
    }

    @Test
    void aTerritoryMoreIsTold() {
        LicenseDiff diff = ANALYZER.compare(
                ENGLISH, changed(ENGLISH, "in the European Union.", "in the European Union or Japan."));
        ClauseChange change = only(diff, Type.CHANGED, "user.territory-excluded");
        assertThat(change.direction()).isEqualTo(Direction.STRICTER);
        assertThat(change.values().get(0).added()).containsExactly("JP");
        assertThat(change.values().get(0).dropped()).isEmpty();
        assertThat(change.meaning().en()).isEqualTo("Territory excluded: territories: Japan added (stricter).");
        assertThat(change.meaning().zh()).contains("日本");
    }

    @Test
    void aTrainingBanThatWentIsToldAsAPermission() {
        LicenseDiff diff = ANALYZER.compare(
                ENGLISH,
                changed(
                        ENGLISH,
                        "You may not use the output of the Model to train or improve any other language model.",
                        ""));
        ClauseChange change = only(diff, Type.VANISHED, "output.training-restricted");
        assertThat(change.direction()).isEqualTo(Direction.LOOSER);
        assertThat(change.after()).isEmpty();
        assertThat(change.meaning().en()).startsWith("Outputs may now train other models");
        assertThat(english(diff)).contains(change.meaning().en());
        assertThat(diff.isStricter(Effect.RESTRICTS)).isFalse();
    }

    @Test
    void aDomainThatWentIsToldAndTheRenumberedOthersAreUnchanged() {
        String without = changed(changed(ENGLISH, "   (b) to operate a casino;\n", ""), "(c) to track", "(b) to track")
                .replace("3. If", "3) If");
        LicenseDiff diff = ANALYZER.compare(ENGLISH, without);
        assertThat(types(diff)).containsExactly("VANISHED LOOSER use.prohibited");
        assertThat(english(diff)).containsExactly("Prohibited use: domains: Gambling dropped.");
        assertThat(diff.others()).isEmpty();
    }

    @Test
    void aDomainThatAnotherClauseStillNamesIsNotCalledDropped() {
        String merged = changed(
                changed(ENGLISH, "   (b) to operate a casino;\n", ""),
                "or to build weapons;",
                "or to build weapons or to operate a casino;");
        LicenseDiff diff = ANALYZER.compare(ENGLISH, merged);
        assertThat(diff.isStricter(Effect.RESTRICTS)).isFalse();
        assertThat(only(diff, Type.VANISHED, "use.prohibited").direction()).isEqualTo(Direction.UNCLEAR);
        ClauseChange longer = only(diff, Type.CHANGED, "use.prohibited");
        assertThat(longer.direction()).isEqualTo(Direction.SAME);
        assertThat(longer.meaning().en()).contains("Gambling added here, though another clause named it before");
        assertThat(english(diff)).noneMatch(sentence -> sentence.contains("dropped"));
    }

    @Test
    void aSectionThatMovedIsNeitherNewNorGone() {
        String section = "5. You may not use the output of the Model to train or improve any other language model.\n\n";
        String moved = changed(changed(ENGLISH, section, ""), "3. If your", section + "3. If your");
        LicenseDiff diff = ANALYZER.compare(ENGLISH, moved);
        assertThat(types(diff)).containsExactly("MOVED SAME output.training-restricted");
        assertThat(diff.changes(Type.MOVED)).allMatch(ClauseChange::moved);
        assertThat(diff.meanings()).isEmpty();
        assertThat(diff.others()).isEmpty();
        assertThat(diff.isSame()).isFalse();
    }

    @Test
    void otherWordsWithTheSameValuesAreReworded() {
        String reworded = changed(
                ENGLISH,
                "If your products have more than 700 million monthly active users, you must request a license from us.",
                "If the monthly active users of your products are more than 700 million, you must request a license from us.");
        LicenseDiff diff = ANALYZER.compare(ENGLISH, reworded);
        ClauseChange change = only(diff, Type.REWORDED, "scale.active-users");
        assertThat(change.direction()).isEqualTo(Direction.UNCLEAR);
        assertThat(change.words()).isNotEmpty();
        assertThat(change.meaning().en()).contains("in other words, with the same values");
    }

    @Test
    void aNewClauseIsExplained() {
        LicenseDiff diff = ANALYZER.compare(
                ENGLISH, ENGLISH + "\n7. You must be at least eighteen (18) years old to use the Model.\n");
        ClauseChange change = only(diff, Type.APPEARED, "user.minimum-age");
        assertThat(change.before()).isEmpty();
        assertThat(change.direction()).isEqualTo(Direction.STRICTER);
        assertThat(change.meaning().en()).isEqualTo("New: Shuts out people below an age of 18 years.");
        assertThat(change.after().orElseThrow().span().line()).isEqualTo(19);
    }

    @Test
    void wordsOutsideTheClausesAreListed() {
        LicenseDiff diff =
                ANALYZER.compare(ENGLISH, changed(ENGLISH, "run, copy and change", "run, copy, sell and change"));
        assertThat(types(diff)).isEmpty();
        assertThat(diff.others()).hasSize(1);
        TextChange other = diff.others().get(0);
        assertThat(other.change()).isEqualTo(Passage.Change.INSERTED);
        assertThat(other.afterText()).isEqualTo("sell");
        assertThat(other.after().orElseThrow().line()).isEqualTo(3);
        assertThat(diff.isSame()).isFalse();
        assertThat(diff.afterKept()).isLessThan(1);
        assertThat(diff.beforeKept()).isEqualTo(1);
    }

    @Test
    void aVerdictThatChangedComesFirst() {
        LicenseDiff diff = ANALYZER.compare(
                "Permission is granted to use, copy and change the Model. Keep this notice in all copies.",
                "Permission is granted to use, copy and change the Model. Keep this notice in all copies. "
                        + "You may not use the Model for commercial purposes.");
        assertThat(english(diff).get(0)).isEqualTo("The verdict was NO DEVIATION FOUND and is now DEVIATES.");
        assertThat(diff.meanings().get(0).zh()).contains("有偏离");
    }

    @Test
    void tellsWhichLicencesTheyAre() {
        String mit = dev.fineprint.identify.SpdxTexts.get("MIT").text();
        String isc = dev.fineprint.identify.SpdxTexts.get("ISC").text();
        assertThat(english(ANALYZER.compare(mit, isc)))
                .contains("The old text is MIT License word for word, the new one is ISC License word for word.");
        assertThat(english(ANALYZER.compare(mit, mit + "\nYou may not use the Software for military purposes.\n")))
                .anyMatch(sentence -> sentence.contains("MIT License word for word, the new one is"))
                .contains("New: Forbids particular uses: Military and warfare.");
    }

    /** Whoever reads "no longer forbidden" must be able to rely on it as far as a program can. */
    @Test
    void aClauseThatIsNoLongerUnderstoodIsNotCalledGone() {
        LicenseDiff diff = ANALYZER.compare(
                ENGLISH,
                changed(
                        ENGLISH,
                        "The rights granted here do not extend to persons who live in the European Union.",
                        "The rights granted here hardly extend to persons who dwell in the European Union."));
        Optional<ClauseChange> gone = diff.changes(Type.VANISHED).stream()
                .filter(change -> change.kind().equals("user.territory-excluded"))
                .findFirst();
        gone.ifPresent(change -> {
            assertThat(change.meaning().en()).contains("a person should look");
            assertThat(change.direction()).isEqualTo(Direction.UNCLEAR);
        });
        assertThat(english(diff)).noneMatch(sentence -> sentence.contains("Nobody is left out"));
    }

    @Test
    void chineseVersionsAreComparedAsWell() {
        String now = CHINESE.replace("超过7亿", "超过1亿")
                .replace("居住在欧盟的个人", "居住在欧盟、日本的个人")
                .replace("（2）经营赌场；\n（3）", "（2）")
                .replace("5. 您不得使用模型的输出训练或者改进任何其他语言模型。\n", "");
        LicenseDiff diff = ANALYZER.compare(CHINESE, now);
        assertThat(types(diff))
                .contains(
                        "VANISHED LOOSER use.prohibited",
                        "VANISHED LOOSER output.training-restricted",
                        "CHANGED STRICTER scale.active-users",
                        "CHANGED STRICTER user.territory-excluded");
        assertThat(diff.meanings().stream().map(LocalizedText::zh))
                .contains(
                        "活跃用户数限制：阈值由 700,000,000 变为 100,000,000（更严）。",
                        "排除特定地区：地区：增加日本（更严）。",
                        "现在可以用输出训练其他模型：不再有禁止或附加条件的条款。")
                .anyMatch(sentence -> sentence.startsWith("禁止用途：领域：去掉"));
    }

    @Test
    void anotherLanguageOfTheSameTermsIsPairedByItsValues() {
        LicenseDiff diff = ANALYZER.compare(
                "You may not use the Model to operate a casino.\nIf your products have more than 700 million monthly "
                        + "active users, you must request a license from us.\n",
                "您不得将模型用于经营赌场。\n如您的产品的月活跃用户超过7亿，您须另行向许可方申请许可。\n");
        assertThat(types(diff)).contains("REWORDED UNCLEAR use.prohibited").noneMatch(type -> type.startsWith("APP"));
    }

    @ParameterizedTest
    @CsvSource({
        "heron-community-licence.txt, heron-community-licence-2.txt",
        "heron-community-licence.zh.txt, heron-community-licence-2.zh.txt"
    })
    void theSpecimensDifferAsTheyWereWritten(String old, String now) throws IOException {
        Path folder = Path.of("corpus/specimens");
        LicenseDiff diff = ANALYZER.compare(folder.resolve(old), folder.resolve(now));
        assertThat(types(diff))
                .contains(
                        "CHANGED STRICTER scale.active-users",
                        "CHANGED LOOSER user.minimum-age",
                        "VANISHED LOOSER output.training-restricted",
                        "MOVED SAME brand.derivative-naming");
        assertThat(english(diff))
                .contains(
                        "Minimum age: age 18 -> 16 (looser).",
                        "Limit by active users: threshold 250,000,000 -> 100,000,000 (stricter).",
                        "Prohibited use: domains: Gambling dropped.");
        assertThat(diff.before().document().name()).endsWith(old);
        assertThat(everyFinding(diff)).isTrue();
    }

    /** Whether each finding of both reports is in exactly one change. */
    private static boolean everyFinding(LicenseDiff diff) {
        List<String> old = new ArrayList<>();
        List<String> now = new ArrayList<>();
        for (ClauseChange change : diff.changes()) {
            change.before().map(Finding::id).ifPresent(old::add);
            change.after().map(Finding::id).ifPresent(now::add);
        }
        return ids(diff.before()).equals(new HashSet<>(old))
                && old.size() == diff.before().findings().size()
                && ids(diff.after()).equals(new HashSet<>(now))
                && now.size() == diff.after().findings().size();
    }

    private static Set<String> ids(LicenseReport report) {
        return report.findings().stream().map(Finding::id).collect(Collectors.toSet());
    }

    /** Lines taken out, doubled and shuffled: nothing is lost, nothing is told twice, and back again mirrors it. */
    @Test
    void noFindingIsLostWhateverBecomesOfTheLines() {
        Random random = new Random(6);
        for (int round = 0; round < 60; round++) {
            List<String> lines = new ArrayList<>(
                    (random.nextBoolean() ? ENGLISH : CHINESE).lines().toList());
            String old = String.join("\n", lines);
            for (int step = 0; step < 4; step++) {
                int at = random.nextInt(lines.size());
                switch (random.nextInt(3)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                    default -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                }
            }
            String now = String.join("\n", lines);
            LicenseDiff diff = ANALYZER.compare(old, now);
            assertThat(everyFinding(diff)).as(now).isTrue();
            for (ClauseChange change : diff.changes()) {
                assertThat(change.meaning().en()).isNotBlank();
                assertThat(change.before().isEmpty()).isEqualTo(change.type() == Type.APPEARED);
                assertThat(change.after().isEmpty()).isEqualTo(change.type() == Type.VANISHED);
            }
            LicenseDiff back = ANALYZER.compare(now, old);
            assertThat(back.changes(Type.APPEARED)).as(now).hasSameSizeAs(diff.changes(Type.VANISHED));
            assertThat(back.changes(Type.VANISHED)).hasSameSizeAs(diff.changes(Type.APPEARED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u0000\uFFFF", "hello", "。。。", "\uD83D\uDE00\uD83D"})
    void anythingCanBeCompared(String text) {
        assertThat(everyFinding(ANALYZER.compare(text, ENGLISH))).isTrue();
        assertThat(everyFinding(ANALYZER.compare(ENGLISH, text))).isTrue();
        assertThat(ANALYZER.compare(text, text).isSame()).isTrue();
    }

    @Test
    void thousandsOfLikeClausesTakeNoLongerThanTheyAre() {
        StringBuilder one = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            one.append("You must not use the Model to operate casino number ")
                    .append(i)
                    .append(".\n");
            other.append("You must not use the Model to operate a casino called ")
                    .append(i)
                    .append(".\n");
        }
        long start = System.nanoTime();
        LicenseDiff diff = ANALYZER.compare(one.toString(), other.toString());
        assertThat(diff.changes()).hasSizeGreaterThanOrEqualTo(4000);
        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(30);
    }

    @Test
    void recordsRefuseWhatCannotBe() {
        assertThatThrownBy(() -> new WordChange(Passage.Change.REMOVED, 3, 2, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClauseChange(
                        Type.APPEARED,
                        false,
                        Direction.SAME,
                        "use.prohibited",
                        Effect.RESTRICTS,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new LocalizedText("", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use.prohibited");
        ValueChange change = new ValueChange("domains", Optional.of(List.of("a", "b")), Optional.of(List.of("b", "c")));
        assertThat(change.added()).containsExactly("c");
        assertThat(change.dropped()).containsExactly("a");
    }
}
