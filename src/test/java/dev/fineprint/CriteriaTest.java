// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.CriterionRef;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Who says that a kind of clause offends a criterion: nothing is attributed to the OSI that it did not say. */
class CriteriaTest {
    private static final PatternCatalog CATALOG = PatternCatalog.bundled();
    private static final Authorities AUTHORITIES = new Authorities(CATALOG);
    private static final Path CONTRACT =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("contract");
    private static final String INFERENCE = "INFERENCE";
    private static final Set<String> STRENGTHS = Set.of("DIRECT", "REVIEWER", "ANALOGY", INFERENCE);
    /** Words that put something into the OSI's mouth. */
    private static final Pattern SPEAKS_FOR_THE_OSI = Pattern.compile(
            "(OSI|Open Source Initiative)\\b(?!-approved).{0,30}\\b(says?|said|holds?|held|states?|stated|finds?|found|thinks?|calls?|called"
                    + "|rejects?|rejected|refuses?|refused|requires?|considers?|demands?|forbids?|declared?|ruled)\\b"
                    + "|(according to|says|said by|in the view of) the (OSI|Open Source Initiative)"
                    + "|(OSI|开放源代码促进会|开源促进会)(?! ?(认证|批准)).{0,12}(认为|表示|指出|说|称|要求|拒绝|规定|宣布|主张|裁定|禁止)"
                    + "|(根据|按照|依照)\\s?(OSI|开放源代码促进会|开源促进会)");

    @Test
    void theContractSaysTheSame() throws IOException {
        assumeTrue(Files.isReadable(CONTRACT.resolve("criteria.yaml")), "no contract at " + CONTRACT);
        Map<?, ?> contract = yaml("criteria.yaml");
        Map<String, String> authorities = new TreeMap<>();
        map(contract, "authorities")
                .forEach((id, of) -> authorities.put(
                        String.valueOf(id), ((Map<?, ?>) of).get("title") + " " + ((Map<?, ?>) of).get("url")));
        Map<String, String> ours = new TreeMap<>();
        CATALOG.authorities().forEach((id, of) -> ours.put(id, of.title() + " " + of.url()));
        assertThat(ours).isEqualTo(authorities);

        Set<String> says = new TreeSet<>();
        for (Object each : list(contract, "says")) {
            Map<?, ?> rule = (Map<?, ?>) each;
            Object note = rule.get("note");
            for (Object kind : list(rule, "kinds")) {
                says.add(kind + " " + rule.get("criterion") + " " + rule.get("strength") + " " + rule.get("by") + " "
                        + (note == null ? "" : note));
            }
        }
        Set<String> said = new TreeSet<>();
        for (ClauseKind kind : CATALOG.kinds()) {
            for (CriterionRef ref : kind.criteria()) {
                said.add(kind.id() + " " + ref.criterion() + " " + ref.strength() + " " + ref.by() + " " + ref.note());
            }
        }
        assertThat(said).hasSizeGreaterThan(30).isEqualTo(says);
    }

    @Test
    void theContractHasTheSameKinds() throws IOException {
        assumeTrue(Files.isReadable(CONTRACT.resolve("kinds.yaml")), "no contract at " + CONTRACT);
        Set<String> theirs = new TreeSet<>();
        for (Object each : list(yaml("kinds.yaml"), "kinds")) {
            Map<?, ?> kind = (Map<?, ?>) each;
            theirs.add(kind.get("id") + " " + kind.get("effect") + " " + list(kind, "osd") + " " + list(kind, "osaid"));
        }
        Set<String> ours = new TreeSet<>();
        for (ClauseKind kind : CATALOG.kinds()) {
            ours.add(kind.id() + " " + kind.effect().code() + " " + kind.osd() + " " + kind.osaid());
        }
        assertThat(ours).hasSize(45).isEqualTo(theirs);
    }

