// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_zh", "analysis", "analysis_zh"})
    void readsWhatPropertiesRead(String name) throws IOException {
        Properties expected = new Properties();
        try (InputStream in = SentenceFileTest.class.getResourceAsStream(name + ".properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            expected.load(reader);
        }
        SentenceFile file = SentenceFile.read(name);
        Map<String, String> read = new HashMap<>();
        file.keys().forEach(key -> read.put(key, file.get(key)));
        assertThat(read).hasSizeGreaterThan(50).isEqualTo(expected);
    }

    @Test
    void aSentenceThatIsMissingIsNamed() {
        SentenceFile file = SentenceFile.read("analysis");
        assertThat(file.has("no.such")).isFalse();
        assertThatThrownBy(() -> file.get("no.such"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessage("analysis.properties has no no.such");
    }

    @Test
    void bothLanguagesOfAnAnalysisHaveTheSameKeys() {
        assertThat(SentenceFile.read("analysis_zh").keys())
                .isEqualTo(SentenceFile.read("analysis").keys());
    }
}
