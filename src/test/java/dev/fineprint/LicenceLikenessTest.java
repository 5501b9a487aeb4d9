// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no licence gets no verdict, with the reason; what is one is never taken for none. */
class LicenceLikenessTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final String OTHER = "hardly any of its words grant";
    private static final String CODE = "made of the signs and lines that programs";
    /** Files in libraries' jars that are no licences, whatever they say. */
    private static final Pattern NO_LICENCE = Pattern.compile(
            "(?i).*(\\.properties|\\.xsd|\\.dtd|\\.js|\\.proto|pom\\.xml|MANIFEST\\.MF|/DEPENDENCIES|stop.*\\.txt)");

    private static final int EACH = 6;
    private static final int LARGEST = 60_000;

    /** Too little in them says that they are licences: a line, or nothing but what its author wants done. */
    private static final Set<String> TOO_LITTLE =
            Set.of("Gutmann", "NLPL", "Symlinks", "TermReadKey", "any-OSI", "diffmark");

    @ParameterizedTest
    @CsvSource({
        "readme.md, " + OTHER,
        "readme-zh.md, " + OTHER,
        "novel.txt, " + OTHER,
        "novel-zh.txt, " + OTHER,
        "changelog.txt, " + OTHER,
        "program.py, " + CODE,
        "Program.java, " + CODE,
        "settings.json, " + CODE
    })
    void whatIsNoLicenceGetsNoVerdict(String name, String reason) throws IOException {
        LicenseReport report = ANALYZER.analyze(LicenseText.of(name, resource(name)));
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.rationale().en()).contains(reason);
        assertThat(report.rationale().zh()).contains("不像许可证");
        assertThat(report.summary().en()).contains(report.rationale().en());
    }

    @Test
    void oneRestrictingSentenceInAReadmeIsNoReasonToKeepSilent() throws IOException {
        String readme = resource("readme.md")
                + "\nThe weights are licensed for non-commercial use only. You may not use them for military purposes.\n"
                + "You must not offer them to others as a service, and you may not distribute them without our consent.\n";
        LicenseReport report = ANALYZER.analyze(readme);
        assertThat(report.verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(report.findings()).extracting(Finding::kind).contains("commercial.prohibited", "use.prohibited");
    }

    @Test
    void whatLiesInLibrariesIsHardlyEverTakenForALicence() throws IOException {
        Map<String, LicenseText> texts = fromLibraries();
        assertThat(texts).hasSizeGreaterThan(80);
        Set<String> taken = new TreeSet<>();
        texts.forEach((name, text) -> {
            LicenseReport report = ANALYZER.analyze(text);
            boolean carriesOne = report.identification().orElseThrow().relation() != Relation.NONE;
            if (report.verdict() != Verdict.UNDETERMINED && !carriesOne) {
                taken.add(name);
            }
        });
        assertThat(taken.size()).as(taken.toString()).isLessThanOrEqualTo(texts.size() / 12);
    }

    @Test
    @Tag("slow")
    void noLicenceOfTheSpdxListIsTakenForNone() {
        Set<String> none = new TreeSet<>();
        int read = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            LicenseReport report = ANALYZER.analyze(LicenseText.of(entry.id(), entry.text()));
            assertThat(report.rationale().en()).as(entry.id()).doesNotContain("does not read like a licence");
            if (report.verdict() == Verdict.UNDETERMINED
                    || !report.document().languages().contains("en")) {
                continue; // in a language that nobody reads here
            }
            read++;
            long restricting = report.findings().stream()
                    .filter(finding -> finding.effect().code().equals("restricts"))
                    .count();
            LicenceLikeness.Look look = LicenceLikeness.of(
                    LicenseText.of("", entry.text()).normalized(),
                    restricting,
                    report.findings().size(),
                    StopSignal.onInterrupt());
            if (look != LicenceLikeness.Look.LICENCE
                    && !report.document().languages().contains("other")) {
                none.add(entry.id());
            }
        }
        assertThat(read).isGreaterThan(650);
        assertThat(none).as("would be taken for none if it were not known").isSubsetOf(TOO_LITTLE);
    }

    @Test
    void modelLicencesAndSpecimensAreLicences() throws IOException {
        List<Path> files = new ArrayList<>(textsIn(Path.of("corpus/specimens")));
        assertThat(files).isNotEmpty();
        Path shared =
                Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus/texts");
        if (Files.isDirectory(shared)) {
            files.addAll(textsIn(shared));
        }
        for (Path file : files) {
            LicenseReport report = ANALYZER.analyze(file);
            assertThat(report.verdict()).as(file.toString()).isNotEqualTo(Verdict.UNDETERMINED);
            LicenceLikeness.Look look =
                    LicenceLikeness.of(LicenseText.read(file).normalized(), 0, 0, StopSignal.onInterrupt());
            assertThat(look).as("%s, by its words alone", file).isEqualTo(LicenceLikeness.Look.LICENCE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LiLiQ-P-1.1, NO_DEVIATION_FOUND, which the OSI approved. It is in a language that the catalog does not know",
        "OSC-1.0, NO_DEVIATION_FOUND, which the OSI approved. It is in a language that the catalog does not know",
        "CC-BY-NC-SA-3.0-DE, UNDETERMINED, which the OSI has not approved",
        "CECILL-1.0, UNDETERMINED, which the OSI has not approved",
        "CC-BY-SA-2.1-JP, UNDETERMINED, which the OSI has not approved"
    })
    void aKnownTextInAForeignLanguageIsToldByName(String id, Verdict verdict, String reason) {
        LicenseReport report =
                ANALYZER.analyze(LicenseText.of(id, SpdxTexts.get(id).text()));
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.rationale().en())
                .contains(report.identification().orElseThrow().title(), reason);
    }

    @Test
    void anUnknownTextInAForeignLanguageGetsNoVerdict() {
        LicenseReport report =
                ANALYZER.analyze("Das Modell darf nur zu Zwecken der Forschung verwendet werden. Eine Nutzung durch "
                        + "das Militär ist nicht gestattet, und die Weitergabe an Dritte bedarf der Zustimmung.");
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.rationale().en()).contains("in a language that the catalog does not know");
        assertThat(report.document().languages()).containsExactly("other");
    }

    @Test
    void aChangedTextInAForeignLanguageSaysWhatWasChanged() {
        String approved = SpdxTexts.get("LiLiQ-P-1.1").text();
        int middle = approved.indexOf(". ", approved.length() / 2) + 2;
        String text = approved.substring(0, middle)
                + "Nulle armée ne peut utiliser le logiciel pour la guerre. "
                + approved.substring(middle);
        LicenseReport report = ANALYZER.analyze(LicenseText.of("changed", text));
        assertThat(report.identification().orElseThrow().relation()).isEqualTo(Relation.MODIFIED);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.rationale().en()).contains("It is a modified");
    }

    @Test
    void aListOfNamesIsNoForeignLanguage() {
        String names = "Copyright: Ulla van Steen, Ren\u00E9 Dub\u00E9, J\u00F6rg Aal, "
                + "Ann Lee, Tom Hill, Kim Brook, Ed Moor, Sue Dale, Max Ford, ".repeat(12)
                + "Bo Frost.\n";
        LicenseReport report = ANALYZER.analyze(names
                + "\nYou may use this model for any purpose, provided that you keep this notice with every copy.\n");
        assertThat(report.document().languages()).containsExactly("en");
    }

    private static List<Path> textsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** A few texts of each sort out of each jar on the class path. */
    private static Map<String, LicenseText> fromLibraries() throws IOException {
        Map<String, LicenseText> texts = new TreeMap<>();
        for (String path : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
            if (!path.endsWith(".jar") || !Files.isReadable(Path.of(path))) {
                continue;
            }
            try (ZipFile jar = new ZipFile(path)) {
                Map<String, Integer> counts = new TreeMap<>();
                Enumeration<? extends ZipEntry> entries = jar.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    String name = entry.getName();
                    String sort = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')));
                    if (NO_LICENCE.matcher(name).matches()
                            && entry.getSize() < LARGEST
                            && counts.merge(sort, 1, Integer::sum) <= EACH) {
                        try (InputStream in = jar.getInputStream(entry)) {
                            byte[] bytes = in.readAllBytes();
                            if (bytes.length > 100) {
                                texts.put(Path.of(path).getFileName() + "!" + name, LicenseText.decode(name, bytes));
                            }
                        }
                    }
                }
            }
        }
        return texts;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LicenceLikenessTest.class.getResourceAsStream("no-licence/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
