// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.AuthorityRef;
import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.Identification;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import dev.fineprint.Span;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One report as its page shows it: everything in the words of one language, ready for the templates. */
final class HtmlReport {
    /** The columns of the picture: the ten criteria of the Open Source Definition, the four freedoms. */
    private static final List<String> CRITERIA = Stream.concat(
                    IntStream.rangeClosed(1, 10).mapToObj(number -> "OSD-" + number),
                    Stream.of("use", "study", "modify", "share").map(freedom -> "OSAID-" + freedom))
            .toList();

    private static final int QUOTE_COLUMNS = 150;
    private static final int PLACES_IN_A_FIGURE = 3;

    private final LicenseReport report;
    private final ReportWords words;
    private final String prefix;
    private final List<Kind> kinds;
    private final List<Note> notes;
    private final MarkedText text;

    /**
     * @param prefix put in front of the ids of the page's elements, so that several reports fit into one page
     */
    HtmlReport(LicenseReport report, ReportWords words, String prefix) {
        this.report = report;
        this.words = words;
        this.prefix = prefix;
        Map<String, Deviation> deviations = new LinkedHashMap<>();
        report.deviations().forEach(one -> deviations.putIfAbsent(key(one.effect(), one.kind()), one));
        Map<String, Kind> byKey = new LinkedHashMap<>();
        Map<String, List<Integer>> findings = new LinkedHashMap<>();
        for (int i = 0; i < report.findings().size(); i++) {
            Finding finding = report.findings().get(i);
            findings.computeIfAbsent(key(finding.effect(), finding.kind()), kind -> new ArrayList<>())
                    .add(i);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Effect effect : HtmlPage.EFFECTS) {
            // the deviations stand in order, the gravest first
            Stream.concat(deviations.keySet().stream(), findings.keySet().stream())
                    .distinct()
                    .filter(key -> key.startsWith(effect.code() + " ") && findings.containsKey(key))
                    .forEach(key -> {
                        String kind = key.substring(key.indexOf(' ') + 1);
                        String id = ids.add(kind) ? kind : kind + "-" + effect.code();
                        byKey.put(
                                key,
                                kind(
                                        id,
                                        kind,
                                        effect,
                                        findings.getOrDefault(key, List.of()),
                                        Optional.ofNullable(deviations.get(key))));
                    });
        }
        this.kinds = List.copyOf(byKey.values());
        List<Note> all = new ArrayList<>();
        for (int i = 0; i < report.findings().size(); i++) {
            Finding finding = report.findings().get(i);
            all.add(note(i, finding, Objects.requireNonNull(byKey.get(key(finding.effect(), finding.kind())))));
        }
        this.notes = List.copyOf(all);
        this.text = new MarkedText(report.text().orElse(""), report.findings());
    }

    private static String key(Effect effect, String kind) {
        return effect.code() + " " + kind;
    }

    // ---- what the page says of the whole

    /** The id of the report's element on the page. */
    String id() {
        return prefix + "report";
    }

    /** The folders in front of the file's name, if the text has one that looks like a path. */
    String folder() {
        String name = SafeText.name(report.document().name());
        return name.substring(0, name.length() - file().length());
    }

    String file() {
        String name = SafeText.name(report.document().name());
        return name.substring(name.lastIndexOf('/', name.length() - 2) + 1);
    }

    String verdict() {
        return words.text("verdict." + report.verdict().name());
    }

    /** The shape and colour of the verdict. */
    Effect signal() {
        return signal(report);
    }

    static Effect signal(LicenseReport report) {
        return switch (report.verdict()) {
            case DEVIATES ->
                report.deviations().stream().anyMatch(one -> one.effect() == Effect.RESTRICTS)
                        ? Effect.RESTRICTS
                        : Effect.BURDENS;
            case NO_DEVIATION_FOUND -> Effect.COMPATIBLE;
            case UNDETERMINED -> Effect.REVIEW;
        };
    }

    String rationale() {
        return line(report.rationale());
    }

    String summary() {
        return line(report.summary());
    }

    /** Which licence it is, and what to know about that; one sentence each. */
    List<String> identification() {
        List<String> sentences = new ArrayList<>();
        report.identification().ifPresent(known -> {
            identity(known, words).ifPresent(sentences::add);
            known.notes().forEach(note -> sentences.add(line(note)));
        });
        return sentences;
    }

    static Optional<String> identity(Identification known, ReportWords words) {
        if (known.relation() == Relation.NONE) {
            return Optional.empty();
        }
        String osi = words.text(known.osiApproved() ? "identification.osi" : "identification.not-osi");
        return Optional.of(words.text(
                "identification." + known.relation().name(), SafeText.oneLine(known.title()), known.similarity(), osi));
    }

