// SPDX-License-Identifier: Apache-2.0

/**
 * Reads a whole release of a model, as it lies in a folder: model card, licences, policies, notices, configuration and the
 * headers of the weights.
 *
 * <pre>{@code
 * ReleaseScanner scanner = ReleaseScanner.create(LicenseAnalyzer.create());
 * ModelRelease release = scanner.scan(Path.of("models/heron-7b"));
 * for (Observation observation : release.observations()) {
 *     System.out.println(observation.text().en());
 *     observation.quotations().forEach(quotation -> System.out.println("  " + quotation.path() + ": " + quotation.text()));
 * }
 * }</pre>
 *
 * <p>A release is other people's work and may be hostile: links out of the folder are not followed, every number is
 * bounded ({@link dev.fineprint.scan.ScanLimits}), nothing is executed and nothing is fetched. What was refused is said in
 * {@link dev.fineprint.scan.ModelRelease#notes()}.
 */
@NullMarked
package dev.fineprint.scan;

import org.jspecify.annotations.NullMarked;
