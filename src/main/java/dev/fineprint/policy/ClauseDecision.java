// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.Span;
import dev.fineprint.catalog.LocalizedText;
import java.util.List;

/**
 * What one clause means for a use.
 *
 * @param document name of the text that it stands in
 * @param finding id of the finding; unique within its document
 * @param kind id of the kind of clause
 * @param title the kind's name
 * @param answer what it means for the use
 * @param reason why, one sentence
 * @param text the clause's words exactly as they stand in the text
 * @param span where it begins in its document
 * @param duties what it asks for; empty unless the answer is {@link Answer#ALLOWED_WITH_DUTIES}
 * @param missing keys of the profile that would settle it; empty unless the answer is {@link Answer#UNCLEAR}
 */
public record ClauseDecision(
        String document,
        String finding,
        String kind,
        LocalizedText title,
        Answer answer,
        LocalizedText reason,
        String text,
        Span span,
        List<Duty> duties,
        List<String> missing) {
    public ClauseDecision {
        duties = List.copyOf(duties);
        missing = List.copyOf(missing);
    }
}
