// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.text.LicenseText;
import dev.fineprint.text.UnreadableTextException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document is, is told by what it holds; and only the library that it needs is loaded. */
class DocumentFormatTest {
    @ParameterizedTest
    @CsvSource({
        "LICENSE, %PDF-1.7, PDF",
        "LICENSE.txt, '{\\rtf1 x}', RTF",
        "LICENSE.txt, '<!DOCTYPE HTML><p>x', HTML",
        "LICENSE, '  <html lang=en>', HTML",
        "LICENSE, '<!-- a > b --><HTML>', HTML",
        "terms.html, 'Just words.', HTML",
        "TERMS.HTM, 'Just words.', HTML",
        "LICENSE.md, '# Licence <b>x</b>', TEXT",
        "LICENSE, 'Use <html> tags as you like', TEXT",
        "LICENSE, '<htmlish>', TEXT",
        "LICENSE.pdf, 'Words, no PDF.', TEXT",
        "LICENSE.docx, 'Words, no document.', TEXT",
        "notes.txt, 'A file that starts with %PDF-1.4 is a PDF.', TEXT",
        "notes.pdf, 'HTTP/1.1 200 OK %PDF-1.4', PDF",
        "'', '', TEXT"
    })
    void isToldByTheContentAndThenByTheName(String name, String content, DocumentFormat format) {
        assertThat(DocumentFormat.of(name, content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(format);
    }

    @Test
    void plainTextIsReadAsItIs() throws IOException {
        String text = "---\r\n# Licence\r\n\r\nYou must not use <it> for *war*.\r\n";
        LicenseText read = Documents.read("LICENSE.md", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.original()).isEqualTo(text);
        assertThat(read.mediaType()).isEqualTo("text/plain");
        assertThat(Documents.read("LICENSE.docx", text.getBytes(StandardCharsets.UTF_8))
                        .original())
                .isEqualTo(text);
    }

    @Test
    void whatIsNoDocumentOfOursIsNamed() throws IOException {
        assertRefused(zip("content.xml", "<x/>"), "a ZIP archive or office document that is no Word document");
        assertRefused(zip("mimetype", "application/vnd.oasis.opendocument.text"), "an OpenDocument or e-book file");
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "a damaged or empty ZIP archive");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "an old Office format");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 2, 3}, "no text in");
        assertRefused("%PDF-1.7 no more".getBytes(StandardCharsets.US_ASCII), "a damaged PDF file");
        assertRefused(
                "<html><body><img src=x></body></html>".getBytes(StandardCharsets.US_ASCII), "a document without text");
    }

    private static void assertRefused(byte[] bytes, String why) {
        assertThatThrownBy(() -> Documents.read("LICENSE.x", bytes))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageStartingWith("LICENSE.x: ")
                .hasMessageContaining(why);
    }

    static byte[] zip(String entry, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void limitsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ReadLimits.usual().withText(0));
        assertThat(ReadLimits.usual().withText(5).text()).isEqualTo(5);
    }

    @Test
    void aFileOrAStreamOfTooManyBytesIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("LICENSE"), "x".repeat(10_000));
        ReadLimits limits = new ReadLimits(9_999, 20_000, 1);
        assertThatThrownBy(() -> Documents.read(file, limits, dev.fineprint.text.StopSignal.onInterrupt()))
                .hasMessageStartingWith("LICENSE: larger than the limit of 9999 bytes");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatThrownBy(() -> Documents.read("-", endless, limits, dev.fineprint.text.StopSignal.onInterrupt()))
                .hasMessageStartingWith("-: larger than the limit of 9999 bytes");
        assertThat(Documents.read(file).original()).hasSize(10_000);
    }

    @Test
    void aLibraryIsLoadedForItsDocumentsAlone() throws Exception {
        List<String> libraries =
                List.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.poi", "com.rtfparserkit", "org.jsoup");
        try (Recorder recorder = new Recorder("")) {
            assertThat(recorder.read("LICENSE.txt", "You may use it.".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("You may use it.");
            assertThat(recorder.loaded)
                    .isNotEmpty()
                    .noneMatch(name -> libraries.stream().anyMatch(name::startsWith));
            recorder.read("LICENSE.html", "<p>You may use it.".getBytes(StandardCharsets.UTF_8));
            assertThat(recorder.loaded).anyMatch(name -> name.startsWith("org.jsoup"));
            assertThat(recorder.loaded)
                    .noneMatch(name -> libraries.stream().limit(4).anyMatch(name::startsWith));
            recorder.read(
                    "LICENSE.pdf",
                    PdfMaker.english().page().line(60, 700, "You may use it.").bytes());
            assertThat(recorder.loaded).anyMatch(name -> name.startsWith("org.apache.pdfbox"));
            assertThat(recorder.loaded)
                    .noneMatch(name -> libraries.stream().skip(2).limit(2).anyMatch(name::startsWith));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pdfbox, LICENSE.pdf, org.apache.pdfbox:pdfbox",
        "poi, LICENSE.docx, org.apache.poi:poi-ooxml",
        "rtfparserkit, LICENSE.rtf, com.github.joniles:rtfparserkit"
    })
    void aLibraryThatIsMissingIsNamed(String missing, String name, String artifact) throws Exception {
        byte[] bytes = switch (missing) {
            case "pdfbox" ->
                PdfMaker.english().page().line(60, 700, "You may use it.").bytes();
            case "poi" -> zip("word/document.xml", "<x/>");
            default -> "{\\rtf1 You may use it.}".getBytes(StandardCharsets.US_ASCII);
        };
        try (Recorder without = new Recorder(missing)) {
            assertThatThrownBy(() -> without.read(name, bytes))
                    .hasMessageStartingWith(name + ": to read ")
                    .hasMessageContaining("add " + artifact);
            assertThat(without.read("LICENSE", "You may.".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("You may.");
        }
    }

    /** Loads the house's classes and its libraries anew, and remembers which. */
    private static final class Recorder extends URLClassLoader {
        final Set<String> loaded = new TreeSet<>();

        Recorder(String without) throws IOException {
            super(classPath(without), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath(String without) throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path file = Path.of(path);
                if (without.isEmpty() || !String.valueOf(file.getFileName()).startsWith(without)) {
                    urls.add(file.toUri().toURL());
                }
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(name);
            return found;
        }

        String read(String name, byte[] bytes) throws Exception {
            Class<?> documents = loadClass("dev.fineprint.read.Documents");
            try {
                Object text =
                        documents.getMethod("read", String.class, byte[].class).invoke(null, name, bytes);
                return (String) text.getClass().getMethod("original").invoke(text);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
