// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;

/**
 * Takes the text out of a Word document. Apache POI opens the package and finds its parts; these are read as streams, so
 * that a document of any size takes the memory of its text.
 */
final class WordText {
    /** What all parts of a document may hold together, unpacked. */
    private static final long MOST_UNPACKED = 128L << 20;

    private static final int MOST_PARTS = 10_000;
    /** POI compares each beginning of a part's name with those of others. */
    private static final int LONGEST_NAME = 1000;
    /** What lists the parts, POI holds as a tree in memory. */
    private static final long MOST_OF_LISTS = 1L << 20;

    private static final String WORD = "wordprocessingml";

    private WordText() {}

    static String read(String name, byte[] bytes, int limit, StopSignal stop) throws UnreadableTextException {
        measure(name, bytes, stop);
        try (InputStream in = new ByteArrayInputStream(bytes);
                OPCPackage document = OPCPackage.open(in)) {
            PackagePart main = main(name, document);
            try {
                return read(main, limit, stop);
            } catch (BlockWriter.TooLong e) {
                throw BlockWriter.tooLong(name, limit);
            } finally {
                // What is only read is not written back.
                document.revert();
            }
        } catch (UnreadableTextException e) {
            throw e;
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | XMLStreamException
                | IllegalArgumentException e) {
            throw new UnreadableTextException(name + ": a damaged Word document or other ZIP archive (" + firstLine(e)
                    + "); get it again, or save it as PDF or plain text");
        }
    }

    /** Unpacks everything once, keeping nothing, so that nothing is kept later that is too large. */
    private static void measure(String name, byte[] bytes, StopSignal stop) throws UnreadableTextException {
        byte[] buffer = new byte[1 << 16];
        long left = MOST_UNPACKED;
        long leftOfLists = MOST_OF_LISTS;
        int parts = 0;
        boolean office = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("mimetype")) {
                    throw new UnreadableTextException(
                            name + ": an OpenDocument or e-book file; save it as DOCX, PDF or plain text");
                }
                office |= entry.getName().equals("[Content_Types].xml");
                if (++parts > MOST_PARTS) {
                    throw new UnreadableTextException(
                            name + ": a ZIP archive of more than " + MOST_PARTS + " parts, which no licence needs");
                }
                if (entry.getName().length() > LONGEST_NAME) {
                    throw new UnreadableTextException(name + ": a ZIP archive with a name of more than " + LONGEST_NAME
                            + " characters, which no Word document has");
                }
                String lower = entry.getName().toLowerCase(Locale.ROOT);
                boolean list = lower.endsWith("[content_types].xml") || lower.endsWith(".rels");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    stop.check();
                    left -= read;
                    leftOfLists -= list ? read : 0;
                    if (leftOfLists < 0) {
                        throw new UnreadableTextException(name + ": lists its parts and links in more than "
                                + MOST_OF_LISTS + " bytes, which no licence needs; save it as plain text");
                    }
                    if (left < 0) {
                        throw new UnreadableTextException(name + ": unpacks to more than " + MOST_UNPACKED
                                + " bytes, which no licence needs; save it as plain text");
                    }
                }
            }
        } catch (UnreadableTextException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableTextException(name
                    + ": a damaged Word document or other ZIP archive; get it again, or save it as PDF or plain text");
        }
        if (parts == 0) {
            throw new UnreadableTextException(
                    name + ": a damaged or empty ZIP archive; get it again, or save the licence as plain text");
        }
        if (!office) {
            throw noWord(name);
        }
    }

    private static PackagePart main(String name, OPCPackage document) throws UnreadableTextException {
        List<PackagePart> parts = document.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (parts.isEmpty()) {
            parts = document.getPartsByRelationshipType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        }
        if (parts.isEmpty() || !parts.get(0).getContentType().contains(WORD)) {
            throw noWord(name);
        }
        return parts.get(0);
    }

    private static UnreadableTextException noWord(String name) {
        return new UnreadableTextException(name
                + ": a ZIP archive or office document that is no Word document; unpack it, or save the licence as DOCX,"
                + " PDF or plain text");
    }

    private static String read(PackagePart main, int limit, StopSignal stop)
            throws OpenXML4JException, IOException, XMLStreamException {
        XMLInputFactory factory = XMLHelper.newXMLInputFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        WordStyles styles = new WordStyles();
        WordNumbering numbering = new WordNumbering();
        for (PackagePart part : related(main, "/styles")) {
            parse(factory, part, stop, reader -> WordParts.styles(reader, styles));
        }
        for (PackagePart part : related(main, "/numbering")) {
            parse(factory, part, stop, reader -> WordParts.numbering(reader, numbering));
        }
        BlockWriter blocks = new BlockWriter(limit, stop);
        WordBody body = new WordBody(styles, numbering, blocks, stop);
        parse(factory, main, stop, body::read);
        for (String notes : List.of("/footnotes", "/endnotes")) {
            for (PackagePart part : related(main, notes)) {
                parse(factory, part, stop, body::readNotes);
            }
        }
        return blocks.finish();
    }

    /** The parts that another refers to, by the end of the relationship's name: there are two sets of names. */
    private static List<PackagePart> related(PackagePart main, String type) throws OpenXML4JException {
        for (PackageRelationship relationship : main.getRelationships()) {
            if (relationship.getRelationshipType().endsWith(type)
                    && relationship.getTargetMode() == org.apache.poi.openxml4j.opc.TargetMode.INTERNAL) {
                PackagePart part = main.getRelatedPart(relationship);
                return part == null ? List.of() : List.of(part);
            }
        }
        return List.of();
    }

    /** Reads a part. */
    private interface PartReader {
        void read(XMLStreamReader reader) throws XMLStreamException;
    }

    private static void parse(XMLInputFactory factory, PackagePart part, StopSignal stop, PartReader to)
            throws IOException, XMLStreamException {
        try (InputStream in = new AskingStream(part.getInputStream(), stop)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            to.read(reader);
            reader.close();
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.length() > 100 ? message.substring(0, 100) + "..." : message;
    }
}
