// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.identify.Identification.Contained;
import dev.fineprint.identify.Identification.Form;
import dev.fineprint.text.LicenseText;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseIndexTest {
    private static final LicenseIndex INDEX = LicenseIndex.bundled();

    private static Identification identify(String text) {
        return INDEX.identify(LicenseText.of("LICENSE", text));
    }

    private static String mit() {
        return SpdxTexts.get("MIT").text();
    }

    private static List<String> passages(Identification found, String text) {
        return found.changes().stream()
                .map(c -> text.substring(c.start(), c.end()))
                .toList();
    }

    @Test
    void aParagraphThatAddsATermIsMarkedAndNoLongerApproved() {
        String added = "Whoever serves more than one hundred million people a month shall show our name.";
        String text = mit() + "\n" + added + "\n";
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.CONTAINS);
        assertThat(found.id()).isEqualTo("MIT");
        assertThat(found.osiApproved()).isFalse();
        assertThat(found.baseCovered()).isEqualTo(1);
        assertThat(found.textCovered()).isBetween(0.8, 0.99);
        assertThat(passages(found, text)).containsExactly(added);
        assertThat(found.contained()).extracting(Contained::relation).containsExactly(Relation.EXACT);
    }

    @Test
    void aWordPutIntoTheGrantIsMarked() {
        String text =
                mit().replace("to deal in the Software without", "to deal non-commercially in the Software without");
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(found.id()).isEqualTo("MIT");
        assertThat(found.osiApproved()).isFalse();
        assertThat(passages(found, text)).containsExactly("non-commercially");
    }

    @Test
    void aReplacedWordShowsBoth() {
        String text = mit().replace("free of charge", "against payment");
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(Change.Type.REPLACED);
            assertThat(text.substring(change.start(), change.end())).isEqualTo("against payment");
            assertThat(change.removed()).isEqualTo("free of charge");
        });
    }

    @Test
    void removedWordsAreQuotedFromTheLicence() {
        String text = mit().replace(", free of charge,", "");
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(Change.Type.REMOVED);
            assertThat(change.removed()).isEqualTo("free of charge");
            assertThat(change.start()).isEqualTo(change.end());
            assertThat(text.substring(0, change.start())).endsWith("hereby granted");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT License",
                "Example Widgets - License",
                "The MIT License (MIT)",
                "LICENSE.txt for example-widgets"
            })
    void aTitleIsNoChange(String title) {
        String body = mit().substring(mit().indexOf("Permission"));
        Identification found = identify(title + "\n\nCopyright (c) 2024 Example Widgets\n\n" + body);
        assertThat(found.relation()).isEqualTo(Relation.EXACT);
        assertThat(found.id()).isEqualTo("MIT");
        assertThat(found.osiApproved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Modified MIT License", "MIT License with Commons Clause", "MIT License, for research only"})
    void aTitleThatSaysMoreIsAChange(String title) {
        String body = mit().substring(mit().indexOf("Permission"));
        Identification found = identify(title + "\n\nCopyright (c) 2024 Example Widgets\n\n" + body);
        assertThat(found.relation()).isNotEqualTo(Relation.EXACT);
        assertThat(found.osiApproved()).isFalse();
        assertThat(found.id()).isEqualTo("MIT");
    }

    @Test
    void aNameMayStandWhereTheLicenceLetsOneStand() {
        String text = SpdxTexts.get("BSD-3-Clause")
                .text()
                .replaceAll("the copyright holder(?= nor)", "Example Widgets GmbH")
                .replaceAll("COPYRIGHT HOLDERS AND CONTRIBUTORS", "EXAMPLE WIDGETS GMBH AND OTHERS");
        assertThat(text).contains("Example Widgets");
        assertThat(identify(text).relation()).isEqualTo(Relation.EXACT);
    }

    @Test
    void aConditionMayNot() {
        String text = SpdxTexts.get("BSD-3-Clause")
                .text()
                .replaceAll("the copyright holder(?= nor)", "anyone who must not use it in war");
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(String.join(" ", passages(found, text))).contains("must not use it in war");
    }

    @Test
    void currentIdsAreNamedBeforeDeprecatedOnes() {
        for (String id : List.of("GPL-2.0", "GPL-3.0", "LGPL-2.1", "LGPL-3.0", "AGPL-3.0", "GPL-3.0+", "LGPL-2.1+")) {
            Identification found = identify(SpdxTexts.get(id).text());
            assertThat(found.license().orElseThrow().deprecated()).as(id).isFalse();
            assertThat(found.sameWords()).as(id).contains(id);
        }
    }

    @Test
    void wordsBesideTheLicenceMayAllowLaterVersions() {
        String gpl = SpdxTexts.get("GPL-3.0-only").text();
        assertThat(identify(gpl).id()).isEqualTo("GPL-3.0-only");
        Identification later = identify("Use it under version 3 of this licence or any later version.\n\n" + gpl);
        assertThat(later.id()).isEqualTo("GPL-3.0-or-later");
    }

    @Test
    void aShortNoticeTellsTheLicence() {
        String text = "Copyright 2024 Example Widgets\n\n"
                + SpdxTexts.get("Apache-2.0").notice().replaceFirst("Copyright.*\n", "");
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.CONTAINS);
        assertThat(found.id()).isEqualTo("Apache-2.0");
        assertThat(found.contained()).extracting(Contained::form).containsExactly(Form.NOTICE);
    }

    @Test
    void aLicenceInsideANoticeFileIsFound() {
        String text =
                "Example Widgets\nThis product includes software made by Somebody.\n\nThe parser comes from elsewhere:\n\n"
                        + mit()
                        + "\n\nThe icons were drawn by Someone Else and given to us for this product.\n";
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.CONTAINS);
        assertThat(found.id()).isEqualTo("MIT");
        Contained mit = found.contained().get(0);
        assertThat(text.substring(mit.start(), mit.end()))
                .startsWith("MIT License")
                .endsWith("SOFTWARE");
        assertThat(found.changes()).hasSize(2);
    }

    @Test
    void anExceptionIsNamedBesideItsLicence() {
        String text = SpdxTexts.get("Apache-2.0").text() + "\n\n" + SpdxTexts.exception("LLVM-exception");
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.CONTAINS);
        assertThat(found.contained()).extracting(c -> c.license().id()).containsExactly("Apache-2.0", "LLVM-exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t ",
                "MIT",
                "All rights reserved.",
                "Copyright (c) 2024 Example Widgets. All rights reserved.",
                "# Example Widgets\n\nA small library that turns widgets into gadgets. Run `make` and read the manual. It is "
                        + "free for everyone and comes with examples in three languages, tests and a benchmark.",
                "The grey cat sleeps on the warm stove, and nobody is to be blamed for the milk that went missing last night.",
                "public static void main(String[] args) { System.out.println(\"Nothing to see here\"); }",
                "第一条 本文只是一个例子，说明这段文字不是任何已知的许可协议，也没有授予任何权利。请勿当真，谢谢阅读。",
            })
    void whatIsNoKnownLicenceIsNone(String text) {
        Identification found = identify(text);
        assertThat(found.relation()).isEqualTo(Relation.NONE);
        assertThat(found.id()).isEmpty();
        assertThat(found.title()).isEmpty();
        assertThat(found.license()).isEmpty();
        assertThat(found.similarity()).isZero();
        assertThat(found.changes()).isEmpty();
        assertThat(found.osiApproved()).isFalse();
    }

    /** Some licences of the SPDX list are known by their fingerprint as well. */
    @Test
    void noRunnerUpIsNamedTwice() {
        String like = SpdxTexts.get("PolyForm-Small-Business-1.0.0").text();
        Identification found = INDEX.identify(LicenseText.of("text", like));
        assertThat(found.runnersUp())
                .extracting(each -> each.license().id())
                .contains("PolyForm-Noncommercial-1.0.0")
                .doesNotHaveDuplicates();
    }

    @Test
    void runnersUpAreOtherLicences() {
        Identification found = identify(mit());
        assertThat(found.runnersUp()).hasSize(3);
        assertThat(found.runnersUp()).noneMatch(r -> r.license().id().equals("MIT"));
        assertThat(found.runnersUp().get(0).similarity()).isBetween(0.5, 1.0);
        assertThat(found.runnersUp()).isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()));
    }

    @Test
    void dualLicensingByApprovedLicencesStaysApproved() {
        Identification found =
                identify(mit() + "\n\n" + SpdxTexts.get("Apache-2.0").text());
        assertThat(found.relation()).isEqualTo(Relation.CONTAINS);
        assertThat(found.osiApproved()).isTrue();
        assertThat(found.changes()).isEmpty();
    }

    @Test
    void severalThreadsGetTheSameAnswers() throws Exception {
        List<LicenseText> texts = SpdxTexts.all().stream()
                .limit(120)
                .map(e -> LicenseText.of(e.id(), e.text()))
                .toList();
        List<Identification> alone = texts.stream().map(INDEX::identify).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Identification>>> all = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(
                            () -> texts.stream().map(INDEX::identify).toList()))
                    .toList();
            for (Future<List<Identification>> each : all) {
                assertThat(each.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
