// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.match.ClauseMatch;
import dev.fineprint.match.MatchResult;
import dev.fineprint.osi.Precedents;
import dev.fineprint.text.Clause;
import dev.fineprint.text.Language;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Section;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.StopSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the report out of what was matched. Immutable; thread-safe. */
final class ReportBuilder {
    private static final String TOOL = "fineprint";
    private static final String SAFETY_NET = "safety-net";
    private static final String COUNTERPARTS = "counterparts";
    private static final int SUMMARY_PARTS = 8;
    private static final List<String> FREEDOMS = List.of("use", "study", "modify", "share");

    private final PatternCatalog catalog;
    private final ToolInfo tool;
    private final Wording wording;
    private final Authorities authorities;
    private final List<Domain> domains;
    private final Map<String, ClauseKind> kinds = new HashMap<>();
    private final Map<String, Integer> kindOrder = new HashMap<>();

    /** What there is to know of kinds whose findings carry no values with names, put together once. */
    private final Map<String, KindInfo> plainInfos = new ConcurrentHashMap<>();

    ReportBuilder(PatternCatalog catalog) {
        this.catalog = catalog;
        this.tool = new ToolInfo(TOOL, version(), catalog.version());
        this.wording = new Wording(catalog);
        this.authorities = new Authorities(catalog);
        this.domains = catalog.domains();
        for (ClauseKind kind : catalog.kinds()) {
            kinds.put(kind.id(), kind);
            kindOrder.put(kind.id(), kindOrder.size());
        }
    }

    /** Compares reports in the same words. */
    DiffBuilder diffs() {
        return new DiffBuilder(new DiffWording(catalog, wording));
    }

    ToolInfo tool() {
        return tool;
    }

