// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Effect;
import dev.fineprint.scan.Observation.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Holds the parts of a release against each other. */
final class Observations {
    private static final int MOST_DEVIATIONS = 3;
    private static final int LONGEST_HEADING = 80;
    private static final int SHORTEST_NOTICE = 12;
    private static final List<String> LICENSE_HEADINGS = List.of("license", "licence", "许可");

    private final Sentences sentences;
    private final KnownModels known;
    private final String name;
    private final List<ReleaseDocument> documents;
    private final Optional<ModelCard> card;
    private final Optional<CardText> text;
    private final List<HeaderField> fields;
    private final List<Ancestor> lineage;
    private final boolean cardRead;
    private final List<Observation> all = new ArrayList<>();

    Observations(
            Sentences sentences,
            KnownModels known,
            String name,
            List<ReleaseDocument> documents,
            Optional<ModelCard> card,
            Optional<CardText> text,
            List<HeaderField> fields,
            List<Ancestor> lineage,
            boolean cardRead) {
        this.sentences = sentences;
        this.known = known;
        this.name = name;
        this.documents = documents;
        this.card = card;
        this.text = text;
        this.fields = fields;
        this.lineage = lineage;
        this.cardRead = cardRead;
    }

    List<Observation> all() {
        absentLicense();
        cardAgainstTexts();
        headers();
        several();
        for (ReleaseDocument license : licenses()) {
            LicenseReport report = license.report().orElseThrow();
            policy(license, report);
            notice(license, report);
            if (!lineage.isEmpty()) {
                display(license, report);
                naming(license, report);
            }
        }
        lineage();
        claims();
        return List.copyOf(all);
    }

    private void add(Topic topic, List<Quotation> quotations, Object... arguments) {
        all.add(new Observation(
                topic,
                sentences.message("observation." + topic.code(), arguments),
                quotations.stream().distinct().toList()));
    }

    private List<ReleaseDocument> licenses() {
        return documents.stream()
                .filter(document ->
                        document.role() == Role.LICENSE && document.report().isPresent())
                .toList();
    }

    /** The ids that the card names, as they stand there. */
    private List<String> named() {
        return card.map(ModelCard::licenses).orElse(List.of());
    }

    /** What the release is under, as far as it can be known by an id. */
    private Set<String> ownIds() {
        Set<String> ids = new LinkedHashSet<>();
        named().forEach(id -> known.license(id).ifPresent(ids::add));
        for (ReleaseDocument license : licenses()) {
            identified(license).map(Identification::id).ifPresent(ids::add);
        }
        return ids;
    }

    private static Optional<Identification> identified(ReleaseDocument document) {
        return document.report()
                .flatMap(LicenseReport::identification)
                .filter(found ->
                        found.relation() != Relation.NONE && !found.id().isEmpty());
    }

    private void absentLicense() {
        if (documents.stream().anyMatch(document -> document.role() == Role.LICENSE)) {
            return;
        }
        if (named().isEmpty()) {
            Optional<Quotation> told =
                    text.flatMap(one -> one.section(LICENSE_HEADINGS).map(one::quotation));
            if (told.isPresent()) {
                add(Topic.LICENSE_TEXT_ABSENT, List.of(told.get()), told.get().text());
            } else if (cardRead) {
                add(Topic.NO_LICENSE, List.of());
            }
        } else {
            ModelCard head = card.orElseThrow();
            List<Quotation> quotations = new ArrayList<>();
            named().forEach(id -> quotations.add(head.quotation("license", id)));
            head.licenseLink().ifPresent(link -> quotations.add(head.quotation("license_link", link)));
            add(Topic.LICENSE_TEXT_ABSENT, quotations, String.join(", ", named()));
        }
    }

