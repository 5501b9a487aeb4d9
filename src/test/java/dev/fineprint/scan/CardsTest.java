// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.scan.OpenPart.Part;
import dev.fineprint.scan.OpenPart.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cards in the style of several hubs say about the parts of a release and their terms. */
class CardsTest {
    private static final ReleaseScanner SCANNER = ReleaseScanner.create(LicenseAnalyzer.create());

    @TempDir
    private Path folder = Path.of("");

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private OpenPart part(Part part) throws IOException {
        return SCANNER.scan(folder).openness().stream()
                .filter(one -> one.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private OpenPart ofCard(Part part, String card) throws IOException {
        file("README.md", card);
        return part(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We trained on 15T tokens of publicly available data.",
                "Heron was pretrained on a mix of web pages, books and code, 2 trillion tokens in all.",
                "Heron is a fine-tuned version of Kestrel, trained on 200k conversations.",
                "The model was fine-tuned using the Reed instruction dataset.",
                "## Training Data\n\nPublic-domain books from before 1920, with page headers removed.",
                "## Data\n\nA crawl of forums, filtered for quality and deduplicated.",
                "The pretraining corpus consists of news, encyclopedias and source code.",
                "训练数据为公有领域的图书，共四百亿词。",
                "模型在 3 万亿 tokens 的中英文语料上进行预训练。",
                "## 训练数据\n\n来自公开网页，经去重与清洗。",
                "使用 20 万条指令数据进行微调。"
            })
    void dataThatTheCardTellsOfAreDescribed(String card) throws IOException {
        OpenPart data = ofCard(Part.DATA, "# Heron\n\n" + card + "\n");
        assertThat(data.state()).isEqualTo(State.DESCRIBED);
        assertThat(data.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Training Data\n\n[More Information Needed]",
                "## Training Data\n\n<!-- Say what the training data is all about. -->\n\n[More Information Needed]",
                "We do not disclose the training data.",
                "## Training data\n\nThe dataset will be released soon.",
                "## Evaluation data\n\nWe evaluated on 14 public benchmarks.",
                "The model answers questions about data.",
                "训练数据暂不公开。",
                "## 训练数据\n\n待补充"
            })
    void dataThatNobodyTellsOfAreAbsent(String card) throws IOException {
        assertThat(ofCard(Part.DATA, "# Heron\n\n" + card + "\n").state()).isEqualTo(State.ABSENT);
    }

    @Test
    void dataThatAreKeptBackAreAbsentAndTheSentenceSaysSo() throws IOException {
        OpenPart data = ofCard(
                Part.DATA, "# Heron\n\n## Data\n\nOur training corpus is proprietary data and is not released.\n");
        assertThat(data.state()).isEqualTo(State.ABSENT);
        assertThat(data.evidence()).singleElement().satisfies(one -> {
            assertThat(one.section()).isEqualTo("Data");
            assertThat(one.line()).isEqualTo(5);
            assertThat(one.text()).startsWith("Our training corpus");
        });
    }

    @Test
    void filesOfDataArePresentButResultsAreNone() throws IOException {
        file("eval/results.csv", "a,b");
        file("samples/prompts.jsonl", "{}");
        assertThat(part(Part.DATA).state()).isEqualTo(State.ABSENT);
        file("data/reed.parquet", "x");
        assertThat(part(Part.DATA).state()).isEqualTo(State.PRESENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Training hyperparameters\n\n| Parameter | Value |\n|---|---|\n| Learning rate | 3e-4 |\n| Batch size | 512 |",
                "- learning_rate: 5e-07\n- train_batch_size: 2",
                "We used AdamW with a cosine schedule for three epochs.",
                "The model was aligned with direct preference optimization.",
                "Heron was trained on 384 A100 40GB GPUs.",
                "## Training Procedure\n\nTwo stages: first long documents, then dialogues.",
                "## 训练过程\n\n先做监督微调，再做偏好优化。",
                "# Training\n\n## Model\n\n- **Architecture:** decoder\n- **Pretraining steps:** 250k",
                "学习率 3e-4，批大小 1024，训练 2 轮。"
            })
    void aProcessThatTheCardTellsOfIsDescribed(String card) throws IOException {
        assertThat(ofCard(Part.TRAINING_PROCESS, "# Heron\n\n" + card + "\n").state())
                .isEqualTo(State.DESCRIBED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Training Procedure\n\n[More Information Needed]",
                "## Training\n\nDetails coming soon.",
                "Heron writes poems.",
                "## 训练过程\n\n待补充"
            })
    void aProcessThatNobodyTellsOfIsAbsent(String card) throws IOException {
        assertThat(ofCard(Part.TRAINING_PROCESS, "# Heron\n\n" + card + "\n").state())
                .isEqualTo(State.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Training code will be released soon.",
                "We plan to release the training scripts at https://github.com/example/heron.",
                "The training code is not publicly available.",
                "训练代码即将开源。",
                "Heron runs well with [llama.cpp](https://github.com/ggml-org/llama.cpp).",
                "The licence is at https://github.com/example/heron/blob/main/LICENSE.",
                "It outperforms [Kestrel](https://github.com/example/kestrel) and others."
            })
    void trainingCodeThatIsPromisedOrOthersIsAbsent(String card) throws IOException {
        assertThat(ofCard(Part.TRAINING_CODE, "# Heron\n\n" + card + "\n").state())
                .isEqualTo(State.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The code is at https://github.com/example/heron.",
                "- **Repository:** https://github.com/example/heron",
                "[GitHub](https://github.com/example/heron) | [Paper](https://arxiv.org/abs/0)",
                "https://github.com/example/heron",
                "[💻Github Repo](https://github.com/example/heron)",
                "代码仓库：https://gitee.com/example/heron"
            })
    void codeElsewhereIsNotAssessed(String card) throws IOException {
        OpenPart code = ofCard(Part.TRAINING_CODE, "# Heron\n\n" + card + "\n");
        assertThat(code.state()).isEqualTo(State.NOT_ASSESSED);
        assertThat(code.evidence().get(0).line()).isEqualTo(3);
        assertThat(part(Part.INFERENCE_CODE).state()).isEqualTo(State.NOT_ASSESSED);
    }

    @Test
    void codeOfTwoSortsIsToldApartByItsFiles() throws IOException {
        file("scripts/train_heron.py", "# SPDX-License-Identifier: BSD-3-Clause\n");
        file("modeling_heron.py", "# Licensed under the Apache License, Version 2.0\n");
        file("tests/test_modeling.py", "pass");
        OpenPart inference = part(Part.INFERENCE_CODE);
        assertThat(inference.state()).isEqualTo(State.PRESENT);
        assertThat(inference.evidence()).extracting(Quotation::path).containsExactly("modeling_heron.py");
        assertThat(inference.terms().get(0).license()).isEqualTo("Apache License 2.0");
        OpenPart training = part(Part.TRAINING_CODE);
        assertThat(training.terms().get(0).quotation().path()).isEqualTo("scripts/train_heron.py");
        assertThat(training.terms().get(0).quotation().line()).isEqualTo(1);
    }

    @Test
    void aSampleForFurtherTuningIsNoTrainingCode() throws IOException {
        file("sample_finetune.py", "pass");
        file("download.sh", "true");
        assertThat(part(Part.TRAINING_CODE).state()).isEqualTo(State.ABSENT);
        assertThat(part(Part.INFERENCE_CODE).evidence())
                .extracting(Quotation::path)
                .containsExactly("sample_finetune.py");
    }

    @Test
    void theHeadOfTheCardIsFoundWhateverLiesBesideIt() throws IOException {
        file("MODEL_CARD.md", "# About Heron\n");
        file("README.md", "---\nlicense: mit\n---\n# Heron 7B\n");
        file("checkpoints/README.md", "---\nlicense: gpl-3.0\n---\n# Checkpoint\n");
        assertThat(SCANNER.scan(folder).card().orElseThrow().licenses()).containsExactly("mit");
    }

    @Test
    void oneOfSeveralNamedLicencesIsEnough() throws IOException {
        file("README.md", "---\nlicense: [mit, cc-by-nc-4.0]\n---\n# Heron\n");
        file(
                "LICENSE",
                dev.fineprint.identify.LicenseIndex.bundled().text("MIT").orElseThrow());
        assertThat(SCANNER.scan(folder).observations())
                .extracting(Observation::topic)
                .doesNotContain(Observation.Topic.CARD_LICENSE_DIFFERS);
    }

    @Test
    void aListIsAConfigurationToo() throws IOException {
        file("data_config.json", "[{\"name\": \"x\"}]");
        assertThat(SCANNER.scan(folder).notes()).isEmpty();
        file("heron_data.json", "[]");
        assertThat(part(Part.DATA).state()).isEqualTo(State.PRESENT);
    }

    @Test
    void aSnippetDescribesHowALibraryRunsIt() throws IOException {
        OpenPart code = ofCard(
                Part.INFERENCE_CODE,
                "# Heron\n\n```python\nfrom transformers import AutoModel\nm = AutoModel.from_pretrained(\"x/heron\")\n```\n");
        assertThat(code.state()).isEqualTo(State.DESCRIBED);
        assertThat(code.remark()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "model.safetensors,PRESENT",
        "pytorch_model.bin,PRESENT",
        "heron.onnx,PRESENT",
        "consolidated.00.pth,PRESENT",
        "heron-q4.gguf,PRESENT",
        "training_args.bin,ABSENT",
        "optimizer.pt,ABSENT",
        "tokenizer.json,ABSENT"
    })
    void weightsAreToldByTheirNames(String file, State state) throws IOException {
        file(file, "x");
        assertThat(part(Part.WEIGHTS).state()).isEqualTo(state);
    }

    @Test
    void anAdapterAloneIsSaidToBeOne() throws IOException {
        file("adapter_model.safetensors", "x");
        assertThat(part(Part.WEIGHTS).remark().orElseThrow().en()).startsWith("An adapter alone");
    }

    @Test
    void anIndexSaysWhatIsMissing() throws IOException {
        file(
                "model.safetensors.index.json",
                "{\"metadata\": {\"x\": [1]}, \"weight_map\": {\"a\": \"m-1-of-2.safetensors\", \"b\": \"m-2-of-2.safetensors\"}}");
        assertThat(part(Part.WEIGHTS).state()).isEqualTo(State.NOT_ASSESSED);
        file("m-1-of-2.safetensors", "x");
        OpenPart weights = part(Part.WEIGHTS);
        assertThat(weights.state()).isEqualTo(State.PRESENT);
        assertThat(weights.remark().orElseThrow().en()).startsWith("1 of the 2 files");
    }

    @Test
    void pointersOfGitAreNoWeightsAndNoBrokenHeaders() throws IOException {
        file("heron.gguf", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4081004224\n");
        ModelRelease release = SCANNER.scan(folder);
        assertThat(release.notes()).isEmpty();
        assertThat(part(Part.WEIGHTS).remark().orElseThrow().en()).startsWith("Pointers of Git LFS");
    }

    @Test
    void aHeaderHoldsTheConfigurationOfQuantisedWeights() throws IOException {
        byte[] key = "general.name".getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.put("GGUF".getBytes(StandardCharsets.UTF_8)).putInt(3).putLong(0).putLong(1);
        header.putLong(key.length).put(key).putInt(8).putLong(5).put("Heron".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("heron.gguf"), header.array());
        OpenPart configuration = part(Part.CONFIGURATION);
        assertThat(configuration.state()).isEqualTo(State.PRESENT);
        assertThat(configuration.remark()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The code is released under the MIT License, the weights under CC BY-NC 4.0.|CODE=MIT MODEL=CC-BY-NC-4.0",
                "This code repository is licensed under the MIT License.|CODE=MIT",
                "The model weights and the code are under Apache 2.0.|CODE=Apache-2.0 MODEL=Apache-2.0",
                "Our dataset is licensed under CC-BY-SA-4.0.|DATA=CC-BY-SA-4.0",
                "This project is licensed under the Apache License, Version 2.0.|WHOLE=Apache-2.0",
                "本仓库的代码依照 Apache-2.0 协议开源，模型权重遵循《苍鹭模型许可协议》。|CODE=Apache-2.0 MODEL=模型许可协议",
                "模型权重遵循“通用模型许可协议-来源说明-非商业化”。|MODEL=gml-by-nc-zh",
                "Use of this model is governed by the Heron Open Model License.|'MODEL=Heron Open Model License'",
                "The base model was originally licensed under Apache 2.0.|''",
                "Heron speaks of licences and models.|''"
            })
    void sentencesSayWhichPartIsUnderWhat(String sentence, String expected) throws IOException {
        file("README.md", "# Heron\n\n" + sentence + "\n");
        CardText text = CardText.read(
                "README.md",
                dev.fineprint.text.LicenseText.read(folder.resolve("README.md")),
                dev.fineprint.text.Segmenter.create());
        assertThat(CardTerms.read(text).stream().map(one -> one.scope() + "=" + one.license()))
                .containsExactlyInAnyOrderElementsOf(
                        expected.isEmpty()
                                ? java.util.List.of()
                                : java.util.List.of(expected.split(" (?=[A-Z]+=)", -1)));
    }

    @Test
    void partsCarryTheirOwnTerms() throws IOException {
        file("README.md", "---\nlicense: mit\n---\n# Heron\n");
        file("LICENSE-CODE", "MIT License\n\nPermission is hereby granted, free of charge, to any person.\n");
        file("LICENSE-MODEL", "You must not use the Model for gambling.\n");
        file("data/LICENSE", "You must not use the Data for surveillance.\n");
        file("data/reed.parquet", "x");
        file("data/README.md", "---\nlicense: cc-by-4.0\n---\n");
        file("run.py", "pass");
        file("model.safetensors", "x");
        assertThat(part(Part.WEIGHTS).terms().get(0).quotation().path()).isEqualTo("LICENSE-MODEL");
        assertThat(part(Part.INFERENCE_CODE).terms().get(0).quotation().path()).isEqualTo("LICENSE-CODE");
        assertThat(part(Part.DATA).terms())
                .extracting(one -> one.quotation().path())
                .containsExactly("data/LICENSE", "data/README.md");
        assertThat(SCANNER.scan(folder).summary().en())
                .containsIgnoringCase("weights, data under a licence that deviates");
    }

    @Test
    void aSentenceThatPutsTheModelUnderALicenceOfItsOwnContradictsTheHead() throws IOException {
        file(
                "README.md",
                "---\nlicense: Apache License 2.0\n---\n# 苍鹭\n\n## 许可证\n\n代码遵循 Apache 2.0 协议，模型权重遵循《苍鹭模型许可协议》。\n");
        assertThat(SCANNER.scan(folder).observations())
                .extracting(Observation::topic)
                .contains(Observation.Topic.CARD_LICENSE_DIFFERS);
    }

    @Test
    void theHeadOfACardMayHoldWhatHubsLetPeopleWrite() throws IOException {
        file(
                "README.md",
                "---\nlicense: other\nlicense_name: llama3.1\nlanguage:\n- en\n- no\nextra_gated_prompt: >-\n  ### TERMS\n\n  \"Agreement\": these.\n"
                        + "extra_gated_fields:\n  First Name: text\n  ? I accept\n  : checkbox\nmodel-index:\n- name: x\n  results: []\n---\n# X\n");
        ModelRelease release = SCANNER.scan(folder);
        assertThat(release.notes()).isEmpty();
        assertThat(release.card().orElseThrow().licenseName()).contains("llama3.1");
        assertThat(release.terms())
                .singleElement()
                .satisfies(terms -> assertThat(terms.findings())
                        .extracting(finding -> finding.kind())
                        .contains("scale.active-users"));
    }
}
