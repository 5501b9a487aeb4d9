// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.catalog.LocalizedText;
import java.util.List;

/** What a rule says of one clause. */
record Ruling(Answer answer, LocalizedText reason, List<Duty> duties, List<String> missing) {
    static Ruling allowed(LocalizedText reason) {
        return new Ruling(Answer.ALLOWED, reason, List.of(), List.of());
    }

    static Ruling duties(LocalizedText reason, List<Duty> duties) {
        return new Ruling(Answer.ALLOWED_WITH_DUTIES, reason, duties, List.of());
    }

    static Ruling unclear(LocalizedText reason, String... missing) {
        return new Ruling(Answer.UNCLEAR, reason, List.of(), List.of(missing));
    }

    static Ruling needsLicense(LocalizedText reason) {
        return new Ruling(Answer.NEEDS_LICENSE, reason, List.of(), List.of());
    }

    static Ruling forbidden(LocalizedText reason) {
        return new Ruling(Answer.FORBIDDEN, reason, List.of(), List.of());
    }
}
