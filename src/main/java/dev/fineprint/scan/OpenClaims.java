// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the sentences of a card that call the release itself open source. */
final class OpenClaims {
    private static final int MOST = 5;

    private static final List<String> CLAIMS = List.of(
            "is open source",
            "is open-source",
            "are open source",
            "are open-source",
            "open-sourced",
            "open sourced",
            "open sourcing",
            "open-sourcing",
            "we open source",
            "we open-source",
            "fully open",
            "truly open",
            "completely open",
            "entirely open",
            "open-source model",
            "open source model",
            "open-source models",
            "open source models",
            "open-source language model",
            "open source language model",
            "open-source large",
            "open source large",
            "open-source foundation",
            "open source foundation",
            "open-source llm",
            "open source llm",
            "as open source",
            "as open-source",
            "open-source release",
            "open source release",
            "open-source license",
            "open source license",
            "open-source licence",
            "open source licence",
            "open-source ai",
            "open source ai",
            "osi-approved",
            "osi approved",
            "完全开源",
            "全面开源",
            "现已开源",
            "已开源",
            "正式开源",
            "开源了",
            "我们开源",
            "开源模型",
            "开源大模型",
            "开源大语言模型",
            "开源语言模型",
            "开源协议",
            "开源许可",
            "开源发布",
            "宣布开源",
            "是开源",
            "的开源");

    private static final List<String> DENIALS = List.of(
            "not open source",
            "not open-source",
            "not an open source",
            "not an open-source",
            "not fully open",
            "n't open source",
            "n't open-source",
            "no open source",
            "no open-source",
            "not osi",
            "neither open",
            "no longer open",
            "nor open",
            "不是开源",
            "并非开源",
            "非开源",
            "未开源",
            "不开源",
            "尚未开源");

    /** Others' open source: comparisons, thanks, ingredients. */
    private static final List<String> OTHERS = List.of(
            "open-source models such as",
            "open source models such as",
            "open-source models like",
            "open source models like",
            "other open-source",
            "other open source",
            "existing open-source",
            "existing open source",
            "open-source community",
            "open source community",
            "compared to open",
            "compared with open",
            "outperforms open",
            "among open",
            "previous open",
            "other fully open",
            "其他开源",
            "其它开源",
            "开源社区",
            "现有开源",
            "同类开源",
            "主流开源",
            "的开源社区",
            "的开源数据",
            "的开源工具");

    private OpenClaims() {}

    static List<Quotation> find(CardText text, Optional<ModelCard> card) {
        List<Quotation> claims = new ArrayList<>();
        card.ifPresent(one -> one.tags().stream()
                .filter(tag -> List.of("open-source", "opensource", "open source", "开源")
                        .contains(tag.toLowerCase(Locale.ROOT)))
                .forEach(tag -> claims.add(one.quotation("tags", tag))));
        for (CardText.Line line : text.lines()) {
            if (claims.size() < MOST && claims(line.lower())) {
                claims.add(text.quotation(line));
            }
        }
        return claims;
    }

    static boolean claims(String sentence) {
        String rest = sentence;
        for (String phrase : OTHERS) {
            rest = rest.replace(phrase, " ");
        }
        return CLAIMS.stream().anyMatch(rest::contains) && DENIALS.stream().noneMatch(sentence::contains);
    }
}
