// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Effect;
import dev.fineprint.scan.Observation.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the parts of a release against each other. */
final class Observations {
    private static final int MOST_DEVIATIONS = 3;
    private static final int LONGEST_HEADING = 80;
    private static final int SHORTEST_NOTICE = 12;
    /** Kinds of clauses that a licence takes freedoms away with, and that hold for what is made from a model. */
    private static final Set<String> LIMITS = Set.of(
            "scale.active-users",
            "scale.revenue",
            "scale.other",
            "user.territory-excluded",
            "use.prohibited",
            "use.purpose-limited",
            "use.policy-incorporated",
            "output.training-restricted",
            "distribution.pass-through",
            "distribution.prohibited",
            "derivative.prohibited",
            "commercial.prohibited",
            "commercial.license-required",
            "commercial.hosting-restricted");

    /** Licences under which everything that is made from a work stays. */
    private static final Pattern SAME_TERMS = Pattern.compile("^(?:A?GPL-|CC-BY(?:-NC)?-SA-)");

    static final List<String> LICENSE_HEADINGS = List.of("license", "licence", "许可");

    private final Sentences sentences;
    private final KnownModels known;
    private final Draft draft;
    private final List<LicenseReport> own;
    private final LineageReader.Lineage lineage;
    private final Terms terms;
    private final List<Observation> all = new ArrayList<>();

    /**
     * @param own the release's own terms, with those that are only named
     */
    Observations(
            Sentences sentences,
            KnownModels known,
            Draft draft,
            List<LicenseReport> own,
            LineageReader.Lineage lineage,
            Terms terms) {
        this.sentences = sentences;
        this.known = known;
        this.draft = draft;
        this.own = own;
        this.lineage = lineage;
        this.terms = terms;
    }

    List<Observation> all() {
        absentLicense();
        cardAgainstTexts();
        proseAgainstTexts();
        headers();
        several();
        boolean derived = !lineage.ancestors().isEmpty() && !publishersOwn();
        for (ReleaseDocument license : licenses()) {
            LicenseReport report = license.report().orElseThrow();
            policy(license, report);
            if (derived) {
                notice(license, report);
                display(license, report);
                naming(license, report);
            }
        }
        lineage(derived);
        claims();
        return List.copyOf(all);
    }

    /** Whether a model of that name is known under the licence that it has here: its licensor need not name it after itself. */
    private boolean publishersOwn() {
        return draft.ids().stream()
                .flatMap(id -> known.exact(id).stream())
                .filter(model -> model.base().isEmpty()
                        || known.model(model.base())
                                .filter(base -> KnownModels.same(base.license(), model.license()))
                                .isPresent())
                .anyMatch(model -> draft.ownIds(known).isEmpty()
                        || draft.ownIds(known).stream().anyMatch(id -> KnownModels.same(id, model.license())));
    }

    private Optional<ModelCard> card() {
        return draft.card();
    }

    private void add(Topic topic, List<Quotation> quotations, Object... arguments) {
        all.add(new Observation(
                topic,
                sentences.message("observation." + topic.code(), arguments),
                quotations.stream().distinct().toList()));
    }

    private List<ReleaseDocument> licenses() {
        return draft.ofTheModel();
    }

    /** The ids that the card names, as they stand there. */
    private List<String> named() {
        return draft.named();
    }

    /** How to speak of what the card names: for "other" by its name. */
    private String spoken(String id) {
        return id.equalsIgnoreCase("other")
                ? card().flatMap(ModelCard::licenseName).orElse(id)
                : id;
    }

    private static Optional<Identification> identified(ReleaseDocument document) {
        return Draft.identified(document.report());
    }

    private void absentLicense() {
        if (draft.documents().stream()
                .anyMatch(document ->
                        document.role() == Role.LICENSE && Scope.of(document.path()) != Scope.THIRD_PARTY)) {
            return;
        }
        if (named().isEmpty()) {
            Optional<Quotation> told = draft.cards().stream()
                    .flatMap(one -> CardTerms.read(one).stream())
                    .map(CardTerms.Statement::quotation)
                    .findFirst()
                    .or(() -> draft.text()
                            .flatMap(one -> one.section(LICENSE_HEADINGS)
                                    .filter(line -> !line.lower().contains("more information needed"))
                                    .map(one::quotation)));
            if (told.isPresent()) {
                all.add(new Observation(
                        Topic.LICENSE_TEXT_ABSENT,
                        sentences.message("observation.license-text-absent.told"),
                        List.of(told.get())));
            } else if (draft.cardRead()) {
                add(Topic.NO_LICENSE, List.of());
            }
        } else {
            ModelCard head = card().orElseThrow();
            List<Quotation> quotations = new ArrayList<>();
            named().forEach(id -> quotations.add(head.quotation("license", id)));
            head.licenseName().ifPresent(name -> quotations.add(head.quotation("license_name", name)));
            head.licenseLink().ifPresent(link -> quotations.add(head.quotation("license_link", link)));
            if (named().stream().allMatch(id -> spoken(id).equalsIgnoreCase("other"))) {
                all.add(new Observation(
                        Topic.LICENSE_TEXT_ABSENT,
                        sentences.message("observation.license-text-absent.own"),
                        quotations));
                return;
            }
            add(
                    Topic.LICENSE_TEXT_ABSENT,
                    quotations,
                    String.join(", ", named().stream().map(this::spoken).toList()));
        }
    }