    @Test
    void everyDeviationHasAnAuthorityWithALinkForEachCriterion() {
        for (ClauseKind kind : CATALOG.kinds()) {
            if (kind.effect() != Effect.RESTRICTS && kind.effect() != Effect.BURDENS) {
                continue;
            }
            List<AuthorityRef> refs = AUTHORITIES.of(kind);
            assertThat(AUTHORITIES.criteria(kind)).as(kind.id()).isNotEmpty();
            assertThat(refs).extracting(AuthorityRef::criterion).as(kind.id()).containsAll(AUTHORITIES.criteria(kind));
            assertThat(refs).as(kind.id()).allSatisfy(ref -> {
                assertThat(ref.url()).startsWith("https://");
                assertThat(ref.source()).isNotBlank();
                assertThat(ref.strength()).isIn(STRENGTHS);
            });
            for (LocalizedText text : List.of(kind.explanation(), kind.affects(), kind.remedy())) {
                assertThat(text.en()).as(kind.id()).isNotBlank();
                assertThat(text.zh()).as(kind.id()).isNotBlank();
            }
        }
    }

    @Test
    void whatNobodySaidIsReadFromADefinition() {
        for (ClauseKind kind : CATALOG.kinds()) {
            List<String> cited =
                    kind.criteria().stream().map(CriterionRef::criterion).toList();
            for (AuthorityRef ref : AUTHORITIES.of(kind)) {
                if (!cited.contains(ref.criterion())) {
                    assertThat(ref.strength()).as(kind.id()).isEqualTo(INFERENCE);
                }
            }
            for (CriterionRef ref : kind.criteria()) {
                if (ref.strength().equals(INFERENCE)) {
                    assertThat(ref.by())
                            .as("%s: an inference rests on a definition alone", kind.id())
                            .isSubsetOf("osd", "osaid");
                }
            }
        }
    }

    @Test
    void noKindSpeaksForTheOsi() {
        for (ClauseKind kind : CATALOG.kinds()) {
            for (LocalizedText text :
                    List.of(kind.title(), kind.meaning(), kind.affects(), kind.remedy(), kind.explanation())) {
                assertThat(text.en()).as(kind.id()).doesNotContainPattern(SPEAKS_FOR_THE_OSI);
                assertThat(text.zh()).as(kind.id()).doesNotContainPattern(SPEAKS_FOR_THE_OSI);
            }
            for (CriterionRef ref : kind.criteria()) {
                if (ref.strength().equals(INFERENCE)) {
                    assertThat(ref.note()).as(kind.id()).doesNotContainPattern(SPEAKS_FOR_THE_OSI);
                }
            }
        }
    }

    @Test
    void theRuleKnowsWhatItLooksFor() {
        assertThat(List.of(
                        "The OSI has said that this offends point 5.",
                        "Rejected, according to the OSI.",
                        "OSI 认为此条款不符合标准。",
                        "根据 OSI 的说法，须删除。"))
                .allSatisfy(text -> assertThat(text).containsPattern(SPEAKS_FOR_THE_OSI));
        assertThat(List.of("OSI-approved licences carry such clauses.", "OSI 认证许可证也含有此类条款。"))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(SPEAKS_FOR_THE_OSI));
    }

    @Test
    void reportsTellWhatIsInferredFromWhatIsSaid() throws IOException {
        LicenseReport report = LicenseAnalyzer.create()
                .analyze("You shall indemnify the Licensor against all claims by third parties.");
        assertThat(report.deviations()).singleElement().satisfies(deviation -> {
            assertThat(deviation.kind()).isEqualTo("legal.indemnification");
            assertThat(deviation.authorities()).singleElement().satisfies(ref -> {
                assertThat(ref.strength()).isEqualTo(INFERENCE);
                assertThat(ref.criterion()).isEqualTo("OSD-7");
                assertThat(ref.url()).isEqualTo("https://opensource.org/osd");
            });
        });
        assertThat(written(report, Locale.ENGLISH))
                .contains("Read by Fineprint from: The Open Source Definition (OSI)")
                .doesNotContain("Says who");
        assertThat(written(report, Locale.CHINESE))
                .contains("由 Fineprint 从标准推断：")
                .doesNotContain("依据");
    }

    private static String written(LicenseReport report, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.standard()
                .find("text")
                .orElseThrow()
                .writer(ReportOptions.defaults().in(locale))
                .write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<?, ?> yaml(String name) throws IOException {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(CONTRACT.resolve(name)));
        return (Map<?, ?>) read;
    }

    private static Map<?, ?> map(Map<?, ?> in, String name) {
        return (Map<?, ?>) in.get(name);
    }

    private static List<?> list(Map<?, ?> in, String name) {
        return in.get(name) instanceof List<?> list ? list : List.of();
    }
}
