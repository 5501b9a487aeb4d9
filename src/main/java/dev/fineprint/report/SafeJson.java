// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JSON that keeps every character of a text and yet does nothing on a terminal: controls, bidirectional controls and
 * invisible characters are written as backslash escapes.
 */
final class SafeJson {
    /** Leaves the stream open and writes surrogates that stand alone as escapes, never as broken UTF-8. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .setCharacterEscapes(new Escapes());

    private SafeJson() {}

    @SuppressWarnings("serial") // never serialised
    private static final class Escapes extends CharacterEscapes {
        private final int[] ascii = standardAsciiEscapesForJSON();

        Escapes() {
            ascii[0x7F] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean lone = Character.getType(c) == Character.SURROGATE;
            if (lone || !SafeText.acts(c)) {
                return null; // the generator pairs surrogates itself
            }
            return new SerializedString(String.format(Locale.ROOT, "\\u%04x", c));
        }
    }
}
