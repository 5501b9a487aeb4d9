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

    private static List<String> kinds(String words) {
        LicenseText text = LicenseText.of("test", words);
        return MATCHER.match(text, Segmenter.create().segment(text)).matches().stream()
                .map(match -> match.kind().id())
                .toList();
    }
}