    private void cardAgainstTexts() {
        if (licenses().isEmpty()) {
            return;
        }
        for (String id : named()) {
            Optional<String> meant = known.license(id);
            if (meant.isEmpty()) {
                continue; // "other", or a name that nobody knows: nothing to hold against the text
            }
            if (licenses().stream().noneMatch(license -> agrees(meant.get(), license))) {
                List<Quotation> quotations = new ArrayList<>();
                quotations.add(card.orElseThrow().quotation("license", id));
                licenses().stream()
                        .filter(license -> license.report().orElseThrow().verdict() != Verdict.UNDETERMINED
                                || identified(license).isPresent())
                        .forEach(license -> quotations.addAll(sides(license)));
                if (quotations.size() > 1) {
                    add(Topic.CARD_LICENSE_DIFFERS, quotations, id);
                }
            }
        }
    }

    /** Whether a text may be the licence of an id: it is that one, or it is none that is known and has no more limits. */
    private boolean agrees(String id, ReleaseDocument license) {
        Optional<Identification> found = identified(license);
        if (found.isPresent()) {
            return KnownModels.same(id, found.get().id())
                    || found.get().contains().stream().anyMatch(one -> KnownModels.same(id, one))
                            && !(known.osiApproved(id) && restricts(license));
        }
        return !(known.osiApproved(id) && restricts(license));
    }

    private static boolean restricts(ReleaseDocument license) {
        return license.report().orElseThrow().deviations().stream()
                .anyMatch(deviation -> deviation.effect() == Effect.RESTRICTS);
    }

    /** What to quote of a licence: how it calls itself, and what it takes away. */
    private static List<Quotation> sides(ReleaseDocument license) {
        List<Quotation> quotations = new ArrayList<>();
        LicenseReport report = license.report().orElseThrow();
        report.text().ifPresent(words -> quotations.add(firstLine(license.path(), words)));
        for (Deviation deviation : report.deviations()) {
            if (deviation.effect() == Effect.RESTRICTS && quotations.size() <= MOST_DEVIATIONS) {
                report.finding(deviation.findings().get(0))
                        .ifPresent(finding -> quotations.add(clause(license, finding)));
            }
        }
        return quotations;
    }

    private static Quotation firstLine(String path, String words) {
        int line = 1;
        for (String one : words.lines().limit(200).toList()) {
            if (one.codePoints().anyMatch(Character::isLetter)) {
                String shown = one.strip();
                return new Quotation(path, line, shown.length() > 200 ? shown.substring(0, 200) : shown);
            }
            line++;
        }
        return new Quotation(path, 1, "");
    }

    private static Quotation clause(ReleaseDocument document, Finding finding) {
        return new Quotation(document.path(), finding.span().line(), finding.text());
    }

    private void headers() {
        for (HeaderField field : fields) {
            boolean license = field.name().equals("license")
                    || field.name().equals("licence")
                    || field.name().equals("general.license")
                    || field.name().equals("modelspec.license");
            Optional<String> meant = license ? known.license(field.value()) : Optional.empty();
            if (meant.isEmpty()) {
                continue;
            }
            Optional<String> other = named().stream()
                    .filter(id -> known.license(id)
                            .filter(one -> !KnownModels.same(one, meant.get()))
                            .isPresent())
                    .findFirst();
            boolean texts =
                    licenses().isEmpty() || licenses().stream().anyMatch(document -> agrees(meant.get(), document));
            if (other.isPresent()) {
                add(
                        Topic.HEADER_LICENSE_DIFFERS,
                        List.of(field.quotation(), card.orElseThrow().quotation("license", other.get())),
                        field.value());
            } else if (!texts) {
                List<Quotation> quotations = new ArrayList<>();
                quotations.add(field.quotation());
                licenses().forEach(document -> quotations.addAll(sides(document)));
                add(Topic.HEADER_LICENSE_DIFFERS, quotations, field.value());
            }
        }
    }

    private void several() {
        List<Quotation> quotations = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (ReleaseDocument license : licenses()) {
            LicenseReport report = license.report().orElseThrow();
            String id = identified(license)
                    .map(Identification::id)
                    .orElse(report.document().sha256());
            if (report.verdict() != Verdict.UNDETERMINED && ids.add(id.toLowerCase(Locale.ROOT))) {
                report.text().ifPresent(words -> quotations.add(firstLine(license.path(), words)));
            }
        }
        if (ids.size() > 1) {
            add(Topic.SEVERAL_LICENSES, quotations, ids.size());
        }
    }

