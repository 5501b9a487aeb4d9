// SPDX-License-Identifier: Apache-2.0

/**
 * Analyses many texts: folders, archives and JSON Lines, on all cores, in memory that does not grow with their number.
 *
 * <pre>{@code
 * BulkAnalyzer bulk = BulkAnalyzer.builder(LicenseAnalyzer.create()).deadline(Duration.ofSeconds(30)).build();
 * try (BulkResults results = bulk.analyze(TextSource.of(Path.of("models")))) {
 *     while (results.hasNext()) {
 *         BulkResult result = results.next();
 *         if (result instanceof BulkResult.Analyzed analyzed) {
 *             System.out.println(result.text().name() + ": " + analyzed.report().verdict());
 *         } else if (result instanceof BulkResult.Failed failed) {
 *             System.err.println(result.text().name() + ": " + failed.cause().getMessage());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Results come in the order of the texts, whatever thread is done first. Only so many texts are in flight as fit into a
 * small part of the heap; a text that comes again is not analysed again as long as its report is remembered, which is
 * bounded, too. One text that fails never takes the others with it.
 *
 * <p>What takes time and is to be done with each report, such as writing it in a format, may be done on the threads that made
 * it: {@link dev.fineprint.bulk.BulkAnalyzer#analyzeEach(dev.fineprint.bulk.TextSource, java.util.function.Function)}.
 *
 * <p>A run that was interrupted is taken up again by telling which texts are finished: {@link
 * dev.fineprint.bulk.BulkAnalyzer#analyze(dev.fineprint.bulk.TextSource, java.util.function.BiPredicate)}.
 *
 * <p>Which files of a folder or an archive are texts, a {@link dev.fineprint.bulk.FileRule} says.
 */
@NullMarked
package dev.fineprint.bulk;

import org.jspecify.annotations.NullMarked;
