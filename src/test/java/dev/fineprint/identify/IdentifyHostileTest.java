// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to take long. */
@Tag("slow")
class IdentifyHostileTest {
    private static final int SIZE = 16 << 20;

    static Stream<Named<Supplier<String>>> texts() {
        return Stream.of(
                text("one word over and over", () -> fill("the ")),
                text("one letter", () -> fill("a")),
                text("one Han character", () -> fill("许")),
                text("list markers", () -> fill("(a) 1. iv) ")),
                text("copyright notices", () -> fill("Copyright (c) 2024 Example, Inc. ")),
                text("copyright on one line", () -> fill("Copyright 2024 ")),
                text("nothing but punctuation", () -> fill(".,;:()[]{}<>-_*#")),
                text("blank lines", () -> fill("\n")),
                text(
                        "one licence again and again",
                        () -> fill(SpdxTexts.get("MIT").text() + "\n")),
                text(
                        "one sentence of a licence again and again",
                        () -> fill(SpdxTexts.get("GPL-3.0-only").text().substring(5000, 5200))),
                text("all licences, shuffled word by word", IdentifyHostileTest::shuffled),
                text("all licences, one after the other", IdentifyHostileTest::all));
    }

    private static Named<Supplier<String>> text(String name, Supplier<String> text) {
        return Named.of(name, text);
    }

    private static String fill(String piece) {
        return piece.repeat(SIZE / piece.length());
    }

    private static String all() {
        StringBuilder all = new StringBuilder();
        SpdxTexts.all().forEach(e -> all.append(e.text()).append("\n\n"));
        return all.toString();
    }

    private static String shuffled() {
        String[] words = all().split("\\s+");
        Random random = new Random(3);
        StringBuilder out = new StringBuilder(SIZE);
        while (out.length() < SIZE - 100) {
            int at = random.nextInt(words.length - 6);
            for (int k = 0; k < 6; k++) {
                out.append(words[at + k]).append(' ');
            }
        }
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void identifyingIsBounded(Supplier<String> text) {
        LicenseText hostile = LicenseText.of("hostile", text.get());
        Identification found = LicenseIndex.bundled().identify(hostile);
        assertThat(found.relation()).isNotEqualTo(Relation.EXACT);
        assertThat(found.changes()).allMatch(c -> c.end() <= hostile.original().length());
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void comparingIsBounded(Supplier<String> text) {
        LicenseText hostile = LicenseText.of("hostile", text.get());
        LicenseText other = LicenseText.of("other", hostile.original().substring(7) + " gizmo");
        LicenseComparison found = LicenseComparison.of(hostile, other);
        assertThat(found.differences())
                .allMatch(d -> d.afterEnd() <= other.original().length());
        LicenseComparison.of(
                hostile, LicenseText.of("gpl", SpdxTexts.get("GPL-3.0-only").text()));
    }
}
