// SPDX-License-Identifier: Apache-2.0

/**
 * Licences by the million: {@link dev.fineprint.spark.SparkAnalyzer} turns a table of texts into a table of reports or of
 * findings, on a Spark cluster.
 *
 * <p>Spark is there where this runs, and is not brought along: nothing else in Fineprint needs it. It was made for Spark 4.1 with
 * Scala 2.13. Where Spark's own class path has another version of a library that Fineprint uses, Spark's is the one that is loaded.
 */
@NullMarked
package dev.fineprint.spark;

import org.jspecify.annotations.NullMarked;
