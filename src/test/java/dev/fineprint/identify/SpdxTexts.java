// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The texts of the SPDX list for tests, read from the java-spdx-library artifact. */
public final class SpdxTexts {
    private SpdxTexts() {}

    /**
     * A licence of the list.
     *
     * @param id its SPDX identifier
     * @param name its name
     * @param text its text
     * @param notice its short notice for source files; empty if it has none
     * @param osiApproved whether the OSI approved it
     * @param fsfLibre whether the FSF calls it free
     * @param deprecated whether the identifier was replaced
     */
    public record Entry(
            String id,
            String name,
            String text,
            String notice,
            boolean osiApproved,
            boolean fsfLibre,
            boolean deprecated) {}

    private static final class All {
        private static final Map<String, Entry> BY_ID = read();
    }

    /** Every licence of the list, ordered by id. */
    public static Collection<Entry> all() {
        return All.BY_ID.values();
    }

    /**
     * One licence.
     *
     * @throws IllegalArgumentException if the list has no such id
     */
    public static Entry get(String id) {
        Entry entry = All.BY_ID.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("not on the SPDX list: " + id);
        }
        return entry;
    }

    /** The text of an exception of the list. */
    public static String exception(String id) {
        try {
            return node(new ObjectMapper(), id + ".json")
                    .path("licenseExceptionText")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Entry> read() {
        ObjectMapper json = new ObjectMapper();
        Map<String, Entry> all = new TreeMap<>();
        try {
            for (JsonNode each : node(json, "licenses.json").path("licenses")) {
                JsonNode full = node(json, each.path("licenseId").asText() + ".json");
                Entry entry = new Entry(
                        full.path("licenseId").asText(),
                        full.path("name").asText(),
                        full.path("licenseText").asText(),
                        full.path("standardLicenseHeader").asText(),
                        full.path("isOsiApproved").asBoolean(),
                        full.path("isFsfLibre").asBoolean(),
                        full.path("isDeprecatedLicenseId").asBoolean());
                all.put(entry.id(), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(all);
    }

    private static JsonNode node(ObjectMapper json, String name) throws IOException {
        try (InputStream in = SpdxTexts.class.getClassLoader().getResourceAsStream("resources/stdlicenses/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("java-spdx-library is not on the class path: " + name);
            }
            return json.readTree(in);
        }
    }
}
