// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.ClauseChange.Type;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Versions of published licences, compared where their texts lie beside the repository. */
@EnabledIf(value = "textsAreThere", disabledReason = "the model licence texts are not beside the repository")
class PublishedVersionsTest {
    private static final Path TEXTS =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus/texts");
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    static boolean textsAreThere() {
        return Files.isDirectory(TEXTS);
    }

    private static LicenseDiff compare(String old, String now) throws IOException {
        return ANALYZER.compare(TEXTS.resolve(old + ".txt"), TEXTS.resolve(now + ".txt"));
    }

    private static List<String> kinds(LicenseDiff diff, Type type) {
        return diff.changes(type).stream().map(ClauseChange::kind).toList();
    }

    private static List<String> english(LicenseDiff diff) {
        return diff.meanings().stream().map(LocalizedText::en).toList();
    }

    @Test
    void llama2AndLlama31() throws IOException {
        LicenseDiff diff = compare("llama-2-license", "llama-3.1-license");
        assertThat(english(diff))
                .contains(
                        "The old text is Llama 2 Community License Agreement word for word, the new one is "
                                + "Llama 3.1 Community License Agreement word for word.",
                        "New: Requires a credit to be displayed: Built with Llama.",
                        "New: Prescribes the naming of derivatives or products: Llama.");
        assertThat(diff.changes())
                .filteredOn(change -> change.kind().equals("scale.active-users"))
                .as("700 million in both")
                .allMatch(change -> change.type() == Type.REWORDED);
        assertThat(diff.changes())
                .filteredOn(change -> change.kind().equals("output.training-restricted"))
                .as("a ban that became a condition")
                .anyMatch(change -> change.direction() == ClauseChange.Direction.LOOSER);
        assertThat(kinds(diff, Type.VANISHED)).doesNotContain("scale.active-users", "use.policy-incorporated");
    }

    @Test
    void llama2AndLlama32UsePolicies() throws IOException {
        LicenseDiff diff = compare("llama-2-use-policy", "llama-3.2-use-policy");
        assertThat(english(diff))
                .contains("New: Leaves out people or organisations in certain places: European Union.")
                .anyMatch(sentence -> sentence.startsWith("Prohibited use: ")
                        && sentence.contains("domains: Bypassing safeguards added"));
        assertThat(kinds(diff, Type.VANISHED)).isEmpty();
        assertThat(kinds(diff, Type.UNCHANGED)).hasSizeGreaterThan(15);
    }

    @Test
    void tongyiQianwenOfAugustAndOfSeptember() throws IOException {
        LicenseDiff diff = compare("tongyi-qianwen-license-2023-08-03", "tongyi-qianwen-license");
        assertThat(kinds(diff, Type.APPEARED)).isEmpty();
        assertThat(kinds(diff, Type.VANISHED)).isEmpty();
        assertThat(kinds(diff, Type.CHANGED)).isEmpty();
        assertThat(kinds(diff, Type.REWORDED)).containsExactly("legal.indemnification");
        assertThat(english(diff))
                .containsExactly("The old text is Tongyi Qianwen LICENSE AGREEMENT (first text) word for word, "
                        + "the new one is Tongyi Qianwen LICENSE AGREEMENT word for word.");
    }

    @Test
    void chatGlmNonCommercialAndLater() throws IOException {
        LicenseDiff diff = compare("chatglm2-6b-license-noncommercial-2023-06", "chatglm2-6b-license");
        assertThat(english(diff))
                .contains("Commercial use is no longer forbidden.", "Use is no longer limited to stated purposes.");
        assertThat(diff.meanings().stream().map(LocalizedText::zh)).contains("不再禁止商业使用。");
        assertThat(diff.isStricter(dev.fineprint.catalog.Effect.BURDENS)).isFalse();
    }

    @Test
    void fluxFirstAndLater() throws IOException {
        LicenseDiff diff = compare("flux1-dev-nc-license-1.0", "flux1-dev-nc-license-2025-06-26");
        assertThat(kinds(diff, Type.APPEARED)).contains("duty.ai-disclosure", "duty.safeguards", "use.prohibited");
        assertThat(english(diff))
                .contains("New: AI-generated content, AI interaction or known dangers must be disclosed.")
                .anyMatch(sentence -> sentence.startsWith("Prohibited use: ") && sentence.contains("added"));
        LicenseDiff days = compare("flux1-dev-nc-license-2025-06", "flux1-dev-nc-license-2025-06-26");
        assertThat(kinds(days, Type.CHANGED)).isEmpty();
        assertThat(days.changes(Type.UNCHANGED)).hasSizeGreaterThan(40);
    }

    @Test
    void stabilityResearchAndCommunity() throws IOException {
        LicenseDiff diff = compare("stability-ai-nc-research-license-2023-12", "stability-ai-community-license");
        assertThat(english(diff))
                .contains(
                        "New: Changes the rights by revenue (threshold: USD 1,000,000).",
                        "New: Requires a credit to be displayed: Powered by Stability AI.");
        assertThat(kinds(diff, Type.VANISHED)).contains("commercial.hosting-restricted");
    }
}
