// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fineprint.text.LicenseText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    /** Written for this test. */
    static final String SPECIMEN = """
            Example Weights Terms of Use, Version 1

            Copyright (c) 2024 Example Widgets. All rights reserved.

            1. What you get. Example Widgets lets you load the weights on your own machines, change them as you like
            and hand the result to others, so long as the people who get it from you learn where it came from.

            2. What you owe us. If your shop earns more than two thousand coins in a season, send a letter to our
            office before the season ends; we will tell you what a larger ticket costs. Until then nothing is due.

            3. What you leave alone.
               (a) Do not steer vehicles with it on public roads.
               (b) Do not let it judge who is hired, taught, housed or healed.
               (c) Do not train a competing set of weights on what it says.

            4. When it ends. Break one of these points and your ticket is void from the next morning; give back what
            you have, or burn it. Points two and five stay in force afterwards.

            5. Quarrels are settled in the town hall of Exampleville, in the language of its citizens.
            """;

    private static final Map<String, String> FACTS = Map.of("id", "example-weights", "title", "Example Weights Terms");
    private static final Fingerprint FINGERPRINT = Fingerprint.of(text(SPECIMEN), FACTS);
    private static final LicenseIndex INDEX = LicenseIndex.bundled().plus(List.of(FINGERPRINT));

    private static LicenseText text(String text) {
        return LicenseText.of("specimen", text);
    }

    @Test
    void aFileReadsBackAsItWasWritten() {
        String file = FINGERPRINT.format();
        assertThat(Fingerprint.parse("test", file).format()).isEqualTo(file);
        assertThat(file)
                .startsWith("fineprint-fingerprint 1\nid: example-weights\ntitle: Example Weights Terms\nsha256: ");
        assertThat(file).doesNotContainIgnoringCase("quarrels", "vehicles", "season");
    }

    /**
     * Fingerprints are committed, their texts are not: when this fails, the way words are read has changed, and every
     * fingerprint must be made anew from its text (see corpus/fingerprints/README.md).
     */
    @Test
    void wordsAreReadAsTheyWereWhenTheFingerprintsWereMade() {
        assertThat(FINGERPRINT.words()).isEqualTo(172);
        assertThat(FINGERPRINT.letters()).isEqualTo(692);
        assertThat(Long.toHexString(FINGERPRINT.value())).isEqualTo("10c218170d10c927");
        assertThat(FINGERPRINT.count()).isEqualTo(163);
    }

    @Test
    void theSameWordsAreExactInAnyDress() {
        for (String dressed : List.of(
                SPECIMEN,
                SPECIMEN.toUpperCase(Locale.ROOT),
                SPECIMEN.replaceAll("\\s+", " "),
                SpdxListTest.wrap(SPECIMEN, 50),
                SPECIMEN.replace("Copyright (c) 2024 Example Widgets.", "Copyright 2020-2025 Somebody Else, Inc."),
                SPECIMEN.replace("(a)", "i.").replace("(b)", "ii.").replace("(c) Do", "iii. Do"),
                SpdxListTest.curly(SPECIMEN),
                "# Some Product\n\n" + SPECIMEN)) {
            Identification found = INDEX.identify(text(dressed));
            assertThat(found.relation()).as(dressed).isEqualTo(Relation.EXACT);
            assertThat(found.id()).isEqualTo("example-weights");
            assertThat(found.changes()).isEmpty();
            assertThat(found.osiApproved()).isFalse();
        }
    }

    @Test
    void aForeignSentenceIsMarked() {
        String sentence = "People from Atlantis shall wait for a ticket of their own.";
        String changed = SPECIMEN.replace("nothing is due.", "nothing is due. " + sentence);
        Identification found = INDEX.identify(text(changed));
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(found.id()).isEqualTo("example-weights");
        assertThat(found.baseCovered()).isGreaterThan(0.95);
        assertThat(found.changes())
                .extracting(c -> changed.substring(c.start(), c.end()))
                .containsExactly(sentence);
    }

    @Test
    void aChangedNumberIsNotExact() {
        Identification found = INDEX.identify(text(SPECIMEN.replace("two thousand", "nine thousand")));
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(found.changes()).hasSize(1);
    }

    @Test
    void aMissingPartLowersTheShare() {
        int cut = SPECIMEN.indexOf("4. When");
        Identification found = INDEX.identify(text(SPECIMEN.substring(0, cut)));
        assertThat(found.relation()).isEqualTo(Relation.MODIFIED);
        assertThat(found.baseCovered()).isBetween(0.6, 0.85);
        assertThat(found.textCovered()).isGreaterThan(0.99);
    }

    @Test
    void besideAnotherLicenceBothAreFound() {
        String both = SPECIMEN + "\n\n" + SpdxTexts.get("MIT").text();
        Identification found = INDEX.identify(text(both));
        assertThat(found.relation()).isEqualTo(Relation.CONTAINS);
        assertThat(found.contained())
                .extracting(c -> c.license().id() + " " + c.relation())
                .containsExactly("example-weights EXACT", "MIT EXACT");
        assertThat(found.osiApproved()).isFalse();
    }

    @Test
    void otherWordsHitNoMoreThanChanceWould() {
        Words other = Words.of(text(IntStream.range(0, 20_000)
                .mapToObj(i -> Integer.toString(i * 7919 % 100_003, 36))
                .collect(Collectors.joining(" "))));
        long[] shingles = Shingles.of(other).hash;
        int hits = FINGERPRINT.known(shingles, 0, shingles.length).count();
        assertThat(shingles.length).isGreaterThan(19_000);
        assertThat((double) hits / shingles.length).isBetween(1 / 20.0, 1 / 14.0);
    }

    @Test
    void anIdThatIsKnownIsReplaced() {
        Fingerprint other = Fingerprint.of(
                text(SPECIMEN.replace("Exampleville", "Elsewhere")), Map.of("id", "example-weights", "title", "Newer"));
        LicenseIndex newer = INDEX.plus(List.of(other));
        assertThat(newer.fingerprints()).hasSameSizeAs(INDEX.fingerprints());
        assertThat(newer.identify(text(SPECIMEN)).relation()).isEqualTo(Relation.MODIFIED);
    }

    @Test
    void whatIsNoFingerprintIsRefusedWithTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse("a.fingerprint", "hello"))
                .withMessageContaining("a.fingerprint")
                .withMessageContaining("first line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse("a", FINGERPRINT.format().replace("title: ", "titel: ")))
                .withMessageContaining("title");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse("a", FINGERPRINT.format().replaceAll("buckets: .*", "buckets: 1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse("a", FINGERPRINT.format().replaceAll("words: .*", "words: many")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.of(text(SPECIMEN), Map.of("id", "x")))
                .withMessageContaining("title");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.of(text(SPECIMEN), Map.of("id", "x", "title", "a\nb")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.of(text(SPECIMEN), Map.of("id", "x", "title", "y", "owner", "z")))
                .withMessageContaining("owner");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.of(text("Too short."), FACTS))
                .withMessageContaining("20");
    }
}
