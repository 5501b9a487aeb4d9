// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Locale;

/**
 * Something about a release that a reader should know: two of its parts contradict each other, or one is missing.
 *
 * @param topic what it is about
 * @param text what it is, one sentence
 * @param quotations the words that it rests on, from each side
 */
public record Observation(Topic topic, LocalizedText text, List<Quotation> quotations) {
    public Observation {
        quotations = List.copyOf(quotations);
    }

    /** What an observation can be about. */
    public enum Topic {
        /** The card names another licence than the one whose text is there. */
        CARD_LICENSE_DIFFERS,
        /** The header of a weights file names another licence than the card or the text. */
        HEADER_LICENSE_DIFFERS,
        /** There are several licences. */
        SEVERAL_LICENSES,
        /** A licence is named, but its text is not there. */
        LICENSE_TEXT_ABSENT,
        /** No licence is named and none is there. */
        NO_LICENSE,
        /** A binding policy is not there. */
        POLICY_ABSENT,
        /** A notice file that the licence asks for is not there. */
        NOTICE_ABSENT,
        /** Words that the licence wants displayed are not in the card. */
        DISPLAY_ABSENT,
        /** The model's name is not as the licence wants it. */
        NAME_DIFFERS,
        /** The card calls the release open source, and its licence deviates. */
        OPEN_CLAIM,
        /** The licence gives more than the licence of the model that this one was made from. */
        WIDER_THAN_BASE,
        /** A model that this one was made from is not known. */
        UNKNOWN_BASE,
        /** The models that this one was made from lead back to it, or to one another. */
        CIRCULAR_BASE,
        /** The configuration names a model that weights were loaded from, and nothing says that this one was made from it. */
        UNSTATED_BASE;

        /** Returns how reports write it, such as {@code open-claim}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
