// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"30,30000", "0.5,500", "30s,30000", "500ms,500", "2m,120000", " 1.5 S ,1500", "0,0"})
    void readsTimes(String text, long millis) {
        assertThat(new Quantities.Time().convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "64K,65536", "16m,16777216", "1g,1073741824", "0.5K,512"})
    void readsSizes(String text, int bytes) {
        assertThat(new Quantities.Size().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "soon", "-1", "1h", "1e999999999", "99999999999999999999999999"})
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> new Quantities.Time().convert(text)).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> new Quantities.Size().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void saysSecondsAsShortAsTheyAreExact() {
        assertThat(Quantities.inWords(Duration.ofMillis(100))).isEqualTo("0.1 s");
        assertThat(Quantities.inWords(Duration.ofMinutes(2))).isEqualTo("120 s");
    }
}
