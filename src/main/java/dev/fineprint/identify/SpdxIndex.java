// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The SPDX list, packed: facts and the shingle table are read at once, each text only when it is first laid beside
 * another; those are deflated, and lie in {@link PackedTexts}.
 */
final class SpdxIndex {
    static final String RESOURCE = "spdx.bin";
    private static final int MAGIC = 0x4650_5332;

    private static final int EXCEPTION = 1;
    private static final int APPROVED = 2;
    private static final int LIBRE = 4;
    private static final int DEPRECATED = 8;

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

        private static final Form[] ALL = values();

        private static Form of(int code) {
            for (Form form : ALL) {
                if (form.code == code) {
                    return form;
                }
            }
            throw new IllegalStateException("no form of a text: " + code);
        }
    }

    /**
     * One text, and the licences it is the text of, the one to name first.
     */
    record Entry(Form form, List<KnownLicense> licenses) {}

    private final String listVersion;
    private final List<Entry> entries;
    private final ShingleTable table;
    private final IntFunction<byte[]> texts;
    private final AtomicReferenceArray<Template> templates;

    /**
     * @param texts the packed text of each entry
     */
    SpdxIndex(String listVersion, List<Entry> entries, ShingleTable table, IntFunction<byte[]> texts) {
        this.listVersion = listVersion;
        this.entries = List.copyOf(entries);
        this.table = table;
        this.texts = texts;
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
            Template compiled = Template.compile(unpack(packed(entry)));
            known = templates.compareAndSet(entry, null, compiled) ? compiled : templates.get(entry);
        }
        return known;
    }

    /** The text of an entry as {@link #pack} packs it. */
    byte[] packed(int entry) {
        return texts.apply(entry);
    }

    /** The words of an entry. */
    String plain(int entry) {
        return unpack(packed(entry)).plain();
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

    /** The files of which {@link #read} reads the index, by their names. */
    Map<String, byte[]> write() {
        List<KnownLicense> licenses =
                entries.stream().flatMap(e -> e.licenses.stream()).distinct().toList();
        PackWriter out = new PackWriter(MAGIC);
        out.texts(List.of(listVersion));
        out.texts(licenses.stream().map(KnownLicense::id).toList());
        out.texts(licenses.stream().map(KnownLicense::title).toList());
        byte[] flags = new byte[licenses.size()];
        for (int i = 0; i < flags.length; i++) {
            KnownLicense license = licenses.get(i);
            flags[i] = (byte) ((license.source() == KnownLicense.Source.SPDX_EXCEPTION ? EXCEPTION : 0)
                    | (license.osiApproved() ? APPROVED : 0)
                    | (license.fsfLibre() ? LIBRE : 0)
                    | (license.deprecated() ? DEPRECATED : 0));
        }
        out.bytes(flags);
        byte[] forms = new byte[entries.size()];
        byte[] sizes = new byte[entries.size()];
        StringBuilder numbers = new StringBuilder();
        List<byte[]> packed = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            Entry entry = entries.get(i);
            forms[i] = (byte) entry.form.code;
            sizes[i] = (byte) entry.licenses.size();
            entry.licenses.forEach(license -> numbers.append((char) licenses.indexOf(license)));
            packed.add(packed(i));
        }
        out.bytes(forms);
        out.bytes(sizes);
        out.chars(numbers.toString().toCharArray());
        table.write(out);
        Map<String, byte[]> files = PackedTexts.write(packed, out);
        files.put(RESOURCE, out.toBytes());
        return files;
    }

    /**
     * Reads an index.
     *
     * @param files what stands in a file of a name
     * @throws IllegalStateException if it is something else
     */
    static SpdxIndex read(Function<String, byte[]> files) {
        PackReader in = PackReader.of(RESOURCE, files.apply(RESOURCE), MAGIC);
        String listVersion = in.texts()[0];
        String[] ids = in.texts();
        String[] titles = in.texts();
        byte[] flags = in.bytes();
        KnownLicense[] licenses = new KnownLicense[ids.length];
        for (int i = 0; i < licenses.length; i++) {
            licenses[i] = new KnownLicense(
                    ids[i],
                    titles[i],
                    (flags[i] & EXCEPTION) != 0 ? KnownLicense.Source.SPDX_EXCEPTION : KnownLicense.Source.SPDX,
                    (flags[i] & APPROVED) != 0,
                    (flags[i] & LIBRE) != 0,
                    (flags[i] & DEPRECATED) != 0,
                    "",
                    "");
        }
        byte[] forms = in.bytes();
        byte[] sizes = in.bytes();
        char[] numbers = in.chars();
        Entry[] entries = new Entry[forms.length];
        int at = 0;
        for (int i = 0; i < entries.length; i++) {
            KnownLicense[] each = new KnownLicense[sizes[i]];
            for (int k = 0; k < each.length; k++) {
                each[k] = licenses[numbers[at++]];
            }
            entries[i] = new Entry(Form.of(forms[i]), List.of(each));
        }
        ShingleTable table = ShingleTable.read(in);
        return new SpdxIndex(listVersion, List.of(entries), table, PackedTexts.read(in, files));
    }
}
