// SPDX-License-Identifier: Apache-2.0
/**
 * The clause catalog: kinds of clauses, fields of use, the lexicon, and the patterns that find them, read from a folder
 * of YAML files.
 *
 * <pre>{@code
 * PatternCatalog catalog = PatternCatalog.bundled().plus(Path.of("house-patterns"));
 * for (ClauseKind kind : catalog.kinds()) ...
 * }</pre>
 *
 * <p>A pattern is an {@link dev.fineprint.catalog.Expression}, written in a one-line notation that
 * {@link dev.fineprint.catalog.ExpressionParser} reads: {@code <forbid> ..8 <use> ..10 (military | weapon*)}. This
 * package knows what patterns say and refuses what they must not say; it does not run them.
 *
 * <p>All faults of a catalog are reported together, each with file, line and column, in one
 * {@link dev.fineprint.catalog.CatalogException}. Everything else here is an immutable value.
 */
@NullMarked
package dev.fineprint.catalog;

import org.jspecify.annotations.NullMarked;
