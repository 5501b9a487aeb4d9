// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            本许可受火星共和国法律管辖并按其解释。                                     | 火星共和国
            本协议适用火星共和国陆上部分（仅就本协议而言，不包括北极与南极）的法律。   | 火星共和国陆上部分
            本授權之解釋與適用，應依金星特別區之法令。                                 | 金星特別區
            争议提交火星市北区人民法院审理。                                           | 火星市北区
            协商不成的，应向许可方所在地有管辖权的法院起诉。                           | 许可方所在地
            本协议受法律保护，并适用最新的解释。                                       | none
            This Licence is governed by the laws of the People's Republic of Mars.     | People's Republic of Mars
            This Licence is governed by and read under the laws of Mars.               | Mars
            """)
    void readsWhoseLawGoverns(String words, String law) {
        LicenseText text = LicenseText.of("test", words);
        assertThat(MATCHER.match(text, Segmenter.create().segment(text)).matches().stream()
                        .filter(match -> match.kind().id().equals("legal.governing-law"))
                        .flatMap(match -> Stream.ofNullable(match.values().get("law")))
                        .distinct()
                        .toList())
                .isEqualTo(law == null ? List.of() : List.of(law));
    }

    private static List<String> kinds(String words) {
        LicenseText text = LicenseText.of("test", words);
        return MATCHER.match(text, Segmenter.create().segment(text)).matches().stream()
                .map(match -> match.kind().id())
                .toList();
    }
}
