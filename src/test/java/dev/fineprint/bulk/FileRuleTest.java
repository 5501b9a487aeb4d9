// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LICENSE",
                "a/b/licence",
                "LICENSE-2.0",
                "LICENSE.MIT",
                "COPYING.LESSER",
                "USE_POLICY.md",
                "use-policy",
                "notes.TXT",
                "a/README.md",
                "index.html",
                "terms.PDF",
                "terms.docx",
                "mit.license",
                "UNLICENSE"
            })
    void readsTexts(String path) {
        assertThat(FileRule.usual().accepts(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "license.py",
                "licenses.json",
                "license.png",
                "LICENSES.zip",
                "model.bin",
                "Makefile",
                ".LICENSE",
                "a/.git/LICENSE",
                "my-license",
                "notes.txt.gz"
            })
    void passesOverOthers(String path) {
        assertThat(FileRule.usual().accepts(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/terms.json", "terms.json", "b/x.yaml", "b/c/x.yaml"})
    void patternsTakeThePlaceOfTheRule(String path) {
        FileRule rule = FileRule.usual().including(List.of("terms.*", "b/**.yaml"));
        assertThat(rule.accepts(path)).isTrue();
        assertThat(rule.accepts("LICENSE")).isFalse();
        assertThat(rule.accepts("c/x.yaml")).isFalse();
        assertThat(rule.accepts("b/.c/x.yaml")).isFalse();
    }
}
