// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The licences known by fingerprint. Tests that need their texts run where the texts are. */
class ModelLicensesTest {
    private static final LicenseIndex INDEX = LicenseIndex.bundled();
    private static final String NO_TEXTS = "the model licence texts are not beside the repository";

    static boolean textsAreThere() {
        return SharedCorpus.isThere();
    }

    @Test
    void theListSaysWhatTheFingerprintsSay() throws IOException {
        assertThat(Files.readString(KnownLicenses.LIST))
                .as("run the main method of KnownLicenses")
                .isEqualTo(KnownLicenses.list(KnownLicenses.read()));
    }

    @Test
    void theIndexHoldsEveryFingerprint() throws IOException {
        List<Fingerprint> files = KnownLicenses.read();
        assertThat(files).hasSizeGreaterThanOrEqualTo(75);
        assertThat(INDEX.fingerprints().stream().map(Fingerprint::format).toList())
                .containsExactlyInAnyOrderElementsOf(
                        files.stream().map(Fingerprint::format).toList());
        assertThat(files.stream().map(f -> f.license().id())).doesNotHaveDuplicates();
    }

    @Test
    @EnabledIf(value = "textsAreThere", disabledReason = NO_TEXTS)
    void everyFingerprintIsFresh() throws IOException {
        Map<String, String> formatted = new java.util.HashMap<>();
        KnownLicenses.read().forEach(f -> formatted.put(f.license().id(), f.format()));
        for (SharedCorpus.Entry entry : SharedCorpus.entries()) {
            assertThat(formatted.get(entry.id()))
                    .as(entry.id() + ": run the main method of SharedCorpus")
                    .isEqualTo(Fingerprint.of(entry.read(), entry.facts()).format());
        }
    }

    @Test
    @EnabledIf(value = "textsAreThere", disabledReason = NO_TEXTS)
    void everyTextIsExactlyItsOwnVersion() throws IOException {
        List<SharedCorpus.Entry> entries = SharedCorpus.entries();
        List<String> wrong = new ArrayList<>();
        for (SharedCorpus.Entry entry : entries) {
            String text = entry.read().original();
            for (String dressed : List.of(
                    text,
                    text.toUpperCase(Locale.ROOT),
                    text.replace("\n", "\r\n"),
                    "# " + entry.facts().get("title") + "\n\n" + text)) {
                Identification found = INDEX.identify(LicenseText.of(entry.id(), dressed));
                if (found.relation() != Relation.EXACT || !found.id().equals(entry.id())) {
                    wrong.add(entry.id() + " is " + found.relation() + " " + found.id() + " " + found.sameWords());
                }
            }
        }
        assertThat(entries).hasSizeGreaterThanOrEqualTo(75);
        assertThat(wrong).isEmpty();
    }

    /** What each text is when its own fingerprint is not known. */
    @Test
    @EnabledIf(value = "textsAreThere", disabledReason = NO_TEXTS)
    void siblingsAreChangesOfTheNearestVersion() throws IOException {
        Map<String, List<String>> nearest = Map.ofEntries(
                Map.entry("llama-3.1-license", List.of("llama-3.2-license", "llama-4-license")),
                Map.entry("llama-3.3-license", List.of("llama-3.2-license", "llama-4-license")),
                Map.entry("llama-4-license", List.of("llama-3.2-license", "llama-3.3-license")),
                Map.entry("llama-3-use-policy", List.of("llama-2-use-policy")),
                Map.entry("tongyi-qianwen-license", List.of("tongyi-qianwen-license-2023-08-03")),
                Map.entry("tongyi-qianwen-license-2023-08-03", List.of("tongyi-qianwen-license")),
                Map.entry("qwen-license-2024", List.of("tongyi-qianwen-license")),
                Map.entry("yi-license-2.1", List.of("yi-license-2023-11-04")),
                Map.entry("flux1-dev-nc-license-2025-06", List.of("flux1-dev-nc-license-2025-06-26")),
                Map.entry("minicpm-model-license-zh", List.of("minicpm-model-license-zh-2024-06-05")),
                Map.entry("bluelm-model-license-zh", List.of("bluelm-model-license-zh-2023-10")),
                Map.entry("chatglm2-6b-license", List.of("chatglm2-6b-license-noncommercial-2023-06")),
                Map.entry("sv3d-nc-license", List.of("stability-ai-nc-research-license-2023-12")));
        int looked = 0;
        for (SharedCorpus.Entry entry : SharedCorpus.entries()) {
            List<String> expected = nearest.get(entry.id());
            if (expected == null) {
                continue;
            }
            looked++;
            LicenseIndex without = INDEX.only(f -> !f.license().id().equals(entry.id()));
            LicenseText text = entry.read();
            Identification found = without.identify(text);
            assertThat(found.relation()).as(entry.id()).isEqualTo(Relation.MODIFIED);
            assertThat(expected).as(entry.id()).contains(found.id());
            assertThat(found.changes()).as(entry.id()).isNotEmpty();
            assertThat(found.similarity()).as(entry.id()).isBetween(0.8, 0.9999);
        }
        assertThat(looked).isEqualTo(nearest.size());
    }

