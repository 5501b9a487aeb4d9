// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Verdict;
import java.util.Optional;

/**
 * The terms that a part of a release is under, as something in it says.
 *
 * @param license the licence's name, or the words that stand for it
 * @param verdict what its text was found to be, if it was read
 * @param quotation where it says so
 */
public record PartTerms(String license, Optional<Verdict> verdict, Quotation quotation) {}
