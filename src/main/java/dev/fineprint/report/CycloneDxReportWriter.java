// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import dev.fineprint.ToolInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.ExternalReference;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.metadata.ToolInformation;

/**
 * Writes a CycloneDX 1.6 bill of materials: a machine-learning model for each text, under the licence that the text is,
 * with the findings as properties in the name space {@code fineprint:}. The library builds the whole document before it
 * writes it. The same texts give the same document: it carries no time.
 */
final class CycloneDxReportWriter implements ReportWriter {
    private static final int QUOTE_COLUMNS = 300;
    private static final String PREFIX = "fineprint:";

    private final ReportWords words;

    CycloneDxReportWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        Bom bom = new Bom();
        StringBuilder contents = new StringBuilder();
        Optional<ToolInfo> tool = Optional.empty();
        Set<String> refs = new LinkedHashSet<>();
        for (LicenseReport report : reports) {
            tool = Optional.of(tool.orElse(report.tool()));
            contents.append(report.document().name())
                    .append('\n')
                    .append(report.document().sha256())
                    .append('\n');
            bom.addComponent(component(report, refs));
        }
        bom.setSerialNumber(
                "urn:uuid:" + UUID.nameUUIDFromBytes(contents.toString().getBytes(StandardCharsets.UTF_8)));
        bom.setVersion(1);
        bom.setMetadata(metadata(tool));
        try {
            String json =
                    BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
            out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (GeneratorException e) {
            throw new IOException(e);
        }
        out.flush();
    }

    private static Metadata metadata(Optional<ToolInfo> tool) {
        Component program = new Component();
        program.setType(Component.Type.APPLICATION);
        program.setName(tool.map(ToolInfo::name).orElse("Fineprint"));
        tool.ifPresent(one -> program.setVersion(one.version()));
        ToolInformation tools = new ToolInformation();
        tools.setComponents(List.of(program));
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null); // the library fills in the time of the call
        metadata.setToolChoice(tools);
        return metadata;
    }

    private Component component(LicenseReport report, Set<String> refs) {
        Component model = new Component();
        model.setType(Component.Type.MACHINE_LEARNING_MODEL);
        model.setName(SafeText.name(report.document().name()));
        model.setBomRef(unique(report.document().sha256(), refs));
        model.setLicenses(licence(report));
        ExternalReference text = new ExternalReference();
        text.setType(ExternalReference.Type.LICENSE);
        text.setUrl(RelativeUri.of(report.document().name()));
        text.addHash(new Hash(Hash.Algorithm.SHA_256, report.document().sha256()));
        model.addExternalReference(text);
        property(model, "verdict", report.verdict().name());
        property(model, "rationale", words.messages().of(report.rationale()));
        property(model, "summary", words.messages().of(report.summary()));
        property(model, "catalog", report.tool().catalog());
        for (Finding finding : report.findings()) {
            String values = words.values(report, finding);
            property(
                    model,
                    "finding:" + finding.effect().code() + ":" + finding.kind(),
                    Places.of(words.messages(), finding.span())
                            + words.text("separator.colon")
                            + words.text("quote", SafeText.oneLine(finding.text(), QUOTE_COLUMNS))
                            + (values.isEmpty() ? "" : " " + words.text("text.values", values)));
        }
        property(model, "disclaimer", words.text("disclaimer"));
        return model;
    }

    private static String unique(String ref, Set<String> refs) {
        String candidate = ref;
        for (int number = 2; !refs.add(candidate); number++) {
            candidate = ref + "-" + number;
        }
        return candidate;
    }

    private LicenseChoice licence(LicenseReport report) {
        License license = new License();
        Optional<String> id = SpdxId.of(report);
        if (id.isPresent()) {
            license.setId(id.get());
        } else {
            license.setName(report.identification()
                    .filter(known -> known.relation() == Relation.EXACT)
                    .map(known -> SafeText.oneLine(known.title()))
                    .orElseGet(() -> SafeText.name(report.document().name())));
        }
        LicenseChoice choice = new LicenseChoice();
        choice.addLicense(license);
        return choice;
    }

    private static void property(Component model, String name, String value) {
        Property property = new Property();
        property.setName(PREFIX + name);
        property.setValue(SafeText.oneLine(value));
        model.addProperty(property);
    }
}
