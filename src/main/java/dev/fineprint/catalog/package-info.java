// SPDX-License-Identifier: Apache-2.0

/** Reads and checks the clause patterns: kinds, domains, lexicon, patterns and their examples. */
@NullMarked
package dev.fineprint.catalog;

import org.jspecify.annotations.NullMarked;
