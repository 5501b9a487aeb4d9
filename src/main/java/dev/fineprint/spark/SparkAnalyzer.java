// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import dev.fineprint.catalog.CatalogException;
import dev.fineprint.catalog.CatalogFolder;
import dev.fineprint.text.LicenseText;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a table of texts on a Spark cluster: one row for each text, or one for each finding.
 *
 * <pre>{@code
 * Dataset<Row> files = spark.read().format("binaryFile").load("s3://models/licences");
 * SparkAnalyzer analyzer = SparkAnalyzer.builder().nameColumn("path").textColumn("content").build();
 * Dataset<Row> reports = analyzer.reports(files).cache();
 * reports.where("failure is not null").select("name", "failure").show();
 * reports.where("verdict = 'DEVIATES'").selectExpr("name", "inline(findings)").show();
 * }</pre>
 *
 * <p>The text is a column of strings, or of bytes: then it may be of any format that
 * {@link dev.fineprint.read.Documents} reads, and in any encoding. The name is any column that Spark can turn into a string.
 * Columns that are not asked for do not pass through; the name leads back to them.
 *
 * <p>Each text is analysed by itself where its row lies, and nothing is shuffled: a table with few partitions keeps few
 * processors busy, and {@code texts.repartition(n)} spreads it. A virtual machine makes one analyzer, which all its tasks share.
 * What comes of a text depends on that text and on the settings alone, and its findings come in the order of the text.
 *
 * <p>Immutable and thread-safe; serialisable.
 */
