// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.StopWatch;
import dev.fineprint.text.UnreadableTextException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that invite work which grows faster than they do: each is read or refused in time that grows with its length,
 * and asks on the way whether to stop.
 */
@Tag("slow")
class CostlyDocumentsTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SMALL = 250_000;
    private static final String WORDS = "BT /F1 11 Tf 60 700 Td (Fair use) Tj ET ";
    private static final String PARAGRAPH = "<p><r><t>Fair use</t></r></p>";

    /** A document of about so many bytes, before it is packed, and what its text or the refusal says. */
    private record Kind(IntFunction<byte[]> document, String says) {}

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        html("many parts to leave out side by side", size -> again("<nav>x</nav>", size) + "<p>Fair use", "Fair use");
        html("type that is never closed", size -> again("<font size=1>x<p>", size), "x\n\nx");
        html(
                "hundreds of attributes",
                size -> again("<p " + numbered(" a%d=''", 4000) + ">Fair use", size),
                "Fair use");
        html("unknown entities", size -> again("&" + "a".repeat(30), size), "&aaa");
        html(
                "a picture in the page",
                size -> "<img src='data:image/png;base64," + again("iVBORw0KGgo", size) + "'>Fair use",
                "Fair use");
        html("lines in nested lists", size -> again("<ul><li>", 96) + "<pre>" + again("x\n", size), "x");

        rtf("a style's name without an end", size -> "{\\stylesheet " + again("a\\b ", size) + "}Fair use", "Fair use");
        rtf("characters by their codes", size -> again("\\u19981?", size), "\u4E0D\u4E0D");
        rtf("the code page with each character", size -> again("\\ansicpg936\\'b2\\'bb", size), "\u4E0D\u4E0D");
        rtf("a large part to leave out", size -> "{\\*\\foo " + again("words ", size) + "}Fair use", "Fair use");
        rtf("characters to pass over", size -> "\\uc100000000\\u19981 " + again("x", size), "\u4E0D");
        rtf("groups in groups", size -> "{".repeat(400) + again("{\\b x}", size) + "}".repeat(400), "xxx");
        rtf("empty groups", size -> again("{}", size) + "Fair use", "Fair use");

        word(
                "a part's name of many folders",
                size -> new String[] {again("a/", Math.min(size, 60_000)) + "x.xml", ""},
                size -> PARAGRAPH,
                "a name of more than 1000");
        word(
                "a long list of links",
                size -> new String[] {
                    "_rels/d.xml.rels",
                    relationships(numbered("<Relationship Id='a%d' Type='x' Target='d.xml'/>", 6 * size))
                },
                size -> PARAGRAPH,
                "more than 1048576 bytes");
        word(
                "a style with a long name",
                size -> new String[] {
                    "s.xml", "<styles><style styleId='a'><name val='" + again("N", size) + "'/></style></styles>"
                },
                size -> again("<p><pPr><pStyle val='a'/></pPr></p>", size) + PARAGRAPH,
                "Fair use");
        word(
                "labels of nothing",
                size -> new String[] {
                    "n.xml",
                    "<numbering><abstractNum abstractNumId='1'><lvl ilvl='0'><lvlText val='" + again("%2", size)
                            + "'/></lvl><lvl ilvl='1'><numFmt val='none'/></lvl></abstractNum>"
                            + "<num numId='1'><abstractNumId val='1'/></num></numbering>"
                },
                size -> again("<p><pPr><numPr><numId val='1'/></numPr></pPr></p>", size) + PARAGRAPH,
                "Fair use");
        word(
                "tables in tables",
                size -> new String[] {"x.xml", ""},
                size -> "<tbl><tr><tc>".repeat(300) + again("<p/>", size) + "</tc></tr></tbl>".repeat(300),
                "tables are nested more than 30 deep");
        word(
                "text boxes in text boxes",
                size -> new String[] {"x.xml", ""},
                size -> "<p>".repeat(900) + again("<p/>", size) + "</p>".repeat(900),
                "text boxes are nested more than 30 deep");
        word(
                "a million empty runs",
                size -> new String[] {"x.xml", ""},
                size -> "<p>" + again("<r/>", 8 * size) + "</p>" + PARAGRAPH,
                "Fair use");
        word(
                "a large deletion",
                size -> new String[] {"x.xml", ""},
                size -> "<p><del>" + again("<r><t>a</t></r>", 8 * size) + "</del></p>" + PARAGRAPH,
                "Fair use");

        pdf(
                "blanks drawn again and again",
                "/XObject<</X 7 0 R>>",
                "5 0 R",
                size -> stream(5, "", WORDS + "/X Do ".repeat(1900))
                        + packed(7, "/Subtype/Form/BBox[0 0 1 1]", again(" ", 4 * size)),
                "again and again");
        pdf(
                "contents repeated",
                "",
                "[" + "5 0 R ".repeat(5000) + "]",
                size -> packed(5, "", WORDS + again(" ", size)),
                "page 1 draws more than");
        pdf(
                "widths of two thousand million characters",
                "/Font<</F1 7 0 R>>",
                "5 0 R",
                size -> stream(5, "", WORDS)
                        + "7 0 obj <</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[8 0 R]"
                        + "/ToUnicode 9 0 R>> endobj\n"
                        + "8 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0 2000000000 500]/W2[0 2000000000 1 1 1]"
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>> endobj\n"
                        + stream(
                                9,
                                "",
                                "1 begincodespacerange <0000> <ffff> endcodespacerange"
                                        + " 1 beginbfrange <0000> <ffff> <4e0d> endbfrange"),
                "");
        pdf(
                "packed streams without an end",
                "",
                "5 0 R",
                size -> stream(5, "", WORDS) + again("9 0 obj<</LZW>>stream\n", Math.min(size, 250_000)),
                "");
        pdf("the word of a stream", "", "5 0 R", size -> stream(5, "", WORDS) + again("stream\n", size), "Fair use");
        pdf("letters here and there", "", "5 0 R", size -> stream(5, "", scattered(size)), "a");
        pdf(
                "a list of objects that takes no bytes",
                "",
                "5 0 R",
                size -> stream(5, "", WORDS)
                        + stream(9, "/Type/X#52ef/Size 2147483647/W [0 0 0]/Index[0 2147483647]/Root 1 0 R", "x"),
                "entries of no bytes");
        pdf(
                "a picture's data without an end",
                "",
                "5 0 R",
                size -> stream(5, "", WORDS + again("BI ID x ", size)),
                "Fair use");
    }

    private static String again(String once, int size) {
        return once.repeat(Math.max(1, size / once.length()));
    }

    private static String numbered(String once, int size) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; all.length() < size; i++) {
            all.append(once.replace("%d", String.valueOf(i)));
        }
        return all.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void html(String name, IntFunction<String> body, String says) {
        KINDS.put("HTML: " + name, new Kind(size -> bytes("<html><body>" + body.apply(size)), says));
    }

    private static void rtf(String name, IntFunction<String> body, String says) {
        KINDS.put("RTF: " + name, new Kind(size -> bytes("{\\rtf1 " + body.apply(size) + "}"), says));
    }

    private static String relationships(String more) {
        String type =
                "<Relationship Id='%s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='%s'/>";
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + type.formatted("r1", "styles", "s.xml") + type.formatted("r2", "numbering", "n.xml")
                + type.formatted("r3", "officeDocument", "d.xml") + more + "</Relationships>";
    }

    private static void word(String name, IntFunction<String[]> part, IntFunction<String> body, String says) {
        KINDS.put("DOCX: " + name, new Kind(size -> word(part.apply(size), body.apply(size)), says));
    }

    /** Not packed: what is packed to very little is refused before it is read. */
    private static byte[] word(String[] part, String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            Map<String, String> parts = new LinkedHashMap<>();
            String office = "application/vnd.openxmlformats-";
            parts.put(
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='" + office + "package.relationships+xml'/>"
                            + "<Default Extension='xml' ContentType='application/xml'/>"
                            + "<Override PartName='/d.xml' ContentType='" + office
                            + "officedocument.wordprocessingml.document.main+xml'/></Types>");
            parts.put("_rels/.rels", relationships(""));
            parts.put("_rels/d.xml.rels", relationships(""));
            parts.put("s.xml", "<styles/>");
            parts.put("n.xml", "<numbering/>");
            parts.put("d.xml", "<document>" + body + "</document>");
            parts.put(part[0], part[1]);
            for (Map.Entry<String, String> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(bytes(each.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void pdf(String name, String resources, String contents, IntFunction<String> objects, String says) {
        String fonts = resources.contains("/Font") ? "" : "/Font<</F1 6 0 R>>";
        String page = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<" + fonts + resources
                + ">>/Contents " + contents + ">> endobj\n"
                + "6 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n";
        KINDS.put(
                "PDF: " + name,
                new Kind(
                        size -> {
                            String file = page + objects.apply(size);
                            int list = Math.max(0, file.lastIndexOf("9 0 obj <</Type/X"));
                            return bytes(file + "trailer <</Root 1 0 R>>\nstartxref\n" + list + "\n%%EOF\n");
                        },
                        says));
    }

    private static String stream(int number, String dictionary, String content) {
        return number + " 0 obj <<" + dictionary + "/Length " + content.length() + ">>\nstream\n" + content
                + "\nendstream\nendobj\n";
    }

    private static String packed(int number, String dictionary, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
            packing.write(bytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream(number, dictionary + "/Filter/FlateDecode", out.toString(StandardCharsets.ISO_8859_1));
    }

    /** Each letter further to the right than all before, so that each could start a column. */
    private static String scattered(int size) {
        StringBuilder content = new StringBuilder("BT /F1 11 Tf ");
        for (int i = 0; content.length() < size; i++) {
            content.append("1 0 0 1 ").append(7 * i).append(' ').append(20 * i).append(" Tm (a) Tj ");
        }
        return content.append("ET").toString();
    }

    static Stream<String> kinds() {
        return KINDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReadOrRefusedSoon(String name) {
        Kind kind = Objects.requireNonNull(KINDS.get(name));
        byte[] small = kind.document().apply(SMALL);
        byte[] large = kind.document().apply(4 * SMALL);
        measure(small, kind.says());
        List<Long> once = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        List<Long> stretches = new ArrayList<>();
        // Whatever else the machine does, one of three is hardly disturbed.
        for (int i = 0; i < 3; i++) {
            once.add(measure(small, kind.says())[0]);
            long[] measured = measure(large, kind.says());
            times.add(measured[0]);
            stretches.add(measured[1]);
        }
        // Four times the length: linear is 4, quadratic 16.
        assertThat(times.stream().min(Long::compare).orElseThrow())
                .isLessThan(
                        Math.max(10_000_000, once.stream().min(Long::compare).orElseThrow()) * 9);
        assertThat(stretches.stream().min(Long::compare).orElseThrow()).isLessThan(100_000_000L);
    }

    /** Nanoseconds of processor time, of all of it and of the longest stretch without a question whether to stop. */
    private static long[] measure(byte[] document, String says) {
        StopWatch watch = new StopWatch(Duration.ofHours(1));
        long before = THREADS.getCurrentThreadCpuTime();
        String said;
        try {
            said = Documents.read("document.html", document, ReadLimits.usual(), watch.signal())
                    .original();
        } catch (UnreadableTextException e) {
            said = e.getMessage();
        }
        watch.stop();
        long time = THREADS.getCurrentThreadCpuTime() - before;
        assertThat(said.substring(0, Math.min(said.length(), 200)) + said.substring(Math.max(0, said.length() - 200)))
                .contains(says);
        return new long[] {time, watch.longest()};
    }
}
