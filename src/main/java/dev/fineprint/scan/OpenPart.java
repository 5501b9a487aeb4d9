// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part that the Open Source AI Definition asks for, and whether the release has it.
 *
 * @param part which
 * @param state whether it is there
 * @param evidence the files or sentences that show it
 * @param remark what a reader should know besides: an adapter alone, shards that are not there; may be empty
 * @param terms what it is under, the surest first; several where the release says several things
 */
public record OpenPart(
        Part part, State state, List<Quotation> evidence, Optional<LocalizedText> remark, List<PartTerms> terms) {
    public OpenPart {
        evidence = List.copyOf(evidence);
        terms = List.copyOf(terms);
    }

    /** The parts. */
    public enum Part {
        /** The weights. */
        WEIGHTS,
        /** The configuration. */
        CONFIGURATION,
        /** The code that runs the model. */
        INFERENCE_CODE,
        /** The code that trained it. */
        TRAINING_CODE,
        /** The data, or information about them. */
        DATA,
        /** Method and hyper-parameters. */
        TRAINING_PROCESS;

        /** Returns how reports write it, such as {@code training-code}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a part is there. */
    public enum State {
        /** It lies in the folder. */
        PRESENT,
        /** The card tells of it. */
        DESCRIBED,
        /** It neither lies there nor does the card tell of it, or the card says that it is kept back or comes later. */
        ABSENT,
        /** It may lie elsewhere: the card points there. */
        NOT_ASSESSED;

        /** Returns how reports write it, such as {@code not-assessed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
