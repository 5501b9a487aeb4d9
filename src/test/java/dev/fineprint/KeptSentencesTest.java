// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an analyzer keeps of one text's report, since it depends on the kinds of clauses alone, must fit the next one's. */
class KeptSentencesTest {
    private static final String PREAMBLE = "Licence of the Heron weights. You may use, copy and change the weights. ";
    private static final List<String> TEXTS = List.of(
            PREAMBLE + "You must not use the weights.",
            PREAMBLE + "You must not use the weights for military purposes.",
            PREAMBLE + "You must not use the weights for gambling, nor for commercial purposes.",
            PREAMBLE + "You must not use the weights for commercial purposes.",
            PREAMBLE + "If you have more than 300 million monthly active users, you must ask us for a licence.",
            PREAMBLE,
            "本协议授予您使用、复制和修改模型权重的许可。您不得将模型用于军事目的。");

    @Test
    void whatWasToldBeforeChangesNothing() {
        LicenseAnalyzer used = LicenseAnalyzer.create();
        for (int round = 0; round < 2; round++) {
            for (String text : TEXTS) {
                LicenseReport alone = LicenseAnalyzer.create().analyze(text);
                assertThat(used.analyze(text)).as(text).isEqualTo(alone);
            }
        }
        assertThat(used.analyze(TEXTS.get(1)).kinds())
                .filteredOn(kind -> kind.id().equals("use.prohibited"))
                .extracting(KindInfo::values)
                .allSatisfy(values -> assertThat(values).containsOnlyKeys("military"))
                .isNotEmpty();
    }
}
