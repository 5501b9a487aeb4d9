// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the matcher does with Chinese beyond the patterns themselves. */
class ChineseClausesTest {
    private static final ClauseMatcher MATCHER = ClauseMatcher.compile(PatternCatalog.bundled());

    @Test
    void vetoesWrittenForEnglishDoNotSilenceChinese() {
        // In English "the licensor ... may not" is no prohibition for the user.
        assertThat(kinds("未经我方书面同意，您不得以云服务形式对外提供推理能力。")).contains("commercial.hosting-restricted");
    }

    @Test
    void theNounOfATitleTellsWhatIsBinding() {
        assertThat(kinds("您同意受《星尘平台可接受使用政策》约束。")).containsExactly("use.policy-incorporated");
    }

    @Test
    void theOtherWordsOfATitleProveNothing() {
        assertThat(kinds("相关背景可以参阅《禁止商业使用的历史》一书。")).isEmpty();
    }

    @Test
    void aLineEndInsideAPhraseToShowIsNoBlank() {
        LicenseText text = LicenseText.of(
                "test",
                "本许可由晨星实验室制定，适用于实验室公开的全部模型文件以及与\n"
                        + "之配套的说明文字和示例代码，下载即视为已经读过。使用者发布任\n"
                        + "何产品的时候，应当在产品首页显著的位置上标注“由晨星模型提供\n"
                        + "支持”的字样，并且让这些字样清楚可读，不被其他内容挡住，也不\n"
                        + "与其他标志混在一起。");
        assertThat(MATCHER.match(text, Segmenter.create().segment(text)).matches())
                .anySatisfy(match -> assertThat(match.values()).containsEntry("text", "由晨星模型提供支持"));
    }

    private static List<String> kinds(String words) {
        LicenseText text = LicenseText.of("test", words);
        return MATCHER.match(text, Segmenter.create().segment(text)).matches().stream()
                .map(match -> match.kind().id())
                .toList();
    }
}
