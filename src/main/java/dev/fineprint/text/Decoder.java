// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out the encoding of bytes and decodes them. */
final class Decoder {
    record Decoded(String text, Charset charset) {}

    private Decoder() {}

    static Decoded decode(String name, byte[] bytes) throws UnreadableTextException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UnreadableTextException(name + ": not UTF-8 text; convert the file to UTF-8");
        }
    }
}
