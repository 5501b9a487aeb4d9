// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import dev.fineprint.catalog.CatalogException;
import dev.fineprint.catalog.Effect;
import dev.fineprint.read.Documents;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a cluster of one machine with two processors. */
@Tag("spark")
class SparkAnalyzerTest {
    private static final Path SPECIMENS = Path.of("corpus/specimens");
    private static final Path HOUSE = Path.of("examples/house-patterns");
    private static final String RESTRICTIVE = "You must not use the Model to operate a casino.";
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    private static SparkSession spark;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        spark = LocalSpark.start();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static StructType columns(String name, DataType nameType, String text, DataType textType) {
        return new StructType().add(name, nameType).add(text, textType);
    }

    /** A table of names and strings, in their order. */
    private static Dataset<Row> table(Map<String, String> texts) {
        List<Row> rows = texts.entrySet().stream()
                .map(text -> RowFactory.create(text.getKey(), text.getValue()))
                .toList();
        return spark.createDataFrame(rows, columns("name", DataTypes.StringType, "text", DataTypes.StringType));
    }

    private static Dataset<Row> table(String name, Object text) {
        DataType type = text instanceof byte[] ? DataTypes.BinaryType : DataTypes.StringType;
        return spark.createDataFrame(
                List.of(RowFactory.create(name, text)), columns("name", DataTypes.StringType, "text", type));
    }

