// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sentences call the release itself open source. */
class OpenClaimsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heron is an open-source model.",
                "We open-source all weights.",
                "Heron 7B is fully open.",
                "The model is released as open source.",
                "Introducing Heron: an open source LLM for everyone",
                "Heron is a powerful open-source large language model.",
                "This is the strongest open-source model of its size.",
                "We are excited to open-source Heron-7B today!",
                "Today we are open sourcing Heron.",
                "Heron has been open-sourced.",
                "Heron is 100% open source and free for research.",
                "Open-sourced by Heron Works in 2025.",
                "We release Heron openly.",
                "The weights are openly released under our community licence.",
                "A family of open-source, multilingual models from 1B to 70B.",
                "Heron is a truly open model.",
                "It is not only open source but also fast.",
                "#OpenSource #LLM",
                "Heron comes with an open-source license.",
                "Heron, the open-source alternative to closed assistants",
                "Our open source vision-language model reads charts.",
                "Heron is free and open-source.",
                "As an open-source chatbot, Heron answers politely.",
                "We have fully open-sourced the model weights and the code.",
                "苍鹭是一个完全开源的大语言模型。",
                "模型现已开源。",
                "我们正式开源了苍鹭 7B。",
                "苍鹭是由鹭工坊研发的新一代开源大模型。",
                "本次开源 7B 与 13B 两个版本。",
                "首个开源的中文百亿参数模型。",
                "我们将苍鹭全系列模型开源。",
                "苍鹭：开源、可商用的对话模型",
                "#开源大模型"
            })
    void aClaimIsHeard(String sentence) {
        assertThat(OpenClaims.claims(sentence.toLowerCase(Locale.ROOT))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heron is not open source.",
                "Heron isn't an open-source model by the OSI's definition.",
                "It outperforms open-source models of its size.",
                "We thank the open-source community.",
                "It is better than other open-source models.",
                "The weights are open to all who sign.",
                "Heron is an open-weight model.",
                "Heron is fully open-weight.",
                "It was built with open source libraries such as PyTorch.",
                "Heron is based on the open-source model Kestrel.",
                "Compared with existing open-source LLMs it needs less memory.",
                "The evaluation code is open source.",
                "We will open-source the model next month.",
                "Training used open-source datasets.",
                "It uses an open source inference engine.",
                "Heron is open-weight, not open-source.",
                "Our open-source code is on a hub.",
                "Openness matters to us.",
                "The restaurant is open now.",
                "Special thanks to all open source projects that made this possible.",
                "苍鹭并非开源模型。",
                "感谢开源社区。",
                "在同规模开源模型中表现优异。",
                "本项目基于开源框架 PyTorch 实现。",
                "性能超越多数开源模型。",
                "训练代码即将开源。",
                "本仓库的代码依照 Apache-2.0 协议开源，权重须另行申请。",
                "本仓库中代码依照                                                   Apache-2.0 协议开源",
                "苍鹭不是严格意义上的开源模型。"
            })
    void whatIsNoClaimIsNot(String sentence) {
        assertThat(OpenClaims.claims(sentence.toLowerCase(Locale.ROOT))).isFalse();
    }
}