    /** What was read: length, languages, checksum. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.text("html.length"),
                words.text("html.characters", report.document().length()),
                false));
        if (!report.document().languages().isEmpty()) {
            facts.add(new Fact(
                    words.text("html.languages"),
                    words.list(report.document().languages().stream()
                            .map(this::language)
                            .toList()),
                    false));
        }
        facts.add(new Fact("SHA-256", report.document().sha256(), true));
        facts.add(new Fact(
                words.text("html.tool"),
                report.tool().name() + " " + report.tool().version(),
                false));
        facts.add(new Fact(words.text("html.catalog"), report.tool().catalog(), true));
        return facts;
    }

    /** What a licence text cannot show. */
    List<String> notAssessed() {
        return report.notAssessed().stream().map(this::line).toList();
    }

    /** The values that are read in numbers, and the places that are shut out; each once. */
    List<Figure> figures() {
        Map<List<String>, Figure> figures = new LinkedHashMap<>();
        for (int i = 0; i < notes.size(); i++) {
            Finding finding = report.findings().get(i);
            Note note = notes.get(i);
            if (finding.effect() != Effect.COMPATIBLE) {
                figure(finding)
                        .ifPresent(value -> figures.putIfAbsent(
                                List.of(finding.kind(), value, rest(finding)),
                                new Figure(value, note.title(), rest(finding), note.effect(), note.target())));
            }
        }
        return List.copyOf(figures.values());
    }

    private Optional<String> figure(Finding finding) {
        for (Map.Entry<String, Object> value : finding.params().entrySet()) {
            if (value.getValue() instanceof Long number) {
                boolean money =
                        value.getKey().equals("amount") && finding.params().containsKey("currency");
                String plain = words.figure(number);
                return Optional.of(
                        money
                                ? words.text(
                                        "html.money",
                                        String.valueOf(finding.params().get("currency")),
                                        plain)
                                : plain);
            }
            if (value.getKey().equals("territories") && value.getValue() instanceof List<?> places) {
                String shown = words.value(
                        report,
                        finding.kind(),
                        Map.entry("territories", places.subList(0, Math.min(PLACES_IN_A_FIGURE, places.size()))));
                return Optional.of(
                        places.size() > PLACES_IN_A_FIGURE
                                ? words.text("html.more-places", shown, places.size() - PLACES_IN_A_FIGURE)
                                : shown);
            }
        }
        return Optional.empty();
    }

    /** The values beside the figure. */
    private String rest(Finding finding) {
        return finding.params().entrySet().stream()
                .filter(value -> !(value.getValue() instanceof Long)
                        && !value.getKey().equals("currency")
                        && !value.getKey().equals("territories"))
                .map(value -> words.named(report, finding.kind(), value))
                .collect(Collectors.joining(words.text("separator.values")));
    }

    // ---- the picture: criteria against kinds of clauses

    /** The criteria, in the order of the columns. */
    List<Criterion> criteria() {
        return CRITERIA.stream().map(this::criterion).toList();
    }

    private Criterion criterion(String id) {
        long clauses = kinds.stream()
                .filter(kind -> kind.deviates() && kind.criteria().contains(id))
                .mapToLong(kind -> kind.findings().size())
                .sum();
        String mark = id.startsWith("OSD-") ? id.substring("OSD-".length()) : words.text("criterion.mark." + id);
        return new Criterion(id, mark, words.text("criterion." + id), Math.toIntExact(clauses));
    }

    /** The rows of the picture: the kinds that deviate, the gravest first. */
    List<Kind> rows() {
        return kinds.stream().filter(Kind::deviates).toList();
    }

    // ---- clause by clause

    List<Note> notes() {
        return notes;
    }

    Note note(int index) {
        return notes.get(index);
    }

    /** All kinds that occur, those that deviate first. */
    List<Kind> kinds() {
        return kinds;
    }

    /** How many clauses have an effect. */
    int count(Effect effect) {
        return (int) notes.stream().filter(note -> note.effect() == effect).count();
    }

    /** The criteria that some finding touches, for the filter. */
    List<Criterion> touched() {
        Set<String> touched = new LinkedHashSet<>(CRITERIA);
        Set<String> found = new TreeSet<>();
        notes.forEach(note -> found.addAll(note.kind().criteria()));
        touched.retainAll(found);
        return touched.stream().map(this::criterion).toList();
    }

