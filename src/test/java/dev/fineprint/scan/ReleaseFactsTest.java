// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFactsTest {
    private static final KnownModels KNOWN = KnownModels.bundled();

    @Test
    void everyModelsLicenceIsKnownAndEveryBaseIsAModel() {
        assertThat(KNOWN.models()).hasSizeGreaterThan(40).allSatisfy(model -> {
            assertThat(KNOWN.known(model.license())).as(model.license()).isTrue();
            if (!model.base().isEmpty()) {
                assertThat(KNOWN.model(model.base())).as(model.base()).isPresent();
            }
        });
    }

    @Test
    void whatIsInheritedAreKindsOfTheCatalog() {
        PatternCatalog catalog = PatternCatalog.bundled();
        KNOWN.models()
                .forEach(model -> assertThat(
                                KNOWN.inherited(model.license(), true).keySet())
                        .allSatisfy(
                                kind -> assertThat(catalog.kind(kind)).as(kind).isPresent()));
        assertThat(KNOWN.inherited("llama-3.1-license", false)).containsEntry("brand.derivative-naming", "Llama");
    }

    @Test
    void everyFactHasASentenceAndAReadableValue() {
        Sentences sentences = new Sentences();
        for (KnownModels.Model model : KNOWN.models()) {
            KNOWN.inherited(model.license(), true).forEach((kind, value) -> {
                assertThat(sentences.has("inherited." + kind + (value.isEmpty() ? "" : ".value")))
                        .as("%s: %s", kind, value)
                        .isTrue();
                assertThat(LineageReader.handedDown(kind)).as(kind).isTrue();
                if (kind.equals("scale.active-users")) {
                    assertThat(Long.parseLong(value)).isGreaterThanOrEqualTo(1_000_000);
                }
                if (kind.equals("scale.revenue")) {
                    assertThat(value).matches("[A-Z]{3} [0-9]+");
                }
            });
        }
    }

    @Test
    void aFamilyIsKnownByTheLongestBeginning() {
        assertThat(KNOWN.model("Qwen/Qwen2.5-7B-Instruct-1M").orElseThrow().license())
                .isEqualTo("Apache-2.0");
        assertThat(KNOWN.model("Qwen/Qwen2.5-72B-Instruct-AWQ").orElseThrow().license())
                .isEqualTo("qwen-license-2024");
        assertThat(KNOWN.model("Qwen/Qwen2.5-3B").orElseThrow().license()).isEqualTo("qwen-research-license");
        assertThat(KNOWN.model("somebody/Qwen2.5-7B")).isEmpty();
        assertThat(KNOWN.exact("Llama-3.1-8B").orElseThrow().id()).isEqualTo("meta-llama/Llama-3.1-8B");
        assertThat(KnownModels.same("flux1-dev-nc-license-1.0", "flux1-dev-nc-license-2025-06-26"))
                .isTrue();
        assertThat(KnownModels.same("llama-3-license", "llama-3.1-license")).isFalse();
        assertThat(KnownModels.same("Apache-2.0", "Apache-1.1")).isFalse();
        assertThat(KNOWN.license("Apache License 2.0")).contains("Apache-2.0");
        assertThat(KNOWN.license("MIT License")).contains("MIT");
    }

    @Test
    void cardsNameLicencesInTheirOwnWay() {
        assertThat(KNOWN.license("llama3.1")).contains("llama-3.1-license");
        assertThat(KNOWN.license("apache-2.0")).contains("Apache-2.0");
        assertThat(KNOWN.license("other")).isEmpty();
        assertThat(KNOWN.license("unknown")).isEmpty();
        assertThat(KNOWN.osiApproved("MIT")).isTrue();
        assertThat(KNOWN.osiApproved("llama-3.1-license")).isFalse();
        assertThat(KnownModels.same("GPL-3.0-only", "gpl-3.0-or-later")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE,LICENSE",
        "LICENCE.txt,LICENSE",
        "MODEL_LICENSE.md,LICENSE",
        "LICENSE-MODEL,LICENSE",
        "COPYING,LICENSE",
        "模型许可协议.txt,LICENSE",
        "TERMS.md,LICENSE",
        "USE_POLICY.md,USE_POLICY",
        "Acceptable-Use-Policy.txt,USE_POLICY",
        "gemma_prohibited_use_policy.html,USE_POLICY",
        "NOTICE,NOTICE",
        "Notice.txt,NOTICE",
        "README.md,CARD",
        "README_zh.md,CARD",
        "MODEL_CARD.md,CARD",
        "config.json,CONFIG",
        "adapter_config.json,CONFIG",
        "model.gguf,WEIGHTS",
        "model-00001-of-00002.safetensors,WEIGHTS",
        "pytorch_model.bin,WEIGHTS",
        "modeling_heron.py,CODE",
        "train.jsonl,DATA",
        "tokenizer.json,OTHER",
        "logo.png,OTHER",
        "license_checker.py,CODE",
        "merges.txt,OTHER",
        "LICENSE-2.0,LICENSE"
    })
    void aFileIsWhatItsNameSays(String name, Role role) {
        assertThat(Role.of(name)).isEqualTo(role);
    }

    @Test
    void bothLanguagesHaveTheSameSentencesAndPlaces() {
        ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.scan.releases", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.scan.releases", Locale.CHINESE);
        assertThat(chinese.keySet()).hasSizeGreaterThan(40).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(new MessageFormat(chinese.getString(key), Locale.ROOT).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSize(new MessageFormat(english.getString(key), Locale.ROOT).getFormatsByArgumentIndex().length);
        }
        for (Observation.Topic topic : Observation.Topic.values()) {
            assertThat(english.containsKey("observation." + topic.code()))
                    .as(topic.code())
                    .isTrue();
        }
    }
}
