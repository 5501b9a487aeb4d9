// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks: {@code mvn -P bench test}, or some of them with {@code -Djmh="AnalyzeBenchmark -f 1"}. What they measure is written
 * into {@code accuracy/PERFORMANCE.md}.
 */
@NullMarked
package dev.fineprint.bench;

import org.jspecify.annotations.NullMarked;