public final class SparkAnalyzer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String nameColumn;
    private final String textColumn;
    private final Settings settings;

    private SparkAnalyzer(String nameColumn, String textColumn, Settings settings) {
        this.nameColumn = nameColumn;
        this.textColumn = textColumn;
        this.settings = settings;
    }

    /** One for the columns {@code name} and {@code text}, with the bundled catalog and no limit of time. */
    public static SparkAnalyzer create() {
        return builder().build();
    }

    /** Starts one with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The columns of {@link #reports}, in their order. Those of a text without a report are null but for the name and
     * {@code failure}.
     *
     * <ul>
     *   <li>{@code name}: of the text, as the name column has it; may be null
     *   <li>{@code failure}: why there is no report, one sentence; null if there is one
     *   <li>{@code verdict}, {@code rationale}, {@code summary}: of {@link dev.fineprint.LicenseReport}
     *   <li>{@code document}: {@code sha256}, {@code length}, {@code languages}, {@code mediaType}, {@code pages}, and the
     *       {@code text} that was taken out of a document of another format
     *   <li>{@code identification}: the known licence, {@code id} and {@code title} null if there is none
     *   <li>{@code counts}: how many findings there are of each effect
     *   <li>{@code deviations}, {@code findings}: in the report's order
     *   <li>{@code tool}: what made the report, with the version of the catalog
     * </ul>
     */
    public static StructType reportSchema() {
        return Columns.REPORT;
    }

    /**
     * The columns of {@link #findings}, in their order: {@code name}, and the fields of {@link dev.fineprint.Finding}.
     *
     * <ul>
     *   <li>{@code start}, {@code end}, {@code line}, {@code column}, {@code page}: of the first of {@code spans};
     *       {@code page} is null in a text without pages. Offsets are UTF-16 code units
     *   <li>{@code text}: the clause, character for character
     *   <li>{@code params}: the values read out of it; each is an array, of one string if the value is one
     *   <li>{@code domains}: the usage domains among them, empty if there are none
     *   <li>{@code title}: of its kind; {@code criteria}: those that it offends
     * </ul>
     */
    public static StructType findingSchema() {
        return Columns.NAMED_FINDING;
    }

    /**
     * Analyses texts: one row for each, a report or why there is none. No text makes the job fail.
     *
     * <p>Nothing is analysed before somebody asks for rows, and everything again each time somebody does: cache the result,
     * or write it down, before asking it twice.
     *
     * @return columns of {@link #reportSchema}, the rows in the order of the texts
     * @throws IllegalArgumentException if the text column holds neither strings nor bytes; for columns that are not there
     *     Spark throws its {@code AnalysisException}
     */
    public Dataset<Row> reports(Dataset<Row> texts) {
        Dataset<Row> named = texts.select(
                functions.col(nameColumn).cast(DataTypes.StringType).alias("name"),
                functions.col(textColumn).alias("text"));
        DataType type = named.schema().apply("text").dataType();
        if (!(type instanceof StringType) && !type.equals(DataTypes.BinaryType)) {
            throw new IllegalArgumentException("The column " + textColumn
                    + " must hold texts as strings or as bytes, not " + type.catalogString());
        }
        return named.mapPartitions(new TextsToReports(settings), Encoders.row(Columns.REPORT));
    }

    /**
     * Analyses texts: one row for each finding. Texts that have no report have no row here, either; {@link #reports} says
     * why, and {@code reports.selectExpr("name", "inline(findings)")} gives these rows out of its result.
     *
     * @return columns of {@link #findingSchema}, the rows in the order of the texts and in each of them
     * @throws IllegalArgumentException if the text column holds neither strings nor bytes
     */
    public Dataset<Row> findings(Dataset<Row> texts) {
        return reports(texts).select(functions.col("name"), functions.inline(functions.col("findings")));
    }

    /** Settings. Not thread-safe. */
    public static final class Builder {
        private @Nullable String nameColumn;
        private @Nullable String textColumn;
        private @Nullable Integer limit;
        private @Nullable Duration deadline;
        private @Nullable Locale language;
        private final List<CatalogFolder> patterns = new ArrayList<>();

        private Builder() {}

        /**
         * The column with the names of the texts, instead of {@code name}.
         *
         * @param column as Spark's {@code col} reads it: a part of a structure is {@code file.path}
         * @throws IllegalStateException if it was set before
         */
        public Builder nameColumn(String column) {
            unset("name column", nameColumn);
            nameColumn = Objects.requireNonNull(column, "column");
            return this;
        }

        /**
         * The column with the texts, instead of {@code text}.
         *
         * @param column as Spark's {@code col} reads it
         * @throws IllegalStateException if it was set before
         */
        public Builder textColumn(String column) {
            unset("text column", textColumn);
            textColumn = Objects.requireNonNull(column, "column");
            return this;
        }

        /**
         * How long the analysis of one text may take.
         *
         * @throws IllegalArgumentException if the time is negative
         * @throws IllegalStateException if it was set before
         */
        public Builder deadline(Duration allowed) {
            if (allowed.isNegative()) {
                throw new IllegalArgumentException("An analysis cannot take a negative time: " + allowed);
            }
            unset("deadline", deadline);
            deadline = allowed;
            return this;
        }

        /**
         * How many bytes (a column of bytes) or UTF-16 code units (one of strings) a text may have, instead of
         * {@link LicenseText#DEFAULT_LIMIT}. An analysis takes memory of up to 40 times the text, in each task at the same time.
         *
         * @throws IllegalArgumentException if the limit is not positive
         * @throws IllegalStateException if it was set before
         */
        public Builder limit(int most) {
            if (most <= 0) {
                throw new IllegalArgumentException("The limit must be positive, not " + most);
            }
            unset("limit", limit);
            limit = most;
            return this;
        }

        /**
         * The language of titles, rationales and explanations: Chinese where it is Chinese, otherwise English.
         *
         * @throws IllegalStateException if it was set before
         */
        public Builder language(Locale locale) {
            unset("language", language);
            language = Objects.requireNonNull(locale, "locale");
            return this;
        }

        /**
         * Adds a folder of one's own patterns to the catalog, on top of those added before. It is read now and here: its
         * files travel with the job, and no executor needs the folder.
         *
         * @throws CatalogException if the folder or a file cannot be read or is too large
         */
        public Builder patterns(Path folder) {
            patterns.add(CatalogFolder.read(folder));
            return this;
        }

        /**
         * Makes it.
         *
         * @throws CatalogException if anything in the added folders is wrong or does not fit: with everything at once
         */
        public SparkAnalyzer build() {
            Settings settings = new Settings(
                    limit == null ? LicenseText.DEFAULT_LIMIT : limit,
                    deadline,
                    language == null ? Locale.ENGLISH.getLanguage() : language.getLanguage(),
                    patterns);
            if (!patterns.isEmpty()) {
                settings.catalog(); // to be told here, not by a task that failed
            }
            return new SparkAnalyzer(
                    nameColumn == null ? "name" : nameColumn, textColumn == null ? "text" : textColumn, settings);
        }

        private static void unset(String what, @Nullable Object value) {
            if (value != null) {
                throw new IllegalStateException("The " + what + " is set already, to " + value);
            }
        }
    }
}