    /** Code and name of the findings' languages. */
    Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        notes.forEach(note -> languages.put(note.language(), language(note.language())));
        return languages;
    }

    private String language(String code) {
        return words.messages().textOr("language." + code, code);
    }

    MarkedText text() {
        return text;
    }

    boolean hasText() {
        return report.text().isPresent() && !report.text().get().isEmpty();
    }

    /** The language in which most of the text is written, as HTML names it. */
    String textLanguage() {
        return report.document().languages().stream()
                .findFirst()
                .map(HtmlPage::htmlLanguage)
                .orElse("");
    }

    private Kind kind(String id, String kind, Effect effect, List<Integer> findings, Optional<Deviation> deviation) {
        Optional<KindInfo> info = report.kind(kind);
        String meaning = kind.equals(Finding.UNCLASSIFIED)
                ? words.text("kind.unclassified.says")
                : info.map(known -> line(known.meaning())).orElse("");
        return new Kind(
                prefix + "kind-" + id,
                kind,
                effect,
                words.effect(effect),
                deviation.map(one -> line(one.title())).orElseGet(() -> words.title(report, kind)),
                deviation.isPresent(),
                deviation
                        .map(Deviation::criteria)
                        .or(() -> info.map(KindInfo::criteria))
                        .orElse(List.of()),
                deviation.map(one -> line(one.explanation())).orElse(meaning),
                deviation.map(one -> line(one.affects())).orElse(""),
                deviation
                        .map(one -> line(one.remedy()))
                        .or(() -> info.map(known -> line(known.remedy())))
                        .orElse(""),
                deviation.map(one -> sources(one, false)).orElse(List.of()),
                deviation.map(one -> sources(one, true)).orElse(List.of()),
                deviation.map(this::precedents).orElse(""),
                findings.stream().map(index -> link(index)).toList());
    }

    private Link link(int index) {
        return new Link(prefix + report.findings().get(index).id(), index + 1);
    }

    private String precedents(Deviation deviation) {
        OptionalInt precedents = deviation.osiPrecedents();
        return precedents.isPresent() ? words.text("precedents", precedents.getAsInt(), deviation.osiLicences()) : "";
    }

    /**
     * Who says so, or of which criteria it is read without that anybody said it: each source once for each strength,
     * with the criteria that it speaks of.
     */
    private List<Source> sources(Deviation deviation, boolean read) {
        Map<List<String>, Set<String>> criteria = new LinkedHashMap<>();
        for (AuthorityRef authority : deviation.authorities()) {
            if (read != authority.strength().equals("INFERENCE")) {
                continue;
            }
            Set<String> of = criteria.computeIfAbsent(
                    List.of(authority.source(), authority.url(), authority.strength()),
                    source -> new LinkedHashSet<>());
            if (!authority.criterion().equals("none")) {
                of.add(authority.criterion());
            }
        }
        List<Source> sources = new ArrayList<>();
        criteria.forEach((source, of) -> sources.add(new Source(
                SafeText.oneLine(source.get(0)),
                source.get(1).matches("https?://\\S+") ? source.get(1) : "",
                read ? "" : words.messages().textOr("strength." + source.get(2), source.get(2)),
                words.list(List.copyOf(of)))));
        return sources;
    }

    private Note note(int index, Finding finding, Kind kind) {
        Span span = finding.span();
        return new Note(
                prefix + "note-" + (index + 1),
                prefix + finding.id(),
                index + 1,
                kind,
                Places.of(words.messages(), span),
                finding.section().map(SafeText::oneLine).orElse(""),
                SafeText.oneLine(finding.text(), QUOTE_COLUMNS),
                words.values(report, finding),
                finding.reason().map(this::line).orElse(""),
                finding.counterpart().map(prefix::concat).orElse(""),
                finding.counterpart()
                        .flatMap(report::finding)
                        .map(other -> words.text("text.counterpart", Places.of(words.messages(), other.span())))
                        .orElse(""),
                finding.language());
    }

    private String line(LocalizedText text) {
        return SafeText.oneLine(words.messages().of(text));
    }

    /** Something known about the text. */
    record Fact(String name, String value, boolean code) {}

    /** A value in plain figures, of which clause, with what beside it. */
    record Figure(String value, String title, String rest, Effect effect, String target) {}

    /**
     * A criterion.
     *
     * @param mark its number, or a sign for it, for narrow columns
     * @param clauses how many clauses offend it
     */
    record Criterion(String id, String mark, String name, int clauses) {}

    /** Number of a finding, and the id of its place in the text. */
    record Link(String target, int number) {}

    /** Who says so; the address is empty where there is none to link to. */
    record Source(String title, String url, String strength, String criteria) {}

    /** A kind of clause, as far as it has one effect. */
    record Kind(
            String id,
            String kind,
            Effect effect,
            String effectName,
            String title,
            boolean deviates,
            List<String> criteria,
            String explanation,
            String affects,
            String remedy,
            List<Source> sources,
            List<Source> inferences,
            String precedents,
            List<Link> findings) {

        /** The criteria with blanks between them, for the filter. */
        String criteriaList() {
            return String.join(" ", criteria);
        }
    }

    /**
     * A finding in the list beside the text.
     *
     * @param id id of its entry in the list
     * @param target id of its place in the text: the finding's own, so that links into a report last
     */
    record Note(
            String id,
            String target,
            int number,
            Kind kind,
            String line,
            String section,
            String quote,
            String values,
            String reason,
            String counterpart,
            String counterpartPlace,
            String language) {

        Effect effect() {
            return kind.effect();
        }

        String title() {
            return kind.title();
        }
    }

    /** Lower case of an enum's name, for class names. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
