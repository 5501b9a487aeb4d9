// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.util.Optional;

/**
 * What the licence of a model asks of everything that is made from it.
 *
 * @param kind id of the kind of clause
 * @param value its value: a cap, a place, a name, a phrase; empty where there is none
 * @param text what it asks, one sentence
 * @param quotation the clause, where the text was read; empty where it is a fact of the list of known models
 */
public record Inherited(String kind, String value, LocalizedText text, Optional<Quotation> quotation) {}
