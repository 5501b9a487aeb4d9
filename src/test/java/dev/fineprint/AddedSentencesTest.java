// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.catalog.Effect;
import dev.fineprint.identify.SpdxTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sentences that people wrote who had not seen the patterns, put one at a time into licences that the OSI approved. The
 * floors of the set that was never learnt from say what a sentence that nobody has seen may expect.
 */
@Tag("slow")
class AddedSentencesTest {
    private static final Path SENTENCES = Path.of("corpus/sentences");
    private static final List<String> LICENCES = List.of("MIT", "BSD-3-Clause", "Apache-2.0", "MulanPSL-2.0", "Zlib");
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}, {1}: at least {3} seen, {4} of the right kind, {5} of the values")
    @CsvSource({
        "en, dev,  196, 0.99, 0.97, 0.80",
        "en, test, 196, 0.98, 0.80, 0.65",
        "zh, dev,  147, 0.99, 0.97, 0.70",
        "zh, test, 147, 0.98, 0.85, 0.75",
    })
    void seesWhatRestricts(String language, String set, int count, double seen, double right, double values)
            throws IOException {
        List<String[]> rows = rows(language + ".tsv", set);
        assertThat(rows).hasSize(count);
        List<String> unseen = new ArrayList<>();
        List<String> otherwise = new ArrayList<>();
        int valued = 0;
        List<String> misread = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            List<Finding> found = findings(row[3], i);
            Set<String> kinds = found.stream().map(Finding::kind).collect(Collectors.toCollection(TreeSet::new));
            List<String> wanted = List.of(row[1].split("\\+"));
            if (found.isEmpty()) {
                unseen.add(row[3]);
            }
            if (wanted.stream().noneMatch(kinds::contains)) {
                otherwise.add(row[1] + " read as " + kinds + ": " + row[3]);
                continue;
            }
            for (Map.Entry<String, JsonNode> value : JSON.readTree(row[2]).properties()) {
                valued++;
                boolean read = found.stream()
                        .filter(finding -> wanted.contains(finding.kind()))
                        .anyMatch(finding -> same(finding.params().get(value.getKey()), value.getValue()));
                if (!read) {
                    misread.add(value + ": " + row[3]);
                }
            }
        }
        assertThat(share(unseen.size(), count)).as("not seen: %s", unseen).isGreaterThanOrEqualTo(seen);
        assertThat(share(otherwise.size(), count))
                .as("%s", String.join("\n", set.equals("test") ? List.of() : otherwise))
                .isGreaterThanOrEqualTo(right);
        assertThat(share(misread.size(), valued))
                .as("%s", String.join("\n", set.equals("test") ? List.of() : misread))
                .isGreaterThanOrEqualTo(values);
    }

    @ParameterizedTest(name = "{0}, {1}: of {2} at most {3} accused")
    @CsvSource({"en, dev, 60, 1", "en, test, 60, 6", "zh, dev, 35, 0", "zh, test, 35, 2"})
    void accusesLittleThatIsHarmless(String language, String set, int count, int most) throws IOException {
        List<String[]> rows = rows("harmless-" + language + ".tsv", set);
        assertThat(rows).hasSize(count);
        List<String> accused = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String sentence = rows.get(i)[2];
            List<String> kinds = findings(sentence, i).stream()
                    .filter(finding -> finding.effect() == Effect.RESTRICTS)
                    .map(Finding::kind)
                    .toList();
            if (!kinds.isEmpty()) {
                accused.add(kinds + ": " + sentence);
            }
        }
        assertThat(accused).hasSizeLessThanOrEqualTo(most);
    }

    private static double share(int missed, int of) {
        return 1 - missed / (double) of;
    }

    private static boolean same(Object read, JsonNode wanted) {
        JsonNode value = JSON.valueToTree(read);
        if (value.isArray() && wanted.isArray()) {
            Set<String> one = new TreeSet<>();
            Set<String> other = new TreeSet<>();
            value.forEach(each -> one.add(each.asText()));
            wanted.forEach(each -> other.add(each.asText()));
            return one.equals(other);
        }
        return value.asText().equals(wanted.asText());
    }

    /** What is found of a sentence that stands in the middle of an approved licence. */
    private static List<Finding> findings(String sentence, int number) {
        String licence = SpdxTexts.get(LICENCES.get(number % LICENCES.size())).text();
        int middle = licence.indexOf("\n\n", licence.length() / 2);
        if (middle < 0) {
            middle = licence.lastIndexOf("\n\n");
        }
        int from = middle + 2;
        int to = from + sentence.length();
        LicenseReport report =
                ANALYZER.analyze(licence.substring(0, from) + sentence + "\n\n" + licence.substring(from));
        return report.findings().stream()
                .filter(finding -> finding.spans().stream().anyMatch(span -> span.start() < to && span.end() > from))
                .toList();
    }

    private static List<String[]> rows(String file, String set) throws IOException {
        return Files.readAllLines(SENTENCES.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(row -> row[0].equals(set.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
