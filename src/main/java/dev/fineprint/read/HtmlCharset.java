// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Decodes a web page: in the encoding that it declares if its bytes are without fault in that, otherwise in the one that
 * {@link LicenseText#decode} finds. Bytes that can be nothing but UTF-8 are UTF-8, whatever a page says of itself.
 */
final class HtmlCharset {
    private HtmlCharset() {}

    static String decode(String name, byte[] bytes, StopSignal stop) throws UnreadableTextException {
        Optional<String> text = Optional.empty();
        Optional<Charset> declared = declared(bytes);
        if (declared.isPresent() && !hasByteOrderMark(bytes)) {
            text = strict(bytes, StandardCharsets.UTF_8);
            if (text.isEmpty() || isAscii(bytes)) {
                text = strict(bytes, declared.get());
            }
        }
        // A stateful or odd encoding may make nothing but noise of a page that is plain ASCII to everybody else.
        if (text.isPresent() && text.get().indexOf('<') >= 0) {
            return text.get();
        }
        return LicenseText.decode(name, bytes, bytes.length, stop).original();
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && (bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF)
                || bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** What the page says in {@code <meta charset=...>}, {@code content="...; charset=..."} or {@code <?xml encoding=...?>}. */
    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DocumentFormat.HEAD), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int xml = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
        Optional<Charset> found = xml > 0 ? value(head.substring(0, xml), "encoding") : Optional.empty();
        for (int meta = head.indexOf("<meta"); found.isEmpty() && meta >= 0; meta = head.indexOf("<meta", meta + 1)) {
            int end = head.indexOf('>', meta);
            if (end < 0) {
                break;
            }
            found = value(head.substring(meta, end), "charset");
        }
        return found;
    }

    private static Optional<Charset> value(String tag, String key) {
        int at = tag.indexOf(key);
        if (at < 0) {
            return Optional.empty();
        }
        int i = at + key.length();
        while (i < tag.length() && " ='\"\t\n\r".indexOf(tag.charAt(i)) >= 0) {
            i++;
        }
        int end = i;
        while (end < tag.length() && " '\";/>\t\n\r".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return charset(tag.substring(i, end));
    }

    private static Optional<Charset> charset(String label) {
        // As browsers read them: the wider encoding under the name of the narrower one.
        String name = switch (label) {
            case "gb2312", "gbk", "x-gbk", "gb_2312-80" -> "GB18030";
            case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
            case "big5" -> "Big5-HKSCS";
            case "utf8", "unicode-1-1-utf-8" -> "UTF-8";
            // What is read as bytes up to the declaration is no UTF-16.
            case "utf-16", "utf-16le", "utf-16be" -> "UTF-8";
            default -> label;
        };
        try {
            return name.isEmpty() || !Charset.isSupported(name) ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
