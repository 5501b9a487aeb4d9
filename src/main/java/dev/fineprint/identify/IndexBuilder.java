// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.text.LicenseText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs the SPDX licence list into the resources of the jar. Runs in the build, after compilation, with the
 * java-spdx-library artifact on the class path; nothing of that artifact is needed at run time.
 */
public final class IndexBuilder {
    private static final String LIST = "resources/stdlicenses/";

    private final ObjectMapper json = new ObjectMapper();

    private IndexBuilder() {}

    /**
     * Writes the resources.
     *
     * @param args the folder of the compiled classes, or another one that will be on the class path; and the folder of
     *     the fingerprints, {@code corpus/fingerprints} when not given
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: IndexBuilder OUTPUT-DIRECTORY [FINGERPRINTS-DIRECTORY]");
        }
        Path out = Path.of(args[0]);
        Path corpus = Path.of(args.length > 1 ? args[1] : "corpus/fingerprints");
        LicenseIndex index = new LicenseIndex(new IndexBuilder().spdx(), FingerprintList.read(corpus));
        write(index.write(), out.resolve("dev/fineprint/identify"));
        write(ReferenceShingles.of(new IndexBuilder().approved()).write(), out.resolve("dev/fineprint/osi"));
    }

    private static void write(Map<String, byte[]> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private record Source(SpdxIndex.Form form, SpdxTemplate template, KnownLicense license) {}

    SpdxIndex spdx() throws IOException {
        List<Source> sources = new ArrayList<>();
        JsonNode licenses = read("licenses.json");
        for (JsonNode each : licenses.path("licenses")) {
            JsonNode full = read(each.path("licenseId").asText() + ".json");
            KnownLicense license = known(full, "licenseId", KnownLicense.Source.SPDX);
            String text = full.path("licenseText").asText();
            add(
                    sources,
                    SpdxIndex.Form.LICENSE,
                    full.path("standardLicenseTemplate").asText(),
                    text,
                    license);
            String notice = full.path("standardLicenseHeaderTemplate").asText();
            if (!notice.isBlank()) {
                add(
                        sources,
                        SpdxIndex.Form.NOTICE,
                        notice,
                        full.path("standardLicenseHeader").asText(),
                        license);
            }
        }
        for (JsonNode each : read("exceptions.json").path("exceptions")) {
            JsonNode full = read(each.path("licenseExceptionId").asText() + ".json");
            KnownLicense exception = known(full, "licenseExceptionId", KnownLicense.Source.SPDX_EXCEPTION);
            add(
                    sources,
                    SpdxIndex.Form.EXCEPTION,
                    full.path("licenseExceptionTemplate").asText(),
                    full.path("licenseExceptionText").asText(),
                    exception);
        }
        return pack(licenses.path("licenseListVersion").asText(), sources);
    }

    /** The texts that the OSI approved, each once. */
    private List<LicenseText> approved() throws IOException {
        Map<String, LicenseText> texts = new LinkedHashMap<>();
        for (JsonNode each : read("licenses.json").path("licenses")) {
            JsonNode full = read(each.path("licenseId").asText() + ".json");
            if (full.path("isOsiApproved").asBoolean()) {
                String text = full.path("licenseText").asText();
                texts.putIfAbsent(text, LicenseText.of(each.path("licenseId").asText(), text));
            }
        }
        return List.copyOf(texts.values());
    }

    private static KnownLicense known(JsonNode full, String id, KnownLicense.Source source) {
        return new KnownLicense(
                full.path(id).asText(),
                full.path("name").asText(),
                source,
                full.path("isOsiApproved").asBoolean(),
                full.path("isFsfLibre").asBoolean(),
                full.path("isDeprecatedLicenseId").asBoolean(),
                "",
                "");
    }

    /** Adds a template; and the text beside it where the template does not fit the text it was made for. */
    private static void add(
            List<Source> sources, SpdxIndex.Form form, String template, String text, KnownLicense license) {
        SpdxTemplate parsed = template.isBlank() ? SpdxTemplate.plain(text) : SpdxTemplate.parse(template);
        sources.add(new Source(form, parsed, license));
        if (!template.isBlank() && !fits(parsed, text)) {
            sources.add(new Source(form, SpdxTemplate.plain(text), license));
        }
    }

    private static boolean fits(SpdxTemplate template, String text) {
        Words words = Words.of(LicenseText.of("", text));
        Template base = Template.compile(template);
        Alignment alignment = new Aligner(base, words, new WordIndex(words.hash, words.size), 0, words.size).align();
        if (!alignment.whole()) {
            return false;
        }
        for (int i = 0; i < words.size; i++) {
            if ((i < alignment.textFrom || i >= alignment.textTo) && words.flags[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static SpdxIndex pack(String listVersion, List<Source> sources) {
        Map<String, List<Source>> same = new LinkedHashMap<>();
        for (Source source : sources) {
            String signature = source.form + Template.compile(source.template).signature();
            same.computeIfAbsent(signature, s -> new ArrayList<>()).add(source);
        }
        List<SpdxIndex.Entry> entries = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        List<long[]> shingles = new ArrayList<>();
        for (List<Source> group : same.values()) {
            List<KnownLicense> names = group.stream()
                    .map(Source::license)
                    .distinct()
                    .sorted(Comparator.comparing(KnownLicense::deprecated)
                            .thenComparing(l -> !l.id().endsWith("-only"))
                            .thenComparing(l -> !l.osiApproved())
                            .thenComparing(l -> l.id().length())
                            .thenComparing(KnownLicense::id))
                    .toList();
            SpdxTemplate template = group.get(0).template;
            entries.add(new SpdxIndex.Entry(group.get(0).form, names));
            texts.add(SpdxIndex.pack(template));
            shingles.add(Shingles.of(Words.of(LicenseText.of("", template.plain()))).hash);
        }
        return new SpdxIndex(listVersion, entries, ShingleTable.build(shingles), texts::get);
    }

    private JsonNode read(String name) throws IOException {
        try (InputStream in = IndexBuilder.class.getClassLoader().getResourceAsStream(LIST + name)) {
            if (in == null) {
                throw new FileNotFoundException("not on the class path: " + LIST + name);
            }
            return json.readTree(in);
        }
    }
}
