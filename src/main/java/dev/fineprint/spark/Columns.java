// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the results, called as the fields of a report in JSON are. {@link ReportRow} fills them in this order. */
final class Columns {
    private static final DataType TEXT = DataTypes.StringType;
    private static final DataType COUNT = DataTypes.IntegerType;
    private static final DataType SHARE = DataTypes.DoubleType;
    private static final DataType FLAG = DataTypes.BooleanType;
    private static final ArrayType TEXTS = DataTypes.createArrayType(TEXT, false);

    static final StructType SPAN = of(
            always("start", COUNT),
            always("end", COUNT),
            always("line", COUNT),
            always("column", COUNT),
            sometimes("page", COUNT));

    static final StructType FINDING = of(
            always("id", TEXT),
            always("kind", TEXT),
            always("title", TEXT),
            always("effect", TEXT),
            sometimes("attitude", TEXT),
            always("criteria", TEXTS),
            always("params", DataTypes.createMapType(TEXT, TEXTS, false)),
            always("domains", TEXTS),
            sometimes("condition", TEXT),
            sometimes("section", TEXT),
            always("start", COUNT),
            always("end", COUNT),
            always("line", COUNT),
            always("column", COUNT),
            sometimes("page", COUNT),
            always("spans", some(SPAN)),
            always("evidence", some(SPAN)),
            always("text", TEXT),
            always("pattern", TEXT),
            always("language", TEXT),
            sometimes("counterpart", TEXT),
            sometimes("reason", TEXT));

    static final StructType DEVIATION = of(
            always("kind", TEXT),
            always("effect", TEXT),
            always("criteria", TEXTS),
            always("findings", TEXTS),
            always("title", TEXT),
            always("explanation", TEXT),
            always("affects", TEXT),
            always("remedy", TEXT),
            sometimes("osiPrecedents", COUNT));

    static final StructType DOCUMENT = of(
            always("sha256", TEXT),
            always("length", COUNT),
            always("languages", TEXTS),
            always("mediaType", TEXT),
            sometimes("pages", COUNT),
            sometimes("text", TEXT));

    static final StructType IDENTIFICATION = of(
            sometimes("id", TEXT),
            sometimes("title", TEXT),
            always("relation", TEXT),
            always("similarity", SHARE),
            always("baseCovered", SHARE),
            always("textCovered", SHARE),
            always("osiApproved", FLAG),
            always("contains", TEXTS),
            always("runnersUp", TEXTS));

    static final StructType COUNTS = of(
            always("restricts", COUNT), always("burdens", COUNT), always("compatible", COUNT), always("review", COUNT));

    static final StructType TOOL = of(always("name", TEXT), always("version", TEXT), always("catalog", TEXT));

    static final StructField NAME = sometimes("name", TEXT);

    static final StructType REPORT = of(
            NAME,
            sometimes("failure", TEXT),
            sometimes("verdict", TEXT),
            sometimes("rationale", TEXT),
            sometimes("summary", TEXT),
            sometimes("document", DOCUMENT),
            sometimes("identification", IDENTIFICATION),
            sometimes("counts", COUNTS),
            sometimes("deviations", some(DEVIATION)),
            sometimes("findings", some(FINDING)),
            sometimes("tool", TOOL));

    static final StructType NAMED_FINDING =
            of(Stream.concat(Stream.of(NAME), Stream.of(FINDING.fields())).toArray(StructField[]::new));

    private Columns() {}

    private static StructType of(StructField... fields) {
        return DataTypes.createStructType(fields);
    }

    private static StructField always(String name, DataType type) {
        return DataTypes.createStructField(name, type, false);
    }

    private static StructField sometimes(String name, DataType type) {
        return DataTypes.createStructField(name, type, true);
    }

    private static ArrayType some(StructType type) {
        return DataTypes.createArrayType(type, false);
    }
}
