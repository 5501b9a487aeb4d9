// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.osi.OsiReference;
import dev.fineprint.osi.Precedents;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The counts of corpus/osi-precedents.json are what the catalog finds in the approved licences today.
 *
 * <p>{@link #main} writes them anew.
 */
class OsiPrecedentsTest {
    private static final Path FILE = Path.of("corpus/osi-precedents.json");

    /** Writes the file. */
    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, counted());
    }

    @Test
    void areFresh() throws IOException {
        assertThat(Files.readString(FILE))
                .as("out of date: run %s.main from the checkout's top", OsiPrecedentsTest.class.getName())
                .isEqualTo(counted());
    }

    @Test
    void areInTheJar() {
        Precedents precedents = Precedents.bundled();
        assertThat(precedents.licences()).isEqualTo(136);
        for (ClauseKind kind : PatternCatalog.bundled().kinds()) {
            assertThat(precedents.count(kind.id()))
                    .as(kind.id())
                    .hasValue(precedents.which(kind.id()).size());
        }
        assertThat(OsiReference.bundled().currentIds()).containsAll(precedents.which("notice.retain"));
        assertThat(precedents.which("notice.retain")).contains("MIT", "Apache-2.0");
        assertThat(precedents.count("no.such-kind")).isEmpty();
    }

    @Test
    void standInEachDeviation() {
        LicenseReport report =
                LicenseAnalyzer.create().analyze("You may not use the Model for military purposes or warfare.");
        assertThat(report.deviations())
                .isNotEmpty()
                .allSatisfy(deviation -> assertThat(deviation.osiPrecedents()).hasValue(0));
    }

    private static String counted() throws IOException {
        LicenseAnalyzer analyzer = LicenseAnalyzer.create();
        Map<String, TreeSet<String>> carriers = new TreeMap<>();
        for (ClauseKind kind : analyzer.catalog().kinds()) {
            carriers.put(kind.id(), new TreeSet<>());
        }
        int licences = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            if (entry.osiApproved() && !entry.deprecated()) {
                licences++;
                for (Finding finding : analyzer.analyze(LicenseText.of(entry.id(), entry.text()))
                        .findings()) {
                    TreeSet<String> of = carriers.get(finding.kind());
                    if (of != null) {
                        of.add(entry.id());
                    }
                }
            }
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode().put("licences", licences);
        ObjectNode kinds = root.putObject("kinds");
        carriers.forEach((kind, ids) -> {
            ObjectNode node = kinds.putObject(kind).put("count", ids.size());
            ArrayNode which = node.putArray("which");
            ids.forEach(which::add);
        });
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }
}
