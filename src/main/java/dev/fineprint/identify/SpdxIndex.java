// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The SPDX list, packed: facts and the shingle table are read at once, each text only when it is first laid beside
 * another.
 *
 * <p>The file is a number that names its format, a deflated header (facts, table, lengths), and one deflated block for
 * each text.
 */
final class SpdxIndex {
    private static final int MAGIC = 0x4650_4958;
    private static final int VERSION = 1;

    /** What a text of the list is. */
    enum Form {
        /** The licence. */
        LICENSE(0),
        /** The licence's short notice for source files. */
        NOTICE(1),
        /** An exception to a licence. */
        EXCEPTION(2);

        private final int code;

        Form(int code) {
            this.code = code;
        }

        private static Form of(int code) throws IOException {
            for (Form form : values()) {
                if (form.code == code) {
                    return form;
                }
            }
            throw new IOException("no form of a text: " + code);
        }
    }

    /**
     * One text, and the licences it is the text of, the one to name first.
     */
    record Entry(Form form, List<KnownLicense> licenses, byte[] packed) {}

    private final String listVersion;
    private final List<Entry> entries;
    private final ShingleTable table;
    private final AtomicReferenceArray<Template> templates;

    SpdxIndex(String listVersion, List<Entry> entries, ShingleTable table) {
        this.listVersion = listVersion;
        this.entries = List.copyOf(entries);
        this.table = table;
        this.templates = new AtomicReferenceArray<>(entries.size());
    }

    String listVersion() {
        return listVersion;
    }

    List<Entry> entries() {
        return entries;
    }

    ShingleTable table() {
        return table;
    }

    /** The text of an entry, unpacked when first asked for. */
    Template template(int entry) {
        Template known = templates.get(entry);
        if (known == null) {
            Template compiled = Template.compile(unpack(entries.get(entry).packed));
            known = templates.compareAndSet(entry, null, compiled) ? compiled : templates.get(entry);
        }
        return known;
    }

    /** The words of an entry. */
    String plain(int entry) {
        return unpack(entries.get(entry).packed).plain();
    }

    static byte[] pack(SpdxTemplate template) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            Packed.write(out, template.parts().size());
            int last = 0;
            for (SpdxTemplate.Part part : template.parts()) {
                Packed.write(out, part.start() - last);
                Packed.write(out, part.end() - part.start());
                last = part.start();
                byte[] match = part.match().getBytes(StandardCharsets.UTF_8);
                Packed.write(out, part.optional() ? 0 : match.length + 1);
                if (!part.optional()) {
                    out.write(match);
                }
            }
            out.write(template.plain().getBytes(StandardCharsets.UTF_8));
            byte[] raw = bytes.toByteArray();
            byte[] deflated = deflate(raw);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            Packed.write(new DataOutputStream(packed), raw.length);
            packed.write(deflated);
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SpdxTemplate unpack(byte[] packed) {
        try {
            ByteArrayInputStream all = new ByteArrayInputStream(packed);
            int length = (int) Packed.read(new DataInputStream(all));
            byte[] raw = inflate(packed, packed.length - all.available(), length);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(raw));
            int count = (int) Packed.read(in);
            List<SpdxTemplate.Part> parts = new ArrayList<>(count);
            int last = 0;
            for (int i = 0; i < count; i++) {
                int start = last + (int) Packed.read(in);
                int end = start + (int) Packed.read(in);
                last = start;
                int match = (int) Packed.read(in);
                parts.add(new SpdxTemplate.Part(
                        start,
                        end,
                        match == 0,
                        match == 0 ? "" : new String(in.readNBytes(match - 1), StandardCharsets.UTF_8)));
            }
            return new SpdxTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8), parts);
        } catch (IOException | DataFormatException e) {
            throw new IllegalStateException("the packed licence list is damaged", e);
        }
    }

    private static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(raw);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed, int from, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, from, packed.length - from);
            byte[] raw = new byte[length];
            int at = 0;
            while (at < length) {
                int n = inflater.inflate(raw, at, length - at);
                if (n == 0) {
                    throw new DataFormatException("too short");
                }
                at += n;
            }
            return raw;
        } finally {
            inflater.end();
        }
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeUTF(listVersion);
        List<KnownLicense> licenses =
                entries.stream().flatMap(e -> e.licenses.stream()).distinct().toList();
        out.writeShort(licenses.size());
        for (KnownLicense license : licenses) {
            out.writeUTF(license.id());
            out.writeUTF(license.title());
            out.writeByte((license.source() == KnownLicense.Source.SPDX_EXCEPTION ? 1 : 0)
                    | (license.osiApproved() ? 2 : 0)
                    | (license.fsfLibre() ? 4 : 0)
                    | (license.deprecated() ? 8 : 0));
        }
        out.writeShort(entries.size());
        for (Entry entry : entries) {
            out.writeByte(entry.form.code);
            out.writeByte(entry.licenses.size());
            for (KnownLicense license : entry.licenses) {
                out.writeShort(licenses.indexOf(license));
            }
            out.writeInt(entry.packed.length);
        }
        table.write(out);
        byte[] deflated = deflate(header.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(file);
        all.writeInt(MAGIC);
        all.writeByte(VERSION);
        all.writeInt(deflated.length);
        all.write(deflated);
        for (Entry entry : entries) {
            all.write(entry.packed);
        }
        return file.toByteArray();
    }

    static SpdxIndex read(InputStream stream) throws IOException {
        DataInputStream all = new DataInputStream(stream);
        if (all.readInt() != MAGIC || all.readByte() != VERSION) {
            throw new IOException("no licence index of version " + VERSION);
        }
        byte[] deflated = all.readNBytes(all.readInt());
        DataInputStream in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)), 1 << 16));
        String listVersion = in.readUTF();
        KnownLicense[] licenses = new KnownLicense[in.readUnsignedShort()];
        for (int i = 0; i < licenses.length; i++) {
            String id = in.readUTF();
            String title = in.readUTF();
            int flags = in.readByte();
            licenses[i] = new KnownLicense(
                    id,
                    title,
                    (flags & 1) != 0 ? KnownLicense.Source.SPDX_EXCEPTION : KnownLicense.Source.SPDX,
                    (flags & 2) != 0,
                    (flags & 4) != 0,
                    (flags & 8) != 0,
                    "",
                    "");
        }
        int count = in.readUnsignedShort();
        Form[] forms = new Form[count];
        List<List<KnownLicense>> names = new ArrayList<>(count);
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            forms[i] = Form.of(in.readByte());
            KnownLicense[] each = new KnownLicense[in.readByte()];
            for (int k = 0; k < each.length; k++) {
                each[k] = licenses[in.readUnsignedShort()];
            }
            names.add(Arrays.asList(each));
            lengths[i] = in.readInt();
        }
        ShingleTable table = ShingleTable.read(in);
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(forms[i], List.copyOf(names.get(i)), all.readNBytes(lengths[i])));
        }
        return new SpdxIndex(listVersion, entries, table);
    }
}