    private static Map<String, String> specimens() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SPECIMENS)) {
            for (Path file : files.sorted().toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(texts).hasSizeGreaterThan(3);
        return texts;
    }

    private static String failure(SparkAnalyzer analyzer, Dataset<Row> texts) {
        Row row = analyzer.reports(texts).first();
        assertThat(IntStream.range(2, row.length())).allMatch(row::isNullAt);
        assertThat(analyzer.findings(texts).collectAsList()).isEmpty();
        return row.getAs("failure");
    }

    @Test
    void the_tables_have_the_columns_that_are_promised() {
        Dataset<Row> texts = table("a", RESTRICTIVE);
        SparkAnalyzer analyzer = SparkAnalyzer.create();
        assertThat(analyzer.reports(texts).schema()).isEqualTo(SparkAnalyzer.reportSchema());
        assertThat(analyzer.findings(texts).schema()).isEqualTo(SparkAnalyzer.findingSchema());
    }

    @Test
    void findings_are_those_of_the_analyzer() throws IOException {
        Map<String, String> specimens = specimens();
        List<List<Object>> expected = new ArrayList<>();
        for (Map.Entry<String, String> text : specimens.entrySet()) {
            LicenseReport report = ANALYZER.analyze(LicenseText.of(text.getKey(), text.getValue()));
            for (Finding finding : report.findings()) {
                Span span = finding.span();
                expected.add(Arrays.asList(
                        text.getKey(),
                        finding.id(),
                        finding.kind(),
                        report.kind(finding.kind())
                                .map(kind -> kind.title().en())
                                .orElse("Unclassified clause"),
                        finding.effect().code(),
                        finding.attitude().map(attitude -> attitude.code()).orElse(null),
                        report.deviations().stream()
                                .filter(deviation -> deviation.findings().contains(finding.id()))
                                .flatMap(deviation -> deviation.criteria().stream())
                                .toList(),
                        texts(finding.params()),
                        texts(finding.params()).getOrDefault("domains", List.of()),
                        finding.condition().orElse(null),
                        finding.section().orElse(null),
                        span.start(),
                        span.end(),
                        span.line(),
                        span.column(),
                        null,
                        spans(finding.spans()),
                        spans(finding.evidence()),
                        finding.text(),
                        finding.pattern(),
                        finding.language(),
                        finding.counterpart().orElse(null),
                        finding.reason().map(reason -> reason.en()).orElse(null)));
            }
        }
        assertThat(expected).hasSizeGreaterThan(50);

        List<Row> rows = SparkAnalyzer.create().findings(table(specimens)).collectAsList();

        assertThat(rows.stream().map(SparkAnalyzerTest::values)).containsExactlyElementsOf(expected);
        assertThat(rows)
                .allSatisfy(row -> assertThat(specimens
                                .get(row.<String>getAs("name"))
                                .substring(row.getAs("start"), row.getAs("end")))
                        .isEqualTo(
                                row.<List<Row>>getList(row.fieldIndex("spans")).size() == 1 ? row.getAs("text") : row));
        assertThat(rows)
                .anySatisfy(row ->
                        assertThat(row.getList(row.fieldIndex("domains"))).contains("gambling"));
        assertThat(rows)
                .anySatisfy(row ->
                        assertThat(row.getJavaMap(row.fieldIndex("params"))).containsKeys("threshold", "period"));
    }

    @Test
    void reports_are_those_of_the_analyzer() throws IOException {
        Map<String, String> specimens = specimens();
        List<Row> rows = SparkAnalyzer.create().reports(table(specimens)).collectAsList();
        assertThat(rows).hasSameSizeAs(specimens.keySet());
        for (Row row : rows) {
            String name = row.getAs("name");
            LicenseReport report = ANALYZER.analyze(LicenseText.of(name, specimens.get(name)));
            assertThat(row.<String>getAs("failure")).isNull();
            assertThat(row.<String>getAs("verdict")).isEqualTo("DEVIATES");
            assertThat(row.<String>getAs("rationale"))
                    .isEqualTo(report.rationale().en());
            assertThat(row.<String>getAs("summary")).isEqualTo(report.summary().en());
            assertThat(values(row.getAs("document")))
                    .containsExactly(
                            report.document().sha256(),
                            report.document().length(),
                            report.document().languages(),
                            "text/plain",
                            null,
                            null);
            assertThat(row.<Row>getAs("identification").<String>getAs("relation"))
                    .isEqualTo(report.identification().orElseThrow().relation().name());
            assertThat(values(row.getAs("counts")))
                    .isEqualTo(Arrays.stream(Effect.values())
                            .map(effect -> (int) report.findings().stream()
                                    .filter(finding -> finding.effect() == effect)
                                    .count())
                            .toList());
            List<Row> deviations = row.getList(row.fieldIndex("deviations"));
            assertThat(deviations).hasSameSizeAs(report.deviations());
            for (int i = 0; i < deviations.size(); i++) {
                Deviation deviation = report.deviations().get(i);
                assertThat(values(deviations.get(i)))
                        .containsExactly(
                                deviation.kind(),
                                deviation.effect().code(),
                                deviation.criteria(),
                                deviation.findings(),
                                deviation.title().en(),
                                deviation.explanation().en(),
                                deviation.affects().en(),
                                deviation.remedy().en(),
                                deviation.osiPrecedents().isPresent()
                                        ? deviation.osiPrecedents().getAsInt()
                                        : null);
            }
            assertThat(row.getList(row.fieldIndex("findings"))).hasSameSizeAs(report.findings());
            assertThat(row.<Row>getAs("tool").<String>getAs("catalog"))
                    .isEqualTo(ANALYZER.catalog().version());
        }
    }

    @Test
    void a_known_licence_is_named() {
        String text = "SPDX-License-Identifier: MIT\n";
        Row row = SparkAnalyzer.create().reports(table("a", text)).first();
        Row known = row.getAs("identification");
        LicenseReport report = ANALYZER.analyze(text);
        assertThat(known.<String>getAs("id"))
                .isEqualTo(
                        report.identification().orElseThrow().id().isEmpty()
                                ? null
                                : report.identification().orElseThrow().id());
        assertThat(known.<Double>getAs("similarity"))
                .isEqualTo(report.identification().orElseThrow().similarity());
    }

    @Test
    void what_cannot_be_analysed_says_why_and_the_others_are() throws IOException {
        byte[] broken = new byte[5000];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = (byte) (i * 31 % 251);
        }
        byte[] cutPdf = "%PDF-1.7\n1 0 obj\n<< /Type".getBytes(StandardCharsets.US_ASCII);
        List<Row> rows = List.of(
                RowFactory.create("good", RESTRICTIVE.getBytes(StandardCharsets.UTF_8)),
                RowFactory.create("nothing", null),
                RowFactory.create(null, RESTRICTIVE.getBytes(StandardCharsets.UTF_8)),
                RowFactory.create(null, null),
                RowFactory.create("empty", new byte[0]),
                RowFactory.create("broken", broken),
                RowFactory.create("cut.pdf", cutPdf),
                RowFactory.create("last", RESTRICTIVE.getBytes(StandardCharsets.UTF_16)));
        StructType columns = columns("name", DataTypes.StringType, "text", DataTypes.BinaryType);
        List<Row> reports = SparkAnalyzer.create()
                .reports(spark.createDataFrame(rows, columns))
                .collectAsList();

        assertThat(reports.stream().map(row -> row.<String>getAs("name")))
                .containsExactly("good", "nothing", null, null, "empty", "broken", "cut.pdf", "last");
        assertThat(reports.stream().map(row -> row.<String>getAs("verdict")))
                .containsExactly("DEVIATES", null, "DEVIATES", null, "UNDETERMINED", null, null, "DEVIATES");
        assertThat(reports.stream().map(row -> row.<String>getAs("failure")))
                .containsExactly(
                        null,
                        "no text: the column is null",
                        null,
                        "no text: the column is null",
                        null,
                        why("broken", broken),
                        why("cut.pdf", cutPdf),
                        null);
        assertThat(failure(SparkAnalyzer.create(), table("broken", broken))).startsWith("broken: ");
    }

    private static String why(String name, byte[] bytes) {
        try {
            Documents.read(name, bytes);
            throw new AssertionError(name + " can be read");
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @Test
    void an_empty_string_gets_the_verdict_that_the_analyzer_has_for_it() {
        Row row = SparkAnalyzer.create().reports(table("a", "")).first();
        assertThat(row.<String>getAs("verdict")).isEqualTo("UNDETERMINED");
        assertThat(row.<String>getAs("rationale"))
                .isEqualTo(ANALYZER.analyze("").rationale().en());
        assertThat(row.getList(row.fieldIndex("findings"))).isEmpty();
    }

    @Test
    void bounds_are_kept() {
        SparkAnalyzer strict = SparkAnalyzer.builder().limit(100).build();
        assertThat(failure(strict, table("long", "no ".repeat(50))))
                .startsWith("long: ")
                .contains("150")
                .contains("100");
        assertThat(failure(strict, table("long", "no ".repeat(50).getBytes(StandardCharsets.UTF_8))))
                .startsWith("long: ")
                .contains("100");
        assertThat(strict.reports(table("short", RESTRICTIVE)).first().<String>getAs("verdict"))
                .isEqualTo("DEVIATES");
        SparkAnalyzer hasty = SparkAnalyzer.builder().deadline(Duration.ZERO).build();
        assertThat(failure(hasty, table("any", RESTRICTIVE))).contains("0 milliseconds");
        SparkAnalyzer patient =
                SparkAnalyzer.builder().deadline(Duration.ofMinutes(5)).build();
        assertThat(patient.reports(table("any", RESTRICTIVE)).first().<String>getAs("verdict"))
                .isEqualTo("DEVIATES");
    }

    @Test
    void other_documents_are_read_out_of_bytes() {
        String page =
                "<!DOCTYPE html><html><body><nav>Home</nav><h1>Licence</h1><p>" + RESTRICTIVE + "</p></body></html>";
        SparkAnalyzer analyzer = SparkAnalyzer.create();
        Row row = analyzer.reports(table("a.html", page.getBytes(StandardCharsets.UTF_8)))
                .first();
        Row document = row.getAs("document");
        assertThat(document.<String>getAs("mediaType")).isEqualTo("text/html");
        String text = document.getAs("text");
        Row finding = row.<Row>getList(row.fieldIndex("findings")).get(0);
        assertThat(text.substring(finding.getAs("start"), finding.getAs("end"))).isEqualTo(RESTRICTIVE);
    }

    @Test
    void one_analyzer_serves_all_partitions_and_tasks() {
        Map<String, String> texts = new LinkedHashMap<>();
        IntStream.range(0, 64).forEach(i -> texts.put("text " + i, i + ". " + RESTRICTIVE));
        // settings that no other test has
        SparkAnalyzer analyzer = SparkAnalyzer.builder()
                .limit(1_234_567)
                .language(Locale.CHINESE)
                .build();
        SparkAnalyzer alike = SparkAnalyzer.builder()
                .limit(1_234_567)
                .deadline(Duration.ofMinutes(1))
                .build();
        int before = Analyzers.ofThisMachine().made();
        Dataset<Row> table = table(texts).repartition(8);
        assertThat(table.rdd().getNumPartitions()).isEqualTo(8);
        assertThat(analyzer.reports(table).collectAsList())
                .hasSize(64)
                .allSatisfy(row -> assertThat(row.<String>getAs("verdict")).isEqualTo("DEVIATES"));
        assertThat(analyzer.findings(table).count()).isPositive();
        assertThat(alike.findings(table).count()).isPositive();
        assertThat(Analyzers.ofThisMachine().made() - before).isEqualTo(1);
        assertThat(analyzer.findings(table.where("name = 'none'")).count()).isZero();
    }

    @Test
    void many_threads_make_one_analyzer_and_the_least_used_is_forgotten() throws Exception {
        Analyzers analyzers = new Analyzers(2);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<LicenseAnalyzer>> all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> analyzers.get(settings(500))))
                    .toList();
            for (Future<LicenseAnalyzer> one : all) {
                assertThat(one.get()).isSameAs(all.get(0).get());
            }
            assertThat(analyzers.made()).isEqualTo(1);
            assertThat(all.get(0).get().limit()).isEqualTo(500);
        } finally {
            threads.shutdownNow();
        }
        analyzers.get(settings(600));
        analyzers.get(settings(500));
        analyzers.get(settings(700)); // 600 goes
        analyzers.get(settings(500));
        assertThat(analyzers.made()).isEqualTo(3);
        analyzers.get(settings(600));
        assertThat(analyzers.made()).isEqualTo(4);
    }

    private static Settings settings(int limit) {
        return new Settings(limit, null, "en", List.of());
    }

    @Test
    void patterns_of_the_house_travel_with_the_job() throws IOException {
        Path house = copy(HOUSE, folder.resolve("house"));
        SparkAnalyzer analyzer = SparkAnalyzer.builder().patterns(house).build();
        try (Stream<Path> paths = Files.walk(house)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Dataset<Row> texts = table("a", "You must name a contact person to the Licensor.");
        assertThat(kinds(analyzer, texts)).contains("house.contact-person");
        assertThat(kinds(SparkAnalyzer.create(), texts)).doesNotContain("house.contact-person");
    }

    @Test
    void faulty_patterns_are_refused_before_there_is_a_job() throws IOException {
        Path house = copy(HOUSE, folder.resolve("house"));
        Files.writeString(house.resolve("kinds/stray.yaml"), "id: [1");
        SparkAnalyzer.Builder builder = SparkAnalyzer.builder().patterns(house);
        assertThatThrownBy(builder::build).isInstanceOf(CatalogException.class).hasMessageContaining("stray.yaml");
        assertThatThrownBy(() -> SparkAnalyzer.builder().patterns(folder.resolve("nowhere")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("nowhere");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    private static List<String> kinds(SparkAnalyzer analyzer, Dataset<Row> texts) {
        return analyzer.findings(texts).collectAsList().stream()
                .map(row -> row.<String>getAs("kind"))
                .toList();
    }

    @Test
    void the_words_are_chinese_where_that_is_asked_for() {
        LicenseReport report = ANALYZER.analyze(RESTRICTIVE);
        Row row = SparkAnalyzer.builder()
                .language(Locale.TAIWAN)
                .build()
                .reports(table("a", RESTRICTIVE))
                .first();
        assertThat(row.<String>getAs("rationale")).isEqualTo(report.rationale().zh());
        assertThat(row.<Row>getList(row.fieldIndex("deviations")).get(0).<String>getAs("explanation"))
                .isEqualTo(report.deviations().get(0).explanation().zh());
    }

    @Test
    void columns_may_have_any_name_and_others_do_not_pass() {
        StructType file = new StructType().add("id", DataTypes.LongType).add("size", DataTypes.LongType);
        StructType columns = new StructType().add("file", file).add("licence", DataTypes.StringType);
        Dataset<Row> texts =
                spark.createDataFrame(List.of(RowFactory.create(RowFactory.create(7L, 47L), RESTRICTIVE)), columns);
        SparkAnalyzer analyzer = SparkAnalyzer.builder()
                .nameColumn("file.id")
                .textColumn("licence")
                .build();
        Row row = analyzer.reports(texts).first();
        assertThat(row.schema()).isEqualTo(SparkAnalyzer.reportSchema());
        assertThat(row.<String>getAs("name")).isEqualTo("7");
        assertThat(row.<String>getAs("verdict")).isEqualTo("DEVIATES");
        assertThatThrownBy(() -> SparkAnalyzer.builder()
                        .nameColumn("licence")
                        .textColumn("file.id")
                        .build()
                        .reports(texts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("file.id", "bigint");
        assertThatThrownBy(() -> SparkAnalyzer.create().reports(texts)).hasMessageContaining("name");
    }

    @Test
    void rows_come_in_the_same_order_every_time() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            for (Map.Entry<String, String> text : specimens().entrySet()) {
                texts.put(text.getKey() + " " + i, text.getValue());
            }
        }
        SparkAnalyzer analyzer = SparkAnalyzer.create();
        List<Row> once = analyzer.findings(table(texts)).collectAsList();
        assertThat(analyzer.findings(table(texts)).collectAsList()).isEqualTo(once);
        Map<String, List<Row>> byText = new LinkedHashMap<>();
        analyzer.findings(table(texts).repartition(5))
                .collectAsList()
                .forEach(row -> byText.computeIfAbsent(row.getAs("name"), name -> new ArrayList<>())
                        .add(row));
        List<Row> sorted = texts.keySet().stream()
                .flatMap(name -> byText.getOrDefault(name, List.of()).stream())
                .toList();
        assertThat(sorted).isEqualTo(once);
    }

    @Test
    void findings_come_out_of_reports_that_are_kept() throws IOException {
        SparkAnalyzer analyzer = SparkAnalyzer.create();
        Dataset<Row> texts = table(specimens());
        Path file = folder.resolve("reports");
        analyzer.reports(texts).write().parquet(file.toString());
        assertThat(spark.read()
                        .parquet(file.toString())
                        .selectExpr("name", "inline(findings)")
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(analyzer.findings(texts).collectAsList());
    }

    @Test
    void it_can_be_serialised() throws Exception {
        SparkAnalyzer analyzer = SparkAnalyzer.builder()
                .patterns(HOUSE)
                .deadline(Duration.ofMinutes(1))
                .textColumn("text")
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(analyzer);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SparkAnalyzer copy = (SparkAnalyzer) in.readObject();
            Dataset<Row> texts = table("a", "You must name a contact person to the Licensor.");
            assertThat(copy.findings(texts).collectAsList())
                    .isEqualTo(analyzer.findings(texts).collectAsList())
                    .isNotEmpty();
        }
    }

    @Test
    void a_task_that_is_ended_ends() throws Exception {
        TextsToReports task = new TextsToReports(settings(1000));
        List<Row> rows = List.of(RowFactory.create("a", RESTRICTIVE), RowFactory.create("b", RESTRICTIVE));
        var results = task.call(rows.iterator());
        assertThat(results.next().getString(2)).isEqualTo("DEVIATES");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(results::next).isInstanceOf(AnalysisStoppedException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void the_example_of_the_readme_runs() throws Exception {
        Matcher snippet = Pattern.compile("```java\\n([^`]*SparkAnalyzer[^`]*)\\n```")
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(snippet.find()).isTrue();
        Path source = Files.writeString(
                folder.resolve("Snippet.java"),
                Stream.of("dev.fineprint.spark", "java.time", "org.apache.spark.sql")
                                .map(name -> "import " + name + ".*;\n")
                                .collect(Collectors.joining())
                        + "public class Snippet { public static void run(SparkSession spark) {\n" + snippet.group(1)
                        + "\n} }\n");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(compiled).isZero();
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, SparkAnalyzerTest.class.getClassLoader())) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass("Snippet").getMethod("run", SparkSession.class).invoke(null, spark);
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("DEVIATES", "use.prohibited", "|failure| verdict|");
    }

    @Test
    void settings_are_made_once() {
        assertThatThrownBy(() -> SparkAnalyzer.builder().limit(5).limit(6))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("5");
        assertThatThrownBy(() -> SparkAnalyzer.builder().nameColumn("a").nameColumn("b"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SparkAnalyzer.builder().textColumn("a").textColumn("b"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> SparkAnalyzer.builder().language(Locale.CHINESE).language(Locale.CHINESE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SparkAnalyzer.builder().deadline(Duration.ZERO).deadline(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SparkAnalyzer.builder().limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SparkAnalyzer.builder().deadline(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The values of a row, arrays as lists and rows as their values. */
    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            values.add(value(row, i));
        }
        return values;
    }

    private static Object value(Row row, int i) {
        Object value = row.get(i);
        if (value instanceof scala.collection.Map<?, ?>) {
            Map<Object, Object> map = new LinkedHashMap<>();
            row.getJavaMap(i).forEach((key, one) -> map.put(key, list((scala.collection.Seq<?>) one)));
            return map;
        }
        return value instanceof scala.collection.Seq<?> several ? list(several) : value;
    }

    private static List<Object> list(scala.collection.Seq<?> several) {
        List<Object> list = new ArrayList<>();
        scala.jdk.javaapi.CollectionConverters.asJava(several)
                .forEach(one -> list.add(one instanceof Row row ? values(row) : one));
        return list;
    }

    private static Map<String, List<String>> texts(Map<String, Object> params) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        params.forEach((name, value) -> texts.put(
                name,
                value instanceof List<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value))));
        return texts;
    }

    private static List<List<Object>> spans(List<Span> spans) {
        return spans.stream()
                .map(span -> Arrays.<Object>asList(span.start(), span.end(), span.line(), span.column(), null))
                .toList();
    }
}