    /** Texts without a sibling among the others. */
    private static final List<String> LONERS = List.of(
            "alphafold3-weights-prohibited-use-policy",
            "alphafold3-weights-terms-2024-11",
            "apple-ml-research-model-license",
            "bigcode-open-rail-m-v1",
            "bluelm-model-license-en",
            "cockroachdb-2024-10-01",
            "cockroachdb-additional-use-grant",
            "commons-clause",
            "gemini-api-additional-terms",
            "gemma-prohibited-use-policy",
            "gemma-terms-of-use-2025-03-24",
            "minicpm-model-license-en",
            "skywork-community-license-en",
            "skywork-community-license-zh",
            "stability-ai-community-license",
            "yayi2-commercial-license-zh",
            "yayi2-community-license");

    /** Every text, with its own fingerprint unknown: the nearest of the others, or none of them. */
    @Test
    @EnabledIf(value = "textsAreThere", disabledReason = NO_TEXTS)
    void whatIsNotKnownIsTheNearestOrNone() throws IOException {
        List<String> wrong = new ArrayList<>();
        int modified = 0;
        for (SharedCorpus.Entry entry : SharedCorpus.entries()) {
            LicenseIndex without = INDEX.only(f -> !f.license().id().equals(entry.id()));
            Identification found = without.identify(entry.read());
            if (LONERS.contains(entry.id())) {
                if (found.relation() != Relation.NONE) {
                    wrong.add(entry.id() + " is " + found.relation() + " " + found.id());
                }
                continue;
            }
            boolean nearest = found.runnersUp().stream().allMatch(r -> r.similarity() <= found.similarity() + 0.01);
            if (found.relation() == Relation.NONE || !nearest) {
                wrong.add(entry.id() + " is " + found.relation() + " " + found.id() + " " + found.runnersUp());
            }
            modified += found.relation() == Relation.MODIFIED ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        assertThat(modified).isGreaterThanOrEqualTo(50);
    }

    @Test
    @EnabledIf(value = "textsAreThere", disabledReason = NO_TEXTS)
    void anAddedSentenceIsMarkedInEveryText() throws IOException {
        List<String> wrong = new ArrayList<>();
        int exactly = 0;
        int looked = 0;
        for (SharedCorpus.Entry entry : SharedCorpus.entries()) {
            String text = entry.read().original();
            boolean chinese = entry.facts().getOrDefault("languages", "").equals("zh");
            String sentence = chinese
                    ? "任何亚特兰蒂斯居民在取得我方印章之前不得触碰这些齿轮。"
                    : "No dweller of Atlantis may touch these gears before our seal is set on them.";
            int at = chinese ? text.indexOf('。', text.length() / 2) + 1 : SpdxListTest.middle(text);
            String changed = text.substring(0, at) + sentence + (chinese ? "" : " ") + text.substring(at);
            Identification found = INDEX.identify(LicenseText.of(entry.id(), changed));
            looked++;
            int start = at;
            boolean seen = found.changes().stream()
                    .anyMatch(c -> c.start() <= start + 3 && c.end() >= start + sentence.length() - 3);
            exactly +=
                    found.changes().stream().anyMatch(c -> c.start() == start && c.end() == start + sentence.length())
                            ? 1
                            : 0;
            if (found.relation() != Relation.MODIFIED || !found.id().equals(entry.id()) || !seen) {
                wrong.add(entry.id() + " is " + found.relation() + " " + found.id() + " "
                        + found.changes().size());
            }
        }
        assertThat(looked).isGreaterThanOrEqualTo(75);
        assertThat(wrong).isEmpty();
        assertThat(exactly).as("marked to the character").isGreaterThanOrEqualTo(looked * 9 / 10);
    }
}
