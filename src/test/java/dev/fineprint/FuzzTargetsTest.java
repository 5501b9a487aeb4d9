// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.catalog.CatalogException;
import dev.fineprint.catalog.Expression;
import dev.fineprint.catalog.ExpressionParser;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.catalog.SourceRef;
import dev.fineprint.match.ClauseMatch;
import dev.fineprint.match.ClauseMatcher;
import dev.fineprint.read.Documents;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Section;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.UnreadableTextException;
import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a fuzzer may throw at the rooms that parse. The tests replay the seeds and finds under {@code src/test/resources}; to
 * search for more, {@code JAZZER_FUZZ=1 mvn -B test -Dtest='FuzzTargetsTest#reading'}.
 */
class FuzzTargetsTest {
    private static final Segmenter SEGMENTER = Segmenter.create();
    private static final EntityReader ENTITIES = EntityReader.create();
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final PatternCatalog SMALL = PatternCatalog.load(resource("catalog/small"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SARIF = schema("/schemas/sarif-2.1.0-rtm.5.json", SpecificationVersion.DRAFT_4);
    private static final Schema REPORT =
            schema("/dev/fineprint/report/report.schema.json", SpecificationVersion.DRAFT_2020_12);

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(FuzzTargetsTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema(String resource, SpecificationVersion version) {
        try (InputStream in = FuzzTargetsTest.class.getResourceAsStream(resource)) {
            return SchemaRegistry.withDefaultDialect(version).getSchema(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Any bytes are read or refused with a message, and the normalised text is as long as the original. */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/text.dict")
    void reading(byte[] bytes) {
        try {
            checkText(LicenseText.decode("fuzz", bytes));
        } catch (UnreadableTextException e) {
            assertThat(e).hasMessageStartingWith("fuzz: ");
        }
    }

    /**
     * The same of documents: a page of HTML, RTF, DOCX and PDF, each told by its first bytes. What starts as the body of a
     * DOCX document is packed as one, so that a fuzzer need not learn to pack.
     */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/documents.dict")
    void documents(byte[] bytes) throws IOException {
        boolean html = bytes.length > 0 && bytes[0] == '<';
        byte[] document = utf8(bytes).startsWith("<w:") ? docx(bytes) : bytes;
        String name = document == bytes && html ? "fuzz.html" : "fuzz";
        try {
            LicenseText text = Documents.read(name, document);
            checkText(text);
            int page = 0;
            for (int at = 0; at <= text.original().length(); at++) {
                int next = text.page(at);
                if (next < page || next > text.pages()) {
                    throw new AssertionError("page " + next + " after page " + page + " of " + text.pages());
                }
                page = next;
            }
        } catch (UnreadableTextException e) {
            assertThat(e).hasMessageStartingWith(name + ": ");
        }
    }

    private static byte[] docx(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.wordprocessingml.document.main+xml\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"a\" Target=\"word/document.xml\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + "officeDocument\"/></Relationships>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.write(body);
            zip.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void checkText(LicenseText text) {
        String original = text.original();
        assertThat(text.normalized()).hasSameSizeAs(original);
        assertThat(LicenseText.of("fuzz", original).normalized()).isEqualTo(text.normalized());
        int line = 1;
        int column = 1;
        for (int at = 0; at <= original.length(); at++) {
            if (text.line(at) != line || text.column(at) != column) {
                throw new AssertionError("offset " + at + " is said to stand at " + text.line(at) + ":"
                        + text.column(at) + " and stands at " + line + ":" + column);
            }
            char here = at < original.length() ? original.charAt(at) : ' ';
            if (here == '\n' || here == '\r' && !original.startsWith("\n", at + 1)) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    /** Clauses and sections lie inside the text, one after the other; clauses are governed by earlier ones. */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/text.dict")
    void segmentation(byte[] bytes) {
        LicenseText text = LicenseText.of("fuzz", utf8(bytes));
        int length = text.original().length();
        Segmentation segmentation = SEGMENTER.segment(text);
        List<Section> sections = segmentation.sections();
        assertThat(sections).isNotEmpty();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            assertThat(section.index()).isEqualTo(i);
            assertThat(section.start())
                    .isEqualTo(i == 0 ? 0 : sections.get(i - 1).end());
            assertThat(section.end()).isBetween(section.start(), length);
        }
        assertThat(sections.get(sections.size() - 1).end()).isEqualTo(length);
        int end = 0;
        List<Clause> clauses = segmentation.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            assertThat(clause.index()).isEqualTo(i);
            assertThat(clause.start()).isBetween(end, length);
            assertThat(clause.end()).isBetween(clause.start() + 1, length);
            end = clause.end();
            assertThat(clause.leadIns()).isSorted().doesNotHaveDuplicates();
            for (int leadIn : clause.leadIns()) {
                assertThat(leadIn).isBetween(0, i - 1);
            }
            Section section = sections.get(clause.section());
            assertThat(clause.start()).isBetween(section.start(), section.end());
            String own = text.normalized().substring(clause.start(), clause.end());
            assertThat(own.strip()).isEqualTo(own);
        }
    }

    /**
     * An expression is read, and read again as it writes itself, or refused with the place and advice; a pattern of it
     * finds words inside their clause.
     */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/expression.dict")
    void expression(byte[] bytes) throws IOException {
        String text = utf8(bytes);
        SourceRef at = new SourceRef("fuzz.yaml", 1, 1);
        try {
            Expression expression = ExpressionParser.parse(text, at);
            assertThat(ExpressionParser.parse(expression.toString(), at)).isEqualTo(expression);
            assertThat(expression.explain()).isNotBlank();
        } catch (CatalogException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.at().line()).isEqualTo(1);
                assertThat(problem.at().column()).isBetween(1, text.length() + 1);
                assertThat(problem.advice()).isNotEmpty();
            });
            return;
        }
        String yaml = JSON.writeValueAsString(text);
        catalog(
                "kinds/use/use.prohibited.yaml",
                "id: use.prohibited\npatterns:\n  en:\n    - {id: fuzz, expr: " + yaml
                        + ", attitude: forbids, examples: [\"A [[b]].\"], near-misses: [\"C.\"]}\n",
                text);
    }

    /**
     * A file of a catalog, of the kind that its first line tells, is read or refused as a problem of its catalog, and
     * what its patterns find lies inside the clauses.
     */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/catalog.dict")
    void catalogFile(byte[] bytes) throws IOException {
        String content = utf8(bytes);
        String file = "lexicon/en/fuzz.yaml";
        if (content.startsWith("# kind")) {
            file = "kinds/use/use.fuzz.yaml";
        } else if (content.startsWith("# domain")) {
            file = "domains/fuzz.yaml";
        } else if (content.startsWith("# authorities")) {
            file = "authorities.yaml";
        }
        catalog(file, content, content);
    }

    private static void catalog(String file, String content, String read) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
            ClauseMatcher matcher = ClauseMatcher.compile(SMALL.plus(folder));
            LicenseText text = LicenseText.of("fuzz", read + "\nYou must not use the Model: " + read);
            Segmentation segmentation = SEGMENTER.segment(text);
            for (ClauseMatch match : matcher.match(text, segmentation).matches()) {
                assertThat(match.start())
                        .isBetween(match.clause().start(), match.clause().end());
                assertThat(match.end()).isBetween(match.start(), match.clause().end());
            }
        } catch (CatalogException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.at().file()).isNotEmpty();
                assertThat(problem.at().line()).isPositive();
                assertThat(problem.at().column()).isPositive();
                assertThat(problem.what()).isNotEmpty();
            });
        } finally {
            for (Path each = path; !each.equals(folder); each = each.getParent()) {
                Files.deleteIfExists(each);
            }
            Files.delete(folder);
        }
    }

    /** Entities lie inside the stretch that was read, sorted, and have codes and values of their types. */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/values.dict")
    void values(byte[] bytes) {
        String text = LicenseText.of("fuzz", utf8(bytes)).normalized();
        List<Entity> all = ENTITIES.read(text, 0, text.length());
        checkEntities(all, 0, text.length());
        int from = text.length() / 3;
        int to = text.length() - text.length() / 4;
        checkEntities(ENTITIES.read(text, from, to), from, to);
    }

    private static void checkEntities(List<Entity> entities, int from, int to) {
        int start = from;
        for (Entity entity : entities) {
            assertThat(entity.start()).isBetween(start, to);
            assertThat(entity.end()).isBetween(entity.start() + 1, to);
            start = entity.start();
            switch (entity.type()) {
                case NUMBER -> assertThat(entity.value()).isNotNegative();
                case MONEY -> {
                    assertThat(entity.value()).isNotNegative();
                    assertThat(entity.code()).matches("[A-Z]{3}|");
                }
                case PERIOD -> assertThat(entity.code()).isIn("day", "week", "month", "quarter", "year");
                case TERRITORY -> assertThat(entity.code()).matches("[A-Z]{2,3}");
                case AGE -> assertThat(entity.value()).isBetween(Entity.MAJORITY, 200L);
                case DURATION -> assertThat(entity.code()).matches("PT?[0-9]+[A-Z]");
                default -> throw new AssertionError(entity);
            }
        }
    }

    /** The JSON report of any text follows its schema, and quotes the text where its spans say. */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/text.dict")
    void json(byte[] bytes) throws IOException {
        LicenseText text = LicenseText.of("fuzz", utf8(bytes));
        LicenseReport report = ANALYZER.analyze(text);
        JsonNode written = JSON.readTree(written("json", report));
        assertThat(REPORT.validate(written)).isEmpty();
        assertThat(written.get("findings")).hasSameSizeAs(report.findings());
        for (JsonNode finding : written.get("findings")) {
            List<String> parts = new ArrayList<>();
            for (JsonNode span : finding.get("spans")) {
                int start = span.get("start").asInt();
                parts.add(text.original().substring(start, span.get("end").asInt()));
                assertThat(span.get("line").asInt()).isEqualTo(text.line(start));
                assertThat(span.get("column").asInt()).isEqualTo(text.column(start));
            }
            assertThat(finding.get("text").asText()).startsWith(parts.get(0));
            assertThat(parts)
                    .allSatisfy(part -> assertThat(finding.get("text").asText()).contains(part));
        }
        String line = utf8(written("jsonl", report));
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(JSON.readTree(line)).isEqualTo(written);
    }

    /** The SARIF report of any text follows the standard's schema, and its regions point to the words it quotes. */
    @FuzzTest(maxDuration = "30m")
    @DictionaryFile(resourcePath = "fuzz/text.dict")
    void sarif(byte[] bytes) throws IOException {
        LicenseText text = LicenseText.of("fuzz", utf8(bytes));
        LicenseReport report = ANALYZER.analyze(text);
        JsonNode written = JSON.readTree(written("sarif", report));
        assertThat(SARIF.validate(written)).isEmpty();
        assertThat(written.get("runs")).hasSize(1);
        for (JsonNode result : written.at("/runs/0/results")) {
            for (JsonNode location : result.path("locations")) {
                JsonNode region = location.at("/physicalLocation/region");
                int start = region.get("charOffset").asInt();
                int end = start + region.get("charLength").asInt();
                assertThat(region.get("startLine").asInt()).isEqualTo(text.line(start));
                assertThat(region.get("startColumn").asInt()).isEqualTo(text.column(start));
                assertThat(region.get("endLine").asInt()).isEqualTo(text.line(end));
                assertThat(region.get("endColumn").asInt()).isEqualTo(text.column(end));
            }
        }
    }

    private static byte[] written(String format, LicenseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.standard()
                .find(format)
                .orElseThrow()
                .writer(ReportOptions.defaults())
                .write(report, out);
        return out.toByteArray();
    }
}
