// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.osi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How many of the OSI-approved licences that are current carry a clause of each kind, and which.
 *
 * <p>Counted with the bundled catalog over the SPDX list's texts. Immutable and safe for use by several threads.
 */
public final class Precedents {
    /** As they were counted; as the build packs them. */
    private static final String COUNTED = "osi-precedents.json";

    static final String PACKED = "precedents.bin";
    static final int MAGIC = 0x4650_5031;

    private final int licences;
    private final Map<String, List<String>> carriers;

    private Precedents(int licences, Map<String, List<String>> carriers) {
        this.licences = licences;
        this.carriers = carriers;
    }

    private static final class Bundled {
        private static final Precedents PRECEDENTS = load();

        private static Precedents load() {
            return PackReader.isInJar(Precedents.class, PACKED)
                    ? read(PackReader.beside(Precedents.class, PACKED, MAGIC))
                    : counted();
        }
    }

    /** The counts out of the file in which they are kept. */
    static Precedents counted() {
        try (InputStream in = Precedents.class.getResourceAsStream(COUNTED)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: dev/fineprint/osi/" + COUNTED);
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("the OSI precedents cannot be read: " + e.getMessage(), e);
        }
    }

    /** Packs the counts: to get the parser of their file ready takes longer than to read them. */
    byte[] pack() {
        PackWriter out = new PackWriter(MAGIC);
        out.number(licences);
        out.texts(List.copyOf(carriers.keySet()));
        List<String> distinct =
                carriers.values().stream().flatMap(List::stream).distinct().toList();
        out.texts(distinct);
        StringBuilder numbers = new StringBuilder();
        for (List<String> ids : carriers.values()) {
            numbers.append((char) ids.size());
            ids.forEach(id -> numbers.append((char) distinct.indexOf(id)));
        }
        out.chars(numbers.toString().toCharArray());
        return out.toBytes();
    }

    static Precedents read(PackReader in) {
        int licences = in.number();
        String[] kinds = in.texts();
        String[] distinct = in.texts();
        char[] numbers = in.chars();
        Map<String, List<String>> carriers = new LinkedHashMap<>(); // packed in order
        int at = 0;
        for (String kind : kinds) {
            String[] ids = new String[numbers[at++]];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = distinct[numbers[at++]];
            }
            carriers.put(kind, List.of(ids));
        }
        return new Precedents(licences, carriers);
    }

    /** Reads token by token: binding a tree would take longer than the analysis that wants to know. */
    private static Precedents read(InputStream in) throws IOException {
        int licences = 0;
        Map<String, List<String>> carriers = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(in)) {
            String kind = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT && "licences".equals(json.currentName())) {
                    licences = json.getIntValue();
                } else if (token == JsonToken.START_OBJECT && json.currentName() != null) {
                    kind = json.currentName();
                } else if (token == JsonToken.START_ARRAY) {
                    List<String> ids = new ArrayList<>();
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        ids.add(json.getText());
                    }
                    carriers.put(kind, List.copyOf(ids));
                }
            }
        }
        return new Precedents(licences, carriers);
    }

    /**
     * The counts in the jar, read when first asked for.
     *
     * @throws IllegalStateException if the jar was built without them
     */
    public static Precedents bundled() {
        return Bundled.PRECEDENTS;
    }

    /** How many licences were looked at. */
    public int licences() {
        return licences;
    }

    /** How many of them carry a clause of a kind; empty for a kind that nobody counted. */
    public OptionalInt count(String kind) {
        List<String> which = carriers.get(kind);
        return which == null ? OptionalInt.empty() : OptionalInt.of(which.size());
    }

    /** The SPDX ids of those that carry a clause of a kind, in order; empty for a kind that nobody counted. */
    public List<String> which(String kind) {
        return carriers.getOrDefault(kind, List.of());
    }
}