    private void policy(ReleaseDocument license, LicenseReport report) {
        boolean there = documents.stream()
                .anyMatch(document ->
                        document.role() == Role.USE_POLICY && document.report().isPresent());
        if (there || report.text().filter(Observations::holdsPolicy).isPresent()) {
            return;
        }
        report.findings().stream()
                .filter(finding -> finding.kind().equals("use.policy-incorporated"))
                .findFirst()
                .ifPresent(finding -> add(Topic.POLICY_ABSENT, List.of(clause(license, finding))));
    }

    /** Whether a heading in the text announces a policy that is attached to it. */
    private static boolean holdsPolicy(String words) {
        return words.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> line.length() < LONGEST_HEADING && !line.endsWith(".") && !line.endsWith("。"))
                .anyMatch(line -> line.endsWith("use policy")
                        || line.endsWith("use restrictions")
                        || line.startsWith("attachment a")
                        || line.endsWith("使用政策")
                        || line.endsWith("使用限制"));
    }

    private void notice(ReleaseDocument license, LicenseReport report) {
        if (documents.stream().anyMatch(document -> document.role() == Role.NOTICE)) {
            return;
        }
        for (Finding finding : report.findings()) {
            String words = finding.text().toLowerCase(Locale.ROOT);
            boolean file = words.contains("notice") && (words.contains("file") || words.contains("文件"));
            if (finding.kind().equals("notice.retain")
                    && file
                    && quotation(finding.text()).isPresent()) {
                add(Topic.NOTICE_ABSENT, List.of(clause(license, finding)));
                return;
            }
        }
    }

    /** A text in quotation marks that is long enough to be a notice. */
    private static Optional<String> quotation(String words) {
        int open = -1;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (open >= 0 && (c == '"' || c == '”' || c == '」')) {
                if (i - open > SHORTEST_NOTICE) {
                    return Optional.of(words.substring(open, i));
                }
                open = -1;
            } else if (c == '"' || c == '“' || c == '「') {
                open = i + 1;
            }
        }
        return Optional.empty();
    }

    private void display(ReleaseDocument license, LicenseReport report) {
        for (Finding finding : report.findings()) {
            if (finding.kind().equals("brand.attribution-display")
                    && finding.params().get("text") instanceof String phrase
                    && text.filter(one -> one.says(phrase)).isEmpty()) {
                List<Quotation> quotations = new ArrayList<>();
                quotations.add(clause(license, finding));
                text.flatMap(one -> one.lines().stream().findFirst().map(one::quotation))
                        .ifPresent(quotations::add);
                add(Topic.DISPLAY_ABSENT, quotations, phrase);
            }
        }
    }

    private void naming(ReleaseDocument license, LicenseReport report) {
        for (Finding finding : report.findings()) {
            if (finding.kind().equals("brand.derivative-naming")
                    && finding.params().get("name") instanceof String wanted
                    && finding.attitude()
                            .filter(a -> a.code().equals("forbids"))
                            .isEmpty()
                    && !named(wanted, begins(finding.text()))) {
                add(Topic.NAME_DIFFERS, List.of(clause(license, finding), new Quotation(".", 0, name)), wanted, name);
            }
        }
    }

    private static boolean begins(String clause) {
        String words = clause.toLowerCase(Locale.ROOT);
        return words.contains("begin") || words.contains("prefix") || words.contains("开头");
    }

    /** Whether the folder begins with a name (or carries it), or the card's title carries it. */
    private boolean named(String wanted, boolean atTheBeginning) {
        String lower = wanted.toLowerCase(Locale.ROOT).replace(' ', '-');
        String folder = name.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        boolean title = text.flatMap(one ->
                        one.lines().stream().filter(CardText.Line::heading).findFirst())
                .filter(line -> line.lower().replace(' ', '-').contains(lower))
                .isPresent();
        return title || (atTheBeginning ? folder.startsWith(lower) : folder.contains(lower));
    }

    private void lineage() {
        Set<String> own = ownIds();
        Set<String> bases = new LinkedHashSet<>();
        for (Ancestor ancestor : lineage) {
            if (ancestor.license().isEmpty()) {
                add(Topic.UNKNOWN_BASE, ancestor.quotations(), ancestor.id());
                continue;
            }
            String base = ancestor.license().get();
            Optional<String> wider = own.stream()
                    .filter(id -> known.osiApproved(id) && !known.osiApproved(base))
                    .findFirst();
            if (wider.isPresent() && bases.add(base)) {
                List<Quotation> quotations = new ArrayList<>(ancestor.quotations());
                named().stream()
                        .filter(id ->
                                known.license(id).filter(wider.get()::equals).isPresent())
                        .forEach(id -> quotations.add(card.orElseThrow().quotation("license", id)));
                licenses().stream()
                        .filter(license -> identified(license)
                                .filter(found -> found.id().equals(wider.get()))
                                .isPresent())
                        .forEach(license -> quotations.add(firstLine(
                                license.path(),
                                license.report().orElseThrow().text().orElse(""))));
                add(Topic.WIDER_THAN_BASE, quotations, known.title(wider.get()), ancestor.id(), known.title(base));
            }
            String wanted = ancestor.inherited().getOrDefault("brand.derivative-naming", "");
            boolean said = all.stream().anyMatch(observation -> observation.topic() == Topic.NAME_DIFFERS);
            if (!wanted.isEmpty() && !said && !named(wanted, true)) {
                List<Quotation> quotations = new ArrayList<>(ancestor.quotations());
                quotations.add(new Quotation(".", 0, name));
                add(Topic.NAME_DIFFERS, quotations, wanted, name);
            }
            String phrase = ancestor.inherited().getOrDefault("brand.attribution-display", "");
            boolean shown = all.stream().anyMatch(observation -> observation.topic() == Topic.DISPLAY_ABSENT);
            if (!phrase.isEmpty()
                    && !shown
                    && text.filter(one -> one.says(phrase)).isEmpty()) {
                add(Topic.DISPLAY_ABSENT, ancestor.quotations(), phrase);
            }
        }
    }

    private void claims() {
        List<Quotation> claims = text.map(one -> OpenClaims.find(one, card)).orElse(List.of());
        if (claims.isEmpty()) {
            return;
        }
        List<Quotation> quotations = new ArrayList<>(claims);
        int before = quotations.size();
        for (ReleaseDocument document : documents) {
            boolean deviates = document.report()
                    .filter(report -> report.verdict() == Verdict.DEVIATES && restricts(document))
                    .isPresent();
            boolean binds = document.role() == Role.LICENSE || document.role() == Role.USE_POLICY;
            if (deviates && binds) {
                quotations.addAll(sides(document));
            }
        }
        if (quotations.size() == before) {
            named().stream()
                    .filter(id -> known.license(id)
                            .filter(one -> !known.osiApproved(one))
                            .isPresent())
                    .forEach(id -> quotations.add(card.orElseThrow().quotation("license", id)));
        }
        if (quotations.size() > before) {
            add(Topic.OPEN_CLAIM, quotations);
        }
    }

    /** Sorted so that a reader learns of the gravest first. */
    static int gravity(Observation observation) {
        return switch (observation.topic()) {
            case CARD_LICENSE_DIFFERS, NO_LICENSE -> 0;
            case WIDER_THAN_BASE, HEADER_LICENSE_DIFFERS -> 1;
            case OPEN_CLAIM -> 2;
            case POLICY_ABSENT, NOTICE_ABSENT, NAME_DIFFERS, DISPLAY_ABSENT -> 3;
            case SEVERAL_LICENSES, LICENSE_TEXT_ABSENT, UNKNOWN_BASE -> 4;
        };
    }
}