    private void cardAgainstTexts() {
        boolean oneAgrees = named().size() > 1
                && named().stream()
                        .flatMap(id -> known.license(id, card()).stream())
                        .anyMatch(id -> licenses().stream().anyMatch(license -> agrees(id, license)));
        if (licenses().isEmpty() || oneAgrees) {
            return;
        }
        for (String id : named()) {
            Optional<String> meant = known.license(id, card());
            if (meant.isEmpty()) {
                continue; // "other", or a name that nobody knows: nothing to hold against the text
            }
            if (licenses().stream().noneMatch(license -> agrees(meant.get(), license))) {
                List<Quotation> quotations = new ArrayList<>();
                quotations.add(
                        id.equalsIgnoreCase("other")
                                ? card().orElseThrow().quotation("license_name", spoken(id))
                                : card().orElseThrow().quotation("license", id));
                licenses().stream()
                        .filter(license -> license.report().orElseThrow().verdict() != Verdict.UNDETERMINED
                                || identified(license).isPresent())
                        .forEach(license -> quotations.addAll(sides(license)));
                if (quotations.size() > 1) {
                    add(Topic.CARD_LICENSE_DIFFERS, quotations, spoken(id));
                }
            }
        }
    }

    /** What the card's sentences say of the model's licence, against its head and the texts; once for each licence. */
    private void proseAgainstTexts() {
        Set<String> said = new LinkedHashSet<>();
        for (CardText text : draft.cards()) {
            for (CardTerms.Statement statement : CardTerms.read(text)) {
                Optional<String> meant = known.license(statement.license());
                boolean ofTheModel = statement.scope() == Scope.MODEL || statement.scope() == Scope.WHOLE;
                if (statement.scope() == Scope.MODEL
                        && meant.isEmpty()
                        && licenses().isEmpty()) {
                    ofItsOwn(statement);
                }
                if (!ofTheModel || meant.isEmpty() || !said.add(meant.get())) {
                    continue;
                }
                String id = meant.get();
                boolean inHead = named().stream()
                        .anyMatch(name -> known.license(name, card())
                                .filter(one -> KnownModels.same(one, id))
                                .isPresent());
                boolean headKnown = named().stream()
                        .anyMatch(name -> known.license(name, card()).isPresent());
                boolean inTexts = licenses().stream().anyMatch(license -> agrees(id, license));
                boolean contradictsHead = headKnown && !inHead && !inTexts;
                boolean contradictsTexts = !licenses().isEmpty() && !inTexts && !inHead;
                boolean noted = all.stream().anyMatch(one -> one.topic() == Topic.CARD_LICENSE_DIFFERS);
                if (noted || !contradictsHead && !contradictsTexts) {
                    continue;
                }
                List<Quotation> quotations = new ArrayList<>();
                quotations.add(statement.quotation());
                named().forEach(name -> quotations.add(card().orElseThrow().quotation("license", name)));
                licenses().forEach(license -> quotations.addAll(sides(license)));
                all.add(new Observation(
                        Topic.CARD_LICENSE_DIFFERS,
                        sentences.message("observation.card-license-differs.told", known.title(id)),
                        quotations.stream().distinct().toList()));
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

    static Quotation firstLine(String path, String words) {
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
        return Quotation.of(document.path(), finding.span(), finding.text());
    }

    /** The head names a licence of the list, and a sentence puts the model under one of its own. */
    private void ofItsOwn(CardTerms.Statement statement) {
        Optional<String> approved = named().stream()
                .filter(name ->
                        known.license(name, card()).filter(known::osiApproved).isPresent())
                .findFirst();
        if (approved.isPresent() && all.stream().noneMatch(one -> one.topic() == Topic.CARD_LICENSE_DIFFERS)) {
            all.add(new Observation(
                    Topic.CARD_LICENSE_DIFFERS,
                    sentences.message("observation.card-license-differs.own", approved.get()),
                    List.of(card().orElseThrow().quotation("license", approved.get()), statement.quotation())));
        }
    }

    private void headers() {
        for (HeaderField field : draft.fields()) {
            boolean license = field.name().equals("license")
                    || field.name().equals("licence")
                    || field.name().equals("general.license")
                    || field.name().equals("modelspec.license");
            Optional<String> meant = license ? known.license(field.value()) : Optional.empty();
            if (meant.isEmpty()) {
                continue;
            }
            Optional<String> other = named().stream()
                    .filter(id -> known.license(id, card())
                            .filter(one -> !KnownModels.same(one, meant.get()))
                            .isPresent())
                    .findFirst();
            boolean texts =
                    licenses().isEmpty() || licenses().stream().anyMatch(document -> agrees(meant.get(), document));
            if (other.isPresent()) {
                add(
                        Topic.HEADER_LICENSE_DIFFERS,
                        List.of(
                                field.quotation(),
                                other.get().equalsIgnoreCase("other")
                                        ? card().orElseThrow().quotation("license_name", spoken(other.get()))
                                        : card().orElseThrow().quotation("license", other.get())),
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
        Set<String> languages = new LinkedHashSet<>();
        Set<Scope> scopes = new LinkedHashSet<>();
        for (ReleaseDocument license : licenses()) {
            LicenseReport report = license.report().orElseThrow();
            String id = identified(license)
                    .map(found -> found.id().replaceFirst("-(?:en|zh)$", ""))
                    .orElse(report.document().sha256());
            String language = String.join("+", report.document().languages());
            boolean translation =
                    identified(license).isEmpty() && !languages.isEmpty() && !languages.contains(language);
            languages.add(language);
            if (report.verdict() != Verdict.UNDETERMINED && !translation && ids.add(id.toLowerCase(Locale.ROOT))) {
                scopes.add(Scope.of(license.path()));
                report.text().ifPresent(words -> quotations.add(firstLine(license.path(), words)));
            }
        }
        if (ids.size() > 1) {
            boolean parted = ids.size() == scopes.size();
            all.add(new Observation(
                    Topic.SEVERAL_LICENSES,
                    parted
                            ? sentences.message("observation.several-licenses.parts", ids.size())
                            : sentences.message("observation.several-licenses", ids.size()),
                    quotations));
        }
    }

    private void policy(ReleaseDocument license, LicenseReport report) {
        boolean there = draft.documents().stream()
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
        if (draft.documents().stream().anyMatch(document -> document.role() == Role.NOTICE)) {
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
                    && !says(phrase)) {
                List<Quotation> quotations = new ArrayList<>();
                quotations.add(clause(license, finding));
                draft.text()
                        .flatMap(one -> one.lines().stream().findFirst().map(one::quotation))
                        .ifPresent(quotations::add);
                add(Topic.DISPLAY_ABSENT, quotations, phrase);
            }
        }
    }

    private boolean says(String phrase) {
        return draft.cards().stream().anyMatch(one -> one.says(phrase));
    }

    private void naming(ReleaseDocument license, LicenseReport report) {
        for (Finding finding : report.findings()) {
            if (finding.kind().equals("brand.derivative-naming")
                    && finding.params().get("name") instanceof String wanted
                    && finding.attitude()
                            .filter(a -> a.code().equals("forbids"))
                            .isEmpty()
                    && !named(wanted, begins(finding.text()))) {
                nameDiffers(
                        wanted,
                        begins(finding.text()),
                        List.of(clause(license, finding), new Quotation(".", 0, draft.name())));
            }
        }
    }

    private void nameDiffers(String wanted, boolean begins, List<Quotation> quotations) {
        all.add(new Observation(
                Topic.NAME_DIFFERS,
                sentences.message(
                        begins ? "observation.name-differs.begins" : "observation.name-differs", wanted, draft.name()),
                quotations.stream().distinct().toList()));
    }

    private static boolean begins(String clause) {
        String words = clause.toLowerCase(Locale.ROOT);
        return words.contains("begin") || words.contains("prefix") || words.contains("开头");
    }

    /** Whether the model's name begins with the words or carries them; a folder's name that says nothing counts as one that does. */
    private boolean named(String wanted, boolean atTheBeginning) {
        String words = Names.key(wanted);
        List<String> names = new ArrayList<>();
        if (!Names.generic(draft.name())) {
            names.add(Names.key(Names.last(draft.name())));
        }
        draft.text().flatMap(CardText::title).map(Names::key).ifPresent(names::add);
        draft.fields().stream()
                .filter(field -> field.name().equals("general.name"))
                .map(field -> Names.key(field.value()))
                .forEach(names::add);
        return names.isEmpty()
                || names.stream().anyMatch(name -> atTheBeginning ? begins(name, words) : name.contains(words));
    }

    /** Llama-7B begins with Llama; Llamacpp does not. */
    private static boolean begins(String name, String words) {
        return name.startsWith(words)
                && (name.length() == words.length() || !Character.isLetter(name.charAt(words.length())));
    }

    private void lineage(boolean derived) {
        if (!lineage.circle().isEmpty()) {
            add(Topic.CIRCULAR_BASE, lineage.circle());
        }
        Set<String> bases = new LinkedHashSet<>();
        for (Ancestor ancestor : lineage.ancestors()) {
            if (ancestor.license().isEmpty()) {
                add(Topic.UNKNOWN_BASE, ancestor.quotations(), ancestor.id());
                continue;
            }
            if (!bases.contains(KnownModels.key(ancestor.license().get())) && wider(ancestor)) {
                bases.add(KnownModels.key(ancestor.license().get()));
            }
            if (derived) {
                asked(ancestor);
            }
        }
        if (lineage.ancestors().isEmpty()) {
            unstated();
        }
    }

    /** What a licence in the line asks of names and displays. */
    private void asked(Ancestor ancestor) {
        for (Inherited asks : ancestor.inherited()) {
            boolean said = all.stream()
                    .anyMatch(observation -> observation.topic() == Topic.DISPLAY_ABSENT
                            && observation.text().en().contains(asks.value()));
            List<Quotation> quotations = new ArrayList<>(ancestor.quotations());
            asks.quotation().ifPresent(quotations::add);
            boolean names = all.stream().anyMatch(observation -> observation.topic() == Topic.NAME_DIFFERS);
            boolean begins = asks.quotation().map(words -> begins(words.text())).orElse(true);
            boolean forbids = asks.quotation()
                    .filter(words -> words.text().contains(" not "))
                    .isPresent();
            if (asks.kind().equals("brand.derivative-naming")
                    && !asks.value().isEmpty()
                    && !names
                    && !forbids
                    && !named(asks.value(), begins)) {
                quotations.add(new Quotation(".", 0, draft.name()));
                nameDiffers(asks.value(), begins, quotations);
            }
            if (asks.kind().equals("brand.attribution-display")
                    && !asks.value().isEmpty()
                    && !said
                    && !says(asks.value())) {
                add(Topic.DISPLAY_ABSENT, quotations, asks.value());
            }
        }
    }

    /** Whether the release gives what the licence of a model that it was made from does not give. */
    private boolean wider(Ancestor ancestor) {
        String base = ancestor.license().orElseThrow();
        Set<String> ids = draft.ownIds(known);
        if (own.isEmpty() || ids.stream().anyMatch(id -> KnownModels.same(id, base))) {
            return false;
        }
        Optional<LicenseReport> listed = terms.spdx(base);
        if (known.osiApproved(base) || listed.isPresent()) {
            boolean stays = SAME_TERMS.matcher(base).find();
            Optional<String> freer = ids.stream()
                    .filter(id -> !SAME_TERMS.matcher(id).find() && !id.equalsIgnoreCase(base))
                    .findFirst();
            if (stays && freer.isPresent()) {
                all.add(new Observation(
                        Topic.WIDER_THAN_BASE,
                        sentences.message(
                                "observation.wider-than-base.same-terms",
                                known.title(freer.get()),
                                ancestor.id(),
                                known.title(base)),
                        sides(ancestor, freer)));
            }
            if (known.osiApproved(base)) {
                return stays && freer.isPresent();
            }
        }
        List<String> asked = listed.map(report -> report.findings().stream()
                        .filter(finding ->
                                finding.effect() == Effect.RESTRICTS && LineageReader.handedDown(finding.kind()))
                        .map(Finding::kind)
                        .distinct()
                        .toList())
                .orElseGet(() -> ancestor.inherited().stream()
                        .map(Inherited::kind)
                        .filter(LIMITS::contains)
                        .distinct()
                        .toList());
        boolean read = own.stream().anyMatch(report -> report.verdict() != Verdict.UNDETERMINED);
        List<String> missing = asked.stream()
                .filter(kind -> own.stream()
                        .noneMatch(report -> report.findings().stream()
                                .anyMatch(finding -> finding.kind().equals(kind))))
                .toList();
        Optional<String> approved = ids.stream().filter(known::osiApproved).findFirst();
        boolean nothingKnown = asked.isEmpty() && !known.known(base);
        if (nothingKnown) {
            return false;
        }
        if (approved.isPresent() || read && !missing.isEmpty()) {
            String called = approved.or(() -> ids.stream().findFirst())
                    .map(known::title)
                    .orElseGet(() -> own.get(0).document().name());
            Object[] arguments = {
                called,
                ancestor.id(),
                known.title(base),
                sentences.list(missing.stream().map(terms::title).toList())
            };
            all.add(new Observation(
                    Topic.WIDER_THAN_BASE,
                    sentences.message(
                            missing.isEmpty() ? "observation.wider-than-base" : "observation.wider-than-base.kinds",
                            arguments),
                    sides(ancestor, approved)));
            return true;
        }
        return false;
    }

    private List<Quotation> sides(Ancestor ancestor, Optional<String> id) {
        List<Quotation> quotations = new ArrayList<>(ancestor.quotations());
        ancestor.inherited().stream()
                .filter(one -> LIMITS.contains(one.kind()))
                .flatMap(one -> one.quotation().stream())
                .limit(MOST_DEVIATIONS)
                .forEach(quotations::add);
        named().stream()
                .filter(name -> id.isEmpty()
                        || known.license(name, card()).filter(id.get()::equals).isPresent())
                .forEach(name -> quotations.add(card().orElseThrow().quotation("license", name)));
        licenses().stream()
                .filter(license -> id.isEmpty()
                        || identified(license)
                                .filter(found -> found.id().equals(id.get()))
                                .isPresent())
                .forEach(license -> quotations.add(firstLine(
                        license.path(), license.report().orElseThrow().text().orElse(""))));
        return quotations.stream().distinct().toList();
    }

    /** The configuration keeps the name of the model that the weights were loaded from. */
    private void unstated() {
        for (HeaderField field : draft.fields()) {
            if (field.name().equals("_name_or_path")
                    && Names.isId(field.value())
                    && known.model(field.value()).isPresent()
                    && draft.ids().stream()
                            .noneMatch(id -> Names.key(Names.last(id)).equals(Names.key(Names.last(field.value()))))) {
                add(Topic.UNSTATED_BASE, List.of(field.quotation()), field.value());
                return;
            }
        }
    }

    private void claims() {
        List<Quotation> claims = OpenClaims.find(draft.cards(), card());
        if (claims.isEmpty()) {
            return;
        }
        List<Quotation> quotations = new ArrayList<>(claims);
        int before = quotations.size();
        for (ReleaseDocument document : draft.documents()) {
            boolean deviates = document.report()
                    .filter(report -> report.verdict() == Verdict.DEVIATES && Terms.restricts(report))
                    .isPresent();
            boolean binds = draft.ofTheModel().contains(document) || document.role() == Role.USE_POLICY;
            if (deviates && binds) {
                quotations.addAll(sides(document));
            }
        }
        if (quotations.size() == before && licenses().isEmpty()) {
            named().stream()
                    .filter(id -> known.license(id, card())
                            .filter(one -> !known.osiApproved(one))
                            .isPresent())
                    .forEach(id -> quotations.add(card().orElseThrow().quotation("license", id)));
        }
        if (quotations.size() == before && licenses().isEmpty()) {
            draft.cards().stream()
                    .flatMap(card -> CardTerms.read(card).stream())
                    .filter(one -> one.scope() == Scope.MODEL || one.scope() == Scope.WHOLE)
                    .filter(one -> known.license(one.license())
                            .filter(id -> !known.osiApproved(id))
                            .isPresent())
                    .forEach(one -> quotations.add(one.quotation()));
        }
        if (quotations.size() > before) {
            add(Topic.OPEN_CLAIM, quotations);
        } else if (all.stream().anyMatch(one -> one.topic() == Topic.NO_LICENSE)) {
            all.add(new Observation(
                    Topic.OPEN_CLAIM, sentences.message("observation.open-claim.no-license"), quotations));
        }
    }

    /** Sorted so that a reader learns of the gravest first. */
    static int gravity(Observation observation) {
        return switch (observation.topic()) {
            case CARD_LICENSE_DIFFERS, NO_LICENSE -> 0;
            case WIDER_THAN_BASE, HEADER_LICENSE_DIFFERS -> 1;
            case OPEN_CLAIM -> 2;
            case POLICY_ABSENT, NOTICE_ABSENT, NAME_DIFFERS, DISPLAY_ABSENT -> 3;
            case SEVERAL_LICENSES, LICENSE_TEXT_ABSENT, UNKNOWN_BASE, CIRCULAR_BASE, UNSTATED_BASE -> 4;
        };
    }
}
