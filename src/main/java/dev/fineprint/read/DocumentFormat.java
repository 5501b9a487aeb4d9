// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A format that licences are published in. */
public enum DocumentFormat {
    /** Plain text or Markdown, in any encoding that {@link dev.fineprint.text.LicenseText#decode} knows. */
    TEXT("text/plain"),
    /** A web page. */
    HTML("text/html"),
    /** A PDF file. */
    PDF("application/pdf"),
    /** A document in Rich Text Format. */
    RTF("application/rtf"),
    /** A document of Word 2007 and newer. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** So many bytes at a document's head tell its format. */
    static final int HEAD = 4096;

    /** Readers of PDF files allow so many bytes of something else before the header. */
    private static final int PDF_HEADER = 1024;

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns its media type, such as {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Tells what a document is: by its first bytes, and by its name only where these could be any text.
     *
     * @param name a file name or a path; the extension counts
     * @param bytes the document, or at least its first 4,096 bytes
     */
    public static DocumentFormat of(String name, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        int start = start(head);
        if (head.startsWith("%PDF-", start)) {
            return PDF;
        }
        if (head.startsWith("{\\rtf", start)) {
            return RTF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return DOCX;
        }
        int header = head.indexOf("%PDF-");
        String lower = name.toLowerCase(Locale.ROOT);
        if (header >= 0 && header < PDF_HEADER && (lower.endsWith(".pdf") || hasControls(head))) {
            return PDF;
        }
        String plain = head.replace("\0", "").toLowerCase(Locale.ROOT);
        if (isPage(plain) || (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml"))) {
            return HTML;
        }
        return TEXT;
    }

    /** Where a document starts: behind a byte-order mark and white space. */
    private static int start(String head) {
        int i = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (i < head.length() && Character.isWhitespace(head.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean hasControls(String head) {
        return head.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c));
    }

    /** Whether a text is a web page: it starts like one, with no more than declarations and comments before. */
    private static boolean isPage(String head) {
        int i = 0;
        while (i < head.length()) {
            char c = head.charAt(i);
            if (Character.isWhitespace(c)
                    || c == '\u00EF'
                    || c == '\u00BB'
                    || c == '\u00BF'
                    || c == '\u00FE'
                    || c == '\u00FF') {
                i++;
            } else if (head.startsWith("<!--", i)) {
                int end = head.indexOf("-->", i);
                if (end < 0) {
                    return false;
                }
                i = end + 3;
            } else if (head.startsWith("<?xml", i)) {
                int end = head.indexOf("?>", i);
                if (end < 0) {
                    return false;
                }
                i = end + 2;
            } else {
                return head.startsWith("<!doctype html", i)
                        || opens(head, i, "<html")
                        || opens(head, i, "<head")
                        || opens(head, i, "<body");
            }
        }
        return false;
    }

    private static boolean opens(String head, int at, String tag) {
        int end = at + tag.length();
        return head.startsWith(tag, at)
                && end < head.length()
                && (head.charAt(end) == '>' || Character.isWhitespace(head.charAt(end)));
    }
}
