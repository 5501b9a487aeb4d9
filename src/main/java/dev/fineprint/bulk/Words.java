// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.Messages;
import dev.fineprint.catalog.LocalizedText;
import java.util.Locale;

/** Puts what happens to a source into words. Immutable. */
final class Words {
    private final Messages english = Messages.in(Locale.ENGLISH);
    private final Messages chinese = Messages.in(Locale.CHINESE);

    LocalizedText text(String key, Object... arguments) {
        return new LocalizedText(english.text(key, arguments), chinese.text(key, arguments));
    }

    SourceException failure(String key, Object... arguments) {
        return new SourceException(text(key, arguments));
    }
}
