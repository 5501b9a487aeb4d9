// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the encoding of bytes and decodes them: by byte-order mark, else the first encoding in which the bytes are
 * both without fault and plausible as text. Each candidate is one or two passes over the bytes.
 */
final class Decoder {
    record Decoded(String text, Charset charset) {}

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** The bytes that windows-1252 leaves undefined. */
    private static final int[] UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

    private final String name;
    private final byte[] bytes;

    private Decoder(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static Decoded decode(String name, byte[] bytes) throws UnreadableTextException {
        return new Decoder(name, bytes).decode();
    }

    private Decoded decode() throws UnreadableTextException {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return new Decoded(lenient(StandardCharsets.UTF_8, 3), StandardCharsets.UTF_8);
        }
        if (startsWith(0xFF, 0xFE, 0, 0)) {
            return new Decoded(lenient(UTF_32LE, 4), UTF_32LE);
        }
        if (startsWith(0, 0, 0xFE, 0xFF)) {
            return new Decoded(lenient(UTF_32BE, 4), UTF_32BE);
        }
        if (startsWith(0xFF, 0xFE)) {
            return new Decoded(lenient(StandardCharsets.UTF_16LE, 2), StandardCharsets.UTF_16LE);
        }
        if (startsWith(0xFE, 0xFF)) {
            return new Decoded(lenient(StandardCharsets.UTF_16BE, 2), StandardCharsets.UTF_16BE);
        }
        refuseKnownBinaries();
        if (!controlled()) {
            String text = strict(StandardCharsets.UTF_8);
            if (text == null && mostlyUtf8()) {
                text = lenient(StandardCharsets.UTF_8, 0);
            }
            if (text != null) {
                return new Decoded(text, StandardCharsets.UTF_8);
            }
        }
        for (Charset utf16 : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            String text = bytes.length % 2 == 0 ? strict(utf16) : null;
            if (text != null && plausibleUtf16(text)) {
                return new Decoded(text, utf16);
            }
        }
        if (!controlled()) {
            String text = plausibleGb18030() ? strict(GB18030) : null;
            if (text != null) {
                return new Decoded(text, GB18030);
            }
            if (plausibleWindows1252()) {
                return new Decoded(lenient(WINDOWS_1252, 0), WINDOWS_1252);
            }
        }
        throw refused("no text in UTF-8, UTF-16, GB18030 or windows-1252 (see the byte at offset " + firstOdd() + ")");
    }

    private UnreadableTextException refused(String why) {
        return new UnreadableTextException(name + ": " + why + "; give the licence as plain text, best in UTF-8");
    }

    private void refuseKnownBinaries() throws UnreadableTextException {
        if (startsWith('%', 'P', 'D', 'F', '-')) {
            throw refused("a PDF file, not plain text");
        }
        if (startsWith('P', 'K', 3, 4)) {
            throw refused("a ZIP archive or office document, not plain text");
        }
        if (startsWith('{', '\\', 'r', 't', 'f')) {
            throw refused("an RTF document, not plain text");
        }
    }

    private boolean startsWith(int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B && c != 0x1A && c != 0x1B;
    }

    /** Whether more than one byte in a hundred is a control character that no text has. */
    private boolean controlled() {
        int controls = 0;
        for (byte b : bytes) {
            if (b >= 0 && isControl(b)) {
                controls++;
            }
        }
        return controls * 100L > bytes.length;
    }

    /** The offset of the first byte that is no printable ASCII. */
    private int firstOdd() {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0 || isControl(bytes[i])) {
                return i;
            }
        }
        return 0;
    }

    private @Nullable String strict(Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private String lenient(Charset charset, int from) {
        try {
            CharBuffer decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("a decoder that replaces faults reports none", e);
        }
    }

    /** Whether sequences of UTF-8 outnumber faults so far that these must be damage: a cut end, a byte of another encoding. */
    private boolean mostlyUtf8() {
        int good = 0;
        int bad = 0;
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            int length = b < 0x80
                    ? 1
                    : b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
            int k = 1;
            while (k < length && i + k < bytes.length && (bytes[i + k] & 0xC0) == 0x80) {
                k++;
            }
            if (length == 0 || k < length) {
                bad++;
                i += Math.max(1, k - 1);
            } else {
                good += length > 1 ? 1 : 0;
                i += length;
            }
        }
        return good > 8L * bad;
    }

    /** Whether the characters are such as licences are written in, and hardly any other. */
    private static boolean plausibleUtf16(String text) {
        int usual = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t') {
                latin++;
            } else if (c >= 0x4E00 && c <= 0x9FA5
                    || c >= 0xA0 && c <= 0x17F
                    || c >= 0x2010 && c <= 0x203A
                    || c >= 0x3000 && c <= 0x30FF
                    || c >= 0xFF01 && c <= 0xFF5E
                    || c >= 0x0400 && c <= 0x045F
                    || c >= 0xAC00 && c <= 0xD7A3) {
                usual++;
            }
        }
        // Bytes of another encoding read in pairs give Han characters, but neither spaces nor line ends nor full stops.
        return text.length() > 0 && (latin + usual) * 100L >= text.length() * 97L && latin * 50L >= text.length()
                || text.indexOf('\u3002') >= 0 && (latin + usual) * 100L >= text.length() * 97L;
    }

    /** Whether most double bytes lie where simplified Chinese has its characters and punctuation. */
    private boolean plausibleGb18030() {
        int standard = 0;
        int common = 0;
        int pairs = 0;
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                i++;
                continue;
            }
            int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            pairs++;
            if (next >= 0xA1 && (b >= 0xA1 && b <= 0xA9 || b >= 0xB0 && b <= 0xF7)) {
                standard++;
                // The first level: common characters in the order of their sound; and punctuation.
                common += b <= 0xA3 || b >= 0xB0 && b <= 0xD7 ? 1 : 0;
            }
            i += next >= '0' && next <= '9' ? 4 : 2;
        }
        return pairs > 0 && standard * 10L >= pairs * 8L && common * 10L >= pairs * 7L;
    }

    /** Whether high bytes are as rare and as scattered as accents, quotes and dashes are. */
    private boolean plausibleWindows1252() {
        int high = 0;
        int undefined = 0;
        for (byte b : bytes) {
            int u = b & 0xFF;
            if (u >= 0x80) {
                high++;
            }
            if (Arrays.binarySearch(UNDEFINED, u) >= 0) {
                undefined++;
            }
        }
        return high * 4L <= bytes.length && undefined * 200L <= bytes.length;
    }
}