    private static String version() {
        String version = ReportBuilder.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    LicenseReport build(
            LicenseText text,
            Segmentation segmentation,
            MatchResult result,
            dev.fineprint.identify.Identification known,
            StopSignal stop) {
        List<Finding> single = findings(text, segmentation, result, known, stop);
        stop.check();
        EnumMap<Language, Integer> lengths = lengths(segmentation);
        List<Counterparts.Pair> pairs = Counterparts.find(segmentation, lengths, single);
        List<Finding> findings = Counterparts.linked(single, pairs);
        for (Counterparts.Pair pair : pairs) {
            if (!pair.differing().isEmpty()) {
                findings.add(disagreement("finding-" + (findings.size() + 1), pair));
            }
        }
        stop.check();
        List<Deviation> deviations = deviations(findings, stop);
        stop.check();
        List<String> languages = new ArrayList<>();
        for (Language language : lengths.keySet()) {
            languages.add(language.code());
        }
        Judgement judgement = judge(text, segmentation, lengths, findings, deviations, known, stop);
        stop.check();
        List<KindInfo> infos = kinds(findings, stop);
        stop.check();
        List<Freedom> freedoms = freedoms(findings, stop);
        stop.check();
        return new LicenseReport(
                tool,
                new DocumentInfo(
                        text.name(),
                        text.sha256(),
                        text.original().length(),
                        languages,
                        text.mediaType(),
                        text.pages()),
                judgement.verdict(),
                judgement.rationale(),
                judgement.summary(),
                Optional.of(Identifications.of(known, text, findings)),
                findings,
                deviations,
                infos,
                freedoms,
                List.of(
                        wording.message("notAssessed.data"),
                        wording.message("notAssessed.code"),
                        wording.message("notAssessed.parameters")),
                Optional.of(text.original()));
    }

    private List<Finding> findings(
            LicenseText text,
            Segmentation segmentation,
            MatchResult result,
            dev.fineprint.identify.Identification known,
            StopSignal stop) {
        List<Draft> drafts = new ArrayList<>();
        Map<Integer, List<Draft>> named = new HashMap<>();
        for (ClauseMatch match : result.matches()) {
            int order = Objects.requireNonNull(kindOrder.get(match.kind().id()));
            Draft draft = new Draft(match.clause(), order, match, null);
            if (match.pattern().tentative()) {
                named.computeIfAbsent(match.clause().index(), clause -> new ArrayList<>())
                        .add(draft);
            } else {
                drafts.add(draft);
            }
        }
        // A free licence stays free of guesses: they count in a text that restricts anyway, and in what was added to
        // one.
        boolean restricts = false;
        for (Draft draft : drafts) {
            ClauseMatch match = draft.match();
            restricts |= match != null && match.kind().effect() == Effect.RESTRICTS;
        }
        List<Clause> alarming = new ArrayList<>();
        for (MatchResult.Alarm alarm : result.alarms()) {
            alarming.add(alarm.clause());
        }
        Set<Clause> added = Set.copyOf(Additions.among(alarming, known));
        ApprovedWords approved = new ApprovedWords(text, segmentation, stop);
        for (MatchResult.Alarm alarm : result.alarms()) {
            Clause clause = alarm.clause();
            if (!approved.say(clause)) {
                List<Draft> nameless = List.of(new Draft(clause, kindOrder.size(), null, alarm));
                boolean guess = restricts || added.contains(clause);
                drafts.addAll(guess ? named.getOrDefault(clause.index(), nameless) : nameless);
            }
        }
        for (Clause addition : Additions.of(result, known)) {
            if (!approved.say(addition)) {
                Draft nameless = new Draft(addition, kindOrder.size(), null, null);
                drafts.addAll(named.getOrDefault(addition.index(), List.of(nameless)));
            }
        }
        drafts.sort(
                Comparator.comparingInt((Draft draft) -> draft.clause().start()).thenComparingInt(Draft::order));
        Sections sections = new Sections(segmentation);
        List<Finding> findings = new ArrayList<>();
        for (Draft draft : drafts) {
            stop.checkAt(findings.size());
            String id = "finding-" + (findings.size() + 1);
            ClauseMatch match = draft.match();
            MatchResult.Alarm alarm = draft.alarm();
            if (match != null) {
                findings.add(finding(id, text, sections, match));
            } else if (alarm != null) {
                String words = text.original().substring(alarm.start(), alarm.end());
                Span evidence = span(text, alarm.start(), alarm.end());
                findings.add(unclassified(
                        id, text, sections, draft.clause(), evidence, wording.message("reason.unclassified", words)));
            } else {
                Clause clause = draft.clause();
                Span evidence = span(text, clause.start(), clause.end());
                findings.add(unclassified(
                        id, text, sections, clause, evidence, wording.message("reason.added", known.title())));
            }
        }
        return findings;
    }

    /** What a finding will be made of: a match, an alarm or, with neither, a clause added to a known licence. */
    private record Draft(Clause clause, int order, @Nullable ClauseMatch match, MatchResult.@Nullable Alarm alarm) {}

    private static Finding finding(String id, LicenseText text, Sections sections, ClauseMatch match) {
        Clause clause = match.clause();
        return new Finding(
                id,
                match.kind().id(),
                match.kind().effect(),
                match.pattern().attitude(),
                match.values(),
                match.condition(),
                sections.name(clause),
                List.of(span(text, clause.start(), clause.end())),
                List.of(span(text, match.start(), match.end())),
                text.original().substring(clause.start(), clause.end()),
                match.pattern().id(),
                clause.language().code(),
                Optional.empty(),
                Optional.empty());
    }

    private static Finding unclassified(
            String id, LicenseText text, Sections sections, Clause clause, Span evidence, LocalizedText reason) {
        return new Finding(
                id,
                Finding.UNCLASSIFIED,
                Effect.REVIEW,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                sections.name(clause),
                List.of(span(text, clause.start(), clause.end())),
                List.of(evidence),
                text.original().substring(clause.start(), clause.end()),
                SAFETY_NET,
                clause.language().code(),
                Optional.empty(),
                Optional.of(reason));
    }

    /** Two versions of one clause that cannot both hold: for a person to read. */
    private Finding disagreement(String id, Counterparts.Pair pair) {
        Finding first = pair.first();
        Finding second = pair.second();
        List<LocalizedText> values = new ArrayList<>();
        for (String name : pair.differing()) {
            values.add(wording.message(
                    "reason.differs",
                    wording.message("value." + name),
                    wording.value(name, Objects.requireNonNull(first.params().get(name))),
                    wording.value(name, Objects.requireNonNull(second.params().get(name)))));
        }
        return new Finding(
                id,
                Finding.UNCLASSIFIED,
                Effect.REVIEW,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                first.section(),
                List.of(first.span(), second.span()),
                Stream.concat(first.evidence().stream(), second.evidence().stream())
                        .toList(),
                first.text() + "\n" + second.text(),
                COUNTERPARTS,
                first.language(),
                Optional.empty(),
                Optional.of(wording.message(
                        "reason.disagreement",
                        kind(first.kind()).title(),
                        wording.joined("separator.summary", values))));
    }

    /** What the sections of one text are called, each put together once. One analysis, one thread. */
    private static final class Sections {
        private final List<Section> sections;
        private final @Nullable String[] names;

        Sections(Segmentation segmentation) {
            this.sections = segmentation.sections();
            this.names = new String[sections.size()];
        }

        Optional<String> name(Clause clause) {
            String name = names[clause.section()];
            if (name == null) {
                Section section = sections.get(clause.section());
                name = (section.number() + " " + section.heading()).strip();
                names[clause.section()] = name;
            }
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
    }

    private static Span span(LicenseText text, int start, int end) {
        return Span.of(text, start, end);
    }

    private List<Deviation> deviations(List<Finding> findings, StopSignal stop) {
        Map<String, List<Finding>> byKind = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.effect() == Effect.RESTRICTS || finding.effect() == Effect.BURDENS) {
                byKind.computeIfAbsent(finding.kind(), k -> new ArrayList<>()).add(finding);
            }
        }
        List<Deviation> deviations = new ArrayList<>();
        byKind.forEach((id, of) -> deviations.add(deviation(kind(id), of, stop)));
        deviations.sort((one, other) -> {
            int byEffect = one.effect().compareTo(other.effect());
            return byEffect != 0 ? byEffect : Integer.compare(order(one), order(other));
        });
        return deviations;
    }

