// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark is there for its adapter alone: these tests, like most users, do without it. */
class WithoutSparkTest {
    @ParameterizedTest
    @ValueSource(strings = {"org.apache.spark.sql.Dataset", "org.apache.spark.SparkContext", "scala.Option"})
    void the_other_tests_have_no_spark(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void the_library_needs_none() {
        LicenseReport report = LicenseAnalyzer.create().analyze("You must not use the Model to operate a casino.");
        assertThat(report.verdict()).isEqualTo(Verdict.DEVIATES);
    }
}