    private int order(Deviation deviation) {
        return Objects.requireNonNull(kindOrder.get(deviation.kind()));
    }

    private ClauseKind kind(String id) {
        ClauseKind kind = kinds.get(id);
        if (kind == null) {
            throw new IllegalStateException("No kind " + id + " in the catalog");
        }
        return kind;
    }

    private Deviation deviation(ClauseKind kind, List<Finding> findings, StopSignal stop) {
        stop.check();
        List<Finding> told = Counterparts.toldOnce(findings, stop);
        stop.check();
        LocalizedText explanation = wording.explanation(kind, told);
        stop.check();
        return new Deviation(
                kind.id(),
                kind.effect(),
                authorities.criteria(kind),
                ids(findings),
                kind.title(),
                explanation,
                kind.affects(),
                kind.remedy(),
                authorities.of(kind),
                Precedents.bundled().count(kind.id()));
    }

    private static List<String> ids(List<Finding> findings) {
        List<String> ids = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            ids.add(finding.id());
        }
        return ids;
    }

    private List<KindInfo> kinds(List<Finding> findings, StopSignal stop) {
        Map<String, Map<String, LocalizedText>> values = new LinkedHashMap<>();
        int step = 0;
        for (Finding finding : findings) {
            stop.checkAt(step++);
            Map<String, LocalizedText> named = values.computeIfAbsent(finding.kind(), k -> new LinkedHashMap<>());
            if (finding.params().get("domains") instanceof List<?> forbidden) {
                for (Domain domain : domains) {
                    if (forbidden.contains(domain.id())) {
                        named.put(domain.id(), domain.title());
                    }
                }
            }
        }
        List<KindInfo> infos = new ArrayList<>();
        values.forEach((id, named) -> {
            ClauseKind kind = kinds.get(id); // the unclassified are of none
            if (kind != null) {
                infos.add(
                        named.isEmpty()
                                ? plainInfos.computeIfAbsent(id, plain -> info(kind, Map.of()))
                                : info(kind, named));
            }
        });
        return infos;
    }

    private KindInfo info(ClauseKind kind, Map<String, LocalizedText> values) {
        return new KindInfo(
                kind.id(),
                kind.effect(),
                kind.title(),
                kind.meaning(),
                kind.remedy(),
                values,
                authorities.criteria(kind));
    }

    private List<Freedom> freedoms(List<Finding> findings, StopSignal stop) {
        Map<String, List<String>> touching = new HashMap<>();
        Set<String> restricted = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.effect() == Effect.RESTRICTS || finding.effect() == Effect.BURDENS) {
                for (String freedom : kind(finding.kind()).osaid()) {
                    touching.computeIfAbsent(freedom, f -> new ArrayList<>()).add(finding.id());
                    if (finding.effect() == Effect.RESTRICTS) {
                        restricted.add(freedom);
                    }
                }
            }
        }
        List<Freedom> freedoms = new ArrayList<>();
        for (String id : FREEDOMS) {
            stop.check();
            freedoms.add(new Freedom(id, restricted.contains(id), touching.getOrDefault(id, List.of())));
        }
        return freedoms;
    }

    /** How many characters of each language the clauses hold. */
    private static EnumMap<Language, Integer> lengths(Segmentation segmentation) {
        EnumMap<Language, int[]> characters = new EnumMap<>(Language.class);
        for (Clause clause : segmentation.clauses()) {
            int[] sum = characters.computeIfAbsent(clause.language(), language -> new int[1]);
            sum[0] += clause.end() - clause.start();
        }
        EnumMap<Language, Integer> lengths = new EnumMap<>(Language.class);
        characters.forEach((language, sum) -> lengths.put(language, sum[0]));
        return lengths;
    }

    private record Judgement(Verdict verdict, LocalizedText rationale, LocalizedText summary) {}

    private Judgement judge(
            LicenseText text,
            Segmentation segmentation,
            EnumMap<Language, Integer> lengths,
            List<Finding> findings,
            List<Deviation> deviations,
            dev.fineprint.identify.Identification known,
            StopSignal stop) {
        List<Deviation> restricting = new ArrayList<>();
        for (Deviation deviation : deviations) {
            if (deviation.effect() == Effect.RESTRICTS) {
                restricting.add(deviation);
            }
        }
        List<Finding> accusing = having(Effect.RESTRICTS, findings);
        boolean wordless = isWordless(text.original(), stop);
        int readable = lengths.getOrDefault(Language.EN, 0) + lengths.getOrDefault(Language.ZH, 0);
        if (restricting.isEmpty() && lengths.getOrDefault(Language.OTHER, 0) > readable) {
            return unread(known);
        }
        if (known.relation() == dev.fineprint.identify.Relation.NONE) {
            LicenceLikeness.Look look = LicenceLikeness.of(text.normalized(), accusing.size(), findings.size(), stop);
            if (look != LicenceLikeness.Look.LICENCE) {
                boolean code = look == LicenceLikeness.Look.CODE;
                return undetermined(wordless ? "rationale.empty" : code ? "rationale.code" : "rationale.notLicense");
            }
        }
        if (!restricting.isEmpty()) {
            int clauses = Counterparts.clauses(accusing);
            return new Judgement(
                    Verdict.DEVIATES,
                    wording.message("rationale.restricts", clauses, titles(restricting)),
                    summary(deviations));
        }
        if (segmentation.clauses().isEmpty() || wordless) {
            return undetermined("rationale.empty");
        }
        if (known.osiApproved() && known.relation() == dev.fineprint.identify.Relation.EXACT) {
            return new Judgement(
                    Verdict.NO_DEVIATION_FOUND,
                    wording.message("rationale.approved", known.title(), deviations.size()),
                    deviations.isEmpty() ? wording.message("summary.none") : summary(deviations));
        }
        if (!deviations.isEmpty()) {
            int clauses = Counterparts.clauses(having(Effect.BURDENS, findings));
            return new Judgement(
                    Verdict.DEVIATES,
                    wording.message("rationale.burdens", clauses, titles(deviations)),
                    summary(deviations));
        }
        int unread = having(Effect.REVIEW, findings).size();
        if (unread > 0) {
            return new Judgement(
                    Verdict.NO_DEVIATION_FOUND,
                    wording.message("rationale.review", unread),
                    wording.message("summary.review", unread));
        }
        return new Judgement(
                Verdict.NO_DEVIATION_FOUND, wording.message("rationale.none"), wording.message("summary.none"));
    }

    private static boolean isWordless(String text, StopSignal stop) {
        for (int i = 0; i < text.length(); i++) {
            stop.checkAt(i);
            if (Character.isLetter(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Finding> having(Effect effect, List<Finding> findings) {
        List<Finding> having = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.effect() == effect) {
                having.add(finding);
            }
        }
        return having;
    }

    /** Of a text whose language the catalog does not know, what it is known to be. */
    private Judgement unread(dev.fineprint.identify.Identification known) {
        return switch (known.relation()) {
            case EXACT ->
                known.osiApproved()
                        ? new Judgement(
                                Verdict.NO_DEVIATION_FOUND,
                                wording.message("rationale.language.approved", known.title()),
                                wording.message("summary.none"))
                        : undetermined("rationale.language.exact", known.title());
            case MODIFIED -> undetermined("rationale.language.modified", known.title());
            case CONTAINS, NONE -> undetermined("rationale.language");
        };
    }

    private Judgement undetermined(String reason, Object... values) {
        LocalizedText rationale = wording.message(reason, values);
        return new Judgement(Verdict.UNDETERMINED, rationale, wording.message("summary.empty", rationale));
    }

    private LocalizedText titles(List<Deviation> deviations) {
        List<LocalizedText> titles = new ArrayList<>(deviations.size());
        for (Deviation deviation : deviations) {
            titles.add(deviation.title());
        }
        return wording.joined("separator.list", titles);
    }

    private LocalizedText summary(List<Deviation> deviations) {
        List<LocalizedText> parts = new ArrayList<>(SUMMARY_PARTS);
        for (Deviation deviation : deviations.subList(0, Math.min(SUMMARY_PARTS, deviations.size()))) {
            parts.add(withoutStop(deviation.explanation()));
        }
        LocalizedText first = wording.joined("separator.summary", parts);
        int more = deviations.size() - SUMMARY_PARTS;
        return more > 0 ? wording.message("summary.more", first, more) : first;
    }

    private static LocalizedText withoutStop(LocalizedText sentence) {
        return new LocalizedText(withoutStop(sentence.en()), withoutStop(sentence.zh()));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("。")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }
}
