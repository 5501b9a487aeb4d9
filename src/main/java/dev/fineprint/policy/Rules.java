// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.Finding;
import dev.fineprint.catalog.Attitude;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.Duty.Action;
import dev.fineprint.text.entity.EntityReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What each kind of clause means for a use. Immutable. */
final class Rules {
    private static final List<String> ONLY =
            List.of("only", "solely", "exclusively", "limited to", "restricted to", "must be", "仅", "只", "限于", "须为");

    private static final List<String> WITHIN = List.of(
            "not expressly",
            "expressly permitted",
            "expressly allowed",
            "expressly authorized",
            "expressly agreed",
            "other than as",
            "beyond the scope",
            "any permitted purpose",
            "any other purpose",
            "明确允许",
            "明确授权",
            "明示授权",
            "未明确");

    /** What a user does in the place of asking for a licence. */
    private static final List<String> REGISTRATION =
            List.of("register*", "registration", "fill in", "fill out", "questionnaire", "登记", "注册", "问卷", "备案");

    private static final List<String> NOT_COMPLYING = List.of(
            "does not comply", "do not comply", "not in compliance", "cannot comply", "not complied", "不符合本", "不遵守本");

    /** The clause lives under the condition of the one before it. */
    private static final List<String> UNTIL =
            List.of("until", "unless otherwise", "before such", "before we", "授权前", "许可前", "授权之前", "许可之前");

    /** Highest and lowest age of majority that are in force anywhere. */
    private static final int OLDEST_MAJORITY = 21;

    /** By what words a clause names sorts of users; the ids are those of the parameter {@code who}. */
    private static final Map<Organisation, List<String>> WHO = Map.of(
            Organisation.INDIVIDUAL,
            List.of("individual*", "natural person*", "private person*", "hobbyist*", "consumer*", "个人", "自然人", "消费者"),
            Organisation.ACADEMIC,
            List.of(
                    "academic*",
                    "universit*",
                    "school*",
                    "research institut*",
                    "educational",
                    "researcher*",
                    "高校",
                    "院校",
                    "学术",
                    "科研",
                    "研究机构"),
            Organisation.NON_PROFIT,
            List.of(
                    "non-profit*",
                    "nonprofit*",
                    "not-for-profit*",
                    "charit*",
                    "non-commercial organi*",
                    "非营利",
                    "非盈利",
                    "公益"),
            Organisation.GOVERNMENT,
            List.of("government*", "public authorit*", "public bod*", "state bod*", "police", "政府", "国家机关"),
            Organisation.MILITARY,
            List.of(
                    "military",
                    "army",
                    "armed forces",
                    "defence contractor*",
                    "defense contractor*",
                    "军队",
                    "军方",
                    "军事",
                    "军工"),
            Organisation.COMPANY,
            List.of(
                    "compan*",
                    "corporation*",
                    "enterprise*",
                    "business*",
                    "for-profit",
                    "commercial organi*",
                    "commercial entit*",
                    "start-up*",
                    "企业",
                    "公司",
                    "商业组织"));

    private final Sentences sentences = new Sentences();
    private final EntityReader entities = EntityReader.create();
    private final ScaleRule scale = new ScaleRule(sentences, entities);

    Sentences sentences() {
        return sentences;
    }

    Ruling rule(Case clause) {
        UseProfile profile = clause.profile();
        String kind = clause.finding().kind();
        return switch (kind) {
            case Finding.UNCLASSIFIED -> unclassified(clause);
            case "use.prohibited" -> prohibitedUse(clause);
            case "use.lawful-only" -> duty(clause, Action.OBEY_LAW, "lawful");
            case "use.policy-incorporated" -> policy(clause);
            case "use.purpose-limited" -> purposes(clause);
            case "user.territory-excluded" -> territories(clause);
            case "user.sanctions-export" -> duty(clause, Action.SCREEN, "screen");
            case "user.minimum-age" -> age(clause);
            case "user.competitor-excluded" -> act(clause, profile.competes(), "competes", "competitor");
            case "user.eligibility" -> eligibility(clause);
            case "scale.active-users", "scale.revenue", "scale.other" -> scale.rule(clause);
            case "commercial.prohibited" -> commercialForbidden(clause);
            case "commercial.license-required" -> commercialLicense(clause);
            case "commercial.fee" -> fee(clause);
            case "commercial.hosting-restricted" -> hosting(clause);
            case "commercial.resale-prohibited" -> resale(clause);
            case "output.training-restricted" -> training(clause);
            case "output.limited" -> outputs(clause);
            case "compete.prohibited" -> act(clause, profile.competes(), "competes", "competing");
            case "brand.attribution-display" -> display(clause);
            case "brand.derivative-naming" -> naming(clause);
            case "notice.retain" -> notices(clause);
            case "distribution.prohibited" -> act(clause, profile.distributes(), "distributes", "distribution");
            case "distribution.same-terms" -> passedOn(clause, Action.SAME_LICENSE, "same-terms");
            case "distribution.pass-through" -> passedOn(clause, Action.BIND, "bind");
            case "derivative.prohibited" -> modification(clause);
            case "derivative.reverse-engineering-prohibited" ->
                profile.reverseEngineers().isPresent()
                        ? act(clause, profile.reverseEngineers(), "reverse-engineers", "reverse")
                        : abstain(clause, "reverse");
            case "derivative.grant-back" ->
                profile.modifies().filter(does -> !does).isPresent()
                        ? allowed("modification.not")
                        : duty(clause, Action.GRANT_BACK, "grant-back");
            case "grant.time-limited" -> timeLimit(clause);
            case "control.terms-may-change" -> duty(clause, Action.WATCH, "watch-terms");
            case "control.update-required" -> duty(clause, Action.UPDATE, "update");
            case "control.audit-records" -> duty(clause, Action.KEEP_RECORDS, "records");
            case "control.registration" -> duty(clause, Action.REGISTER, "register");
            case "duty.ai-disclosure" -> duty(clause, Action.DISCLOSE, "disclose");
            case "duty.safeguards" -> duty(clause, Action.SAFEGUARD, "safeguard");
            case "duty.report" -> duty(clause, Action.REPORT, "report");
            case "legal.indemnification" -> duty(clause, Action.INDEMNIFY, "indemnify");
            case "legal.confidentiality" ->
                profile.distributes().filter(does -> does).isPresent()
                        ? Ruling.forbidden(sentences.message("secret.distributes"))
                        : duty(clause, Action.KEEP_SECRET, "secret");
            default -> other(clause);
        };
    }

    // ---- duties

    private Ruling duty(Case clause, Action action, String key, Object... arguments) {
        return Ruling.duties(
                sentences.message("reason." + key, arguments), List.of(dutyOf(clause, action, key, arguments)));
    }

    private Duty dutyOf(Case clause, Action action, String key, Object... arguments) {
        return new Duty(
                action,
                sentences.message("duty." + key, arguments),
                Optional.empty(),
                List.of(clause.finding().id()));
    }

    private Duty dutyAbout(Case clause, Action action, String key, String subject) {
        return new Duty(
                action,
                sentences.message("duty." + key, subject),
                Optional.of(subject),
                List.of(clause.finding().id()));
    }

    private Ruling abstain(Case clause, String key) {
        return Ruling.duties(
                sentences.message("reason." + key + ".abstain"),
                List.of(new Duty(
                        Action.ABSTAIN,
                        sentences.message("duty." + key),
                        Optional.empty(),
                        List.of(clause.finding().id()))));
    }

    private Ruling allowed(String key, Object... arguments) {
        return Ruling.allowed(sentences.message(key, arguments));
    }

    private Ruling read(Case clause, String key) {
        return Ruling.duties(
                sentences.message(key),
                List.of(dutyOf(
                        clause, Action.READ, "read", String.valueOf(clause.line()), Sentences.quote(clause.words()))));
    }

    // ---- acts: the profile says whether the user does it

    private Ruling act(Case clause, Optional<Boolean> does, String key, String name) {
        if (does.isEmpty()) {
            return Ruling.unclear(sentences.message(name + ".missing", key), key);
        }
        if (!does.get()) {
            return allowed(name + ".not");
        }
        if (clause.words().asksForPermission()) {
            return Ruling.needsLicense(sentences.message(name + ".license"));
        }
        if (clause.is(Attitude.REQUIRES)) {
            return duty(clause, Action.ABSTAIN, "condition", Sentences.quote(clause.words()));
        }
        return Ruling.forbidden(sentences.message(name + ".forbidden"));
    }

    /** Forbids changing the model, or only passing on what was changed. */
    private Ruling modification(Case clause) {
        UseProfile profile = clause.profile();
        boolean passingOnAlone = clause.words().any("distribut*", "redistribut*", "publish*", "share", "发布", "传播", "分发")
                && clause.words().any("modified", "changed", "adapted", "修改后", "派生模型", "衍生模型", "修改过的")
                && !clause.words().any("not modify", "modify or", "not change", "not adapt", "不可修改", "不得修改", "禁止修改");
        return passingOnAlone && no(profile.distributes()) && profile.modifies().isPresent()
                ? allowed("distribution.not")
                : act(clause, profile.modifies(), "modifies", "modification");
    }

    /** Forbids a service, or says what a service must have besides. */
    private Ruling hosting(Case clause) {
        boolean condition = clause.words().any("must have", "must add", "must contain", "必须具有", "须具有", "必须包含", "应具有")
                && clause.words().any("additional function*", "added value", "额外功能", "附加功能", "增值功能");
        return condition
                        && clause.profile().hostedService().filter(does -> does).isPresent()
                ? duty(clause, Action.ABSTAIN, "condition", Sentences.quote(clause.words()))
                : act(clause, clause.profile().hostedService(), "hosted-service", "hosting");
    }

    private Ruling resale(Case clause) {
        UseProfile profile = clause.profile();
        boolean keeps = profile.distributes().filter(does -> !does).isPresent()
                && profile.hostedService().filter(does -> !does).isPresent();
        return act(clause, profile.sells().or(() -> keeps ? Optional.of(false) : Optional.empty()), "sells", "resale");
    }

    private Ruling training(Case clause) {
        Optional<Boolean> trains = clause.profile().trainsOtherModels();
        boolean conditioned = clause.is(Attitude.PERMITS_IF) || clause.is(Attitude.REQUIRES);
        if (trains.isEmpty() || !trains.get() || !conditioned || clause.words().asksForPermission()) {
            return act(clause, trains, "trains-other-models", "training");
        }
        List<Duty> duties = new ArrayList<>();
        for (String kind : List.of("brand.attribution-display", "brand.derivative-naming")) {
            clause.beside(kind).ifPresent(beside -> duties.addAll(rule(beside).duties()));
        }
        if (duties.isEmpty()) {
            duties.add(dutyOf(clause, Action.ABSTAIN, "condition", Sentences.quote(clause.words())));
        }
        return Ruling.duties(sentences.message("training.conditioned"), duties);
    }

    private Ruling outputs(Case clause) {
        boolean commercial = clause.profile().commercial().filter(is -> is).isPresent();
        if (commercial
                && clause.is(Attitude.FORBIDS)
                && clause.words().speaksOfCommercialUse()
                && !clause.words().any("any purpose", "任何目的")) {
            return Ruling.forbidden(sentences.message("outputs.commercial"));
        }
        return duty(clause, Action.ABSTAIN, "outputs", Sentences.quote(clause.words()));
    }

    // ---- what it is used for

    private Ruling prohibitedUse(Case clause) {
        List<String> named = clause.list("domains");
        LocalizedText titles = sentences.list(named.stream().map(clause::title).toList());
        boolean unnamed = Set.of("other", "high-risk-other").containsAll(named);
        Optional<Set<String>> planned = clause.profile().domains();
        if (planned.isEmpty()) {
            return Ruling.unclear(
                    unnamed ? sentences.message("use.missing-unnamed") : sentences.message("use.missing", titles),
                    "domains");
        }
        Set<String> common = new LinkedHashSet<>();
        for (String domain : planned.get()) {
            boolean word = !Domains.known().contains(domain) && clause.words().has(domain);
            if (named.contains(domain) || word) {
                common.add(domain);
            }
        }
        if (common.isEmpty()) {
            return unnamed
                    ? Ruling.duties(
                            sentences.message("use.unnamed"),
                            List.of(dutyOf(clause, Action.ABSTAIN, "condition", Sentences.quote(clause.words()))))
                    : allowed("use.elsewhere", titles);
        }
        LocalizedText what = sentences.list(common.stream().map(clause::title).toList());
        if (clause.finding().condition().isPresent()) {
            String condition =
                    ClauseWords.of(clause.finding().condition().get()).text();
            return Ruling.unclear(sentences.message("use.conditional", what, condition));
        }
        if (clause.words().asksForPermission()) {
            return Ruling.needsLicense(sentences.message("use.license", what));
        }
        return Ruling.forbidden(sentences.message("use.forbidden", what));
    }

    private Ruling policy(Case clause) {
        boolean sensitive =
                clause.profile().domains().filter(domains -> !domains.isEmpty()).isPresent();
        if (sensitive && !clause.documents().has("use.prohibited")) {
            return Ruling.unclear(sentences.message("policy.unread"));
        }
        return duty(clause, Action.FOLLOW_POLICY, "policy", Sentences.quote(clause.words()));
    }

    private Ruling purposes(Case clause) {
        Set<Purpose> named = purposesOf(clause);
        if (named.isEmpty()) {
            return clause.words().any(WITHIN)
                    ? duty(clause, Action.ABSTAIN, "within", Sentences.quote(clause.words()))
                    : Ruling.unclear(sentences.message("purpose.unread"));
        }
        Optional<Set<Purpose>> planned = clause.profile().purposes();
        LocalizedText titles = purposeTitles(named);
        if (planned.isEmpty()) {
            return Ruling.unclear(sentences.message("purpose.missing", titles), "purpose");
        }
        if (clause.is(Attitude.FORBIDS)
                && !clause.words().any(ONLY)
                && !clause.words().any("other than", "except", "除")) {
            Set<Purpose> shut = EnumSet.copyOf(planned.get());
            shut.retainAll(named);
            return shut.isEmpty()
                    ? allowed("purpose.elsewhere", titles)
                    : refused(clause, "purpose.shut", purposeTitles(shut), titles);
        }
        // several items of one list are alternatives: research or testing or teaching
        Set<Purpose> all = EnumSet.copyOf(named);
        clause.siblings().stream()
                .filter(sibling -> sibling.is(Attitude.PERMITS_IF))
                .forEach(sibling -> all.addAll(purposesOf(sibling)));
        Set<Purpose> outside = EnumSet.copyOf(planned.get());
        outside.removeAll(all);
        if (all.contains(Purpose.RESEARCH)) {
            outside.remove(Purpose.ACADEMIC);
        }
        if (outside.isEmpty()) {
            return allowed("purpose.inside", purposeTitles(all));
        }
        Optional<Ruling> more = additionalGrant(clause);
        if (more.isPresent()) {
            return more.get();
        }
        boolean commercial = clause.profile().commercial().filter(is -> is).isPresent();
        if (commercial && !clause.is(Attitude.FORBIDS) && registrationOpensCommercialUse(clause)) {
            return Ruling.duties(
                    sentences.message("reason.register"), List.of(dutyOf(clause, Action.REGISTER, "register")));
        }
        boolean onRequest = commercial && clause.documents().has("commercial.license-required");
        return onRequest
                ? Ruling.needsLicense(sentences.message("purpose.outside", purposeTitles(outside), purposeTitles(all)))
                : refused(clause, "purpose.outside", purposeTitles(outside), purposeTitles(all));
    }

    /** What a clause that gives non-production use means where an additional grant stands beside it. */
    private Optional<Ruling> additionalGrant(Case clause) {
        return clause.words().any("non-production", "nonproduction", "non production")
                ? clause.documents()
                        .additionalUseGrant()
                        .map(grant -> Ruling.duties(
                                sentences.message("purpose.additional"),
                                List.of(dutyOf(
                                        clause, Action.ABSTAIN, "additional", Sentences.quote(ClauseWords.of(grant))))))
                : Optional.empty();
    }

    /** Whether somebody who wants to use the model commercially has to register, and nothing more. */
    private static boolean registers(ClauseWords words) {
        return words.any(REGISTRATION) && !words.asksForPermission();
    }

    private static boolean registrationOpensCommercialUse(Case clause) {
        return clause.documents()
                .anyFinding(other ->
                        other.kind().equals("commercial.license-required") && registers(ClauseWords.of(other.text())));
    }

    private Ruling refused(Case clause, String key, Object... arguments) {
        LocalizedText reason = sentences.message(key, arguments);
        return clause.words().asksForPermission() ? Ruling.needsLicense(reason) : Ruling.forbidden(reason);
    }

    private static Set<Purpose> purposesOf(Case clause) {
        Set<Purpose> all = EnumSet.noneOf(Purpose.class);
        for (String id : clause.list("purposes")) {
            for (Purpose purpose : Purpose.values()) {
                if (purpose.code().equals(id)) {
                    all.add(purpose);
                }
            }
        }
        return all;
    }

    private LocalizedText purposeTitles(Set<Purpose> purposes) {
        return sentences.words(
                "purpose.name.", purposes.stream().map(Purpose::code).toList());
    }

    // ---- who uses it

    private Ruling territories(Case clause) {
        List<String> named = Territories.withTheEconomicArea(
                clause.list("territories"), clause.finding().text());
        Optional<Set<String>> places = clause.profile().territories();
        if (named.isEmpty()) {
            return Ruling.unclear(sentences.message("territory.unread"));
        }
        if (places.isEmpty()) {
            return Ruling.unclear(sentences.message("territory.missing", sentences.places(named)), "territories");
        }
        boolean onlyThere = !clause.is(Attitude.FORBIDS) && clause.words().any(ONLY);
        if (onlyThere) {
            Set<String> outside = Territories.outside(places.get(), named);
            return outside.isEmpty()
                    ? allowed("territory.inside", sentences.places(named))
                    : refused(clause, "territory.outside", sentences.places(outside), sentences.places(named));
        }
        Set<String> common = Territories.common(places.get(), named);
        return common.isEmpty()
                ? allowed("territory.elsewhere", sentences.places(named))
                : refused(clause, "territory.excluded", sentences.places(common), sentences.places(named));
    }

    private Ruling age(Case clause) {
        long named = clause.number("years").orElse(-1);
        boolean majority = named < 0;
        boolean body = clause.profile()
                .organisation()
                .filter(who -> who != Organisation.INDIVIDUAL)
                .isPresent();
        if (majority
                && body
                && clause.words()
                        .any("legal capacity", "full power", "authority to enter", "enter into", "订立", "民事行为能力")) {
            return allowed("age.body"); // whoever signs for it is of age; its users are not asked for
        }
        OptionalInt youngest = clause.profile().minimumUserAge();
        if (youngest.isEmpty()) {
            return Ruling.unclear(
                    majority ? sentences.message("age.missing-majority") : sentences.message("age.missing", named),
                    "minimum-user-age");
        }
        int years = youngest.getAsInt();
        if (majority) {
            return years >= OLDEST_MAJORITY
                    ? allowed("age.majority", years)
                    : Ruling.unclear(sentences.message("age.majority-open", years));
        }
        return years >= named
                ? allowed("age.reached", years, named)
                : Ruling.forbidden(sentences.message("age.younger", years, named));
    }

    private Ruling eligibility(Case clause) {
        Optional<Organisation> who = clause.profile().organisation();
        if (who.isEmpty()) {
            return Ruling.unclear(sentences.message("who.missing"), "organisation");
        }
        LocalizedText title = sentences.message("organisation." + who.get().code());
        boolean named = clause.words().any(WHO.getOrDefault(who.get(), List.of()));
        boolean anybody = WHO.values().stream().anyMatch(clause.words()::any);
        if (clause.is(Attitude.FORBIDS)) {
            return named
                    ? Ruling.forbidden(sentences.message("who.shut", title))
                    : anybody ? allowed("who.others-shut", title) : Ruling.unclear(sentences.message("who.unread"));
        }
        if (clause.word("who").filter("approved applicants"::equals).isPresent()) {
            return Ruling.needsLicense(sentences.message("who.approved"));
        }
        if (named) {
            return allowed("who.in", title);
        }
        return anybody && clause.words().any(ONLY)
                ? refused(clause, "who.out", title)
                : Ruling.unclear(sentences.message("who.unread"));
    }

    // ---- money

    private Ruling commercialForbidden(Case clause) {
        Optional<Case> cap = clause.beside("scale.");
        if (cap.isPresent()) {
            return scale.rule(cap.get());
        }
        Optional<Boolean> commercial = clause.profile().commercial();
        if (commercial.isEmpty()) {
            return Ruling.unclear(sentences.message("commercial.missing"), "commercial");
        }
        if (!commercial.get()) {
            return allowed("commercial.not");
        }
        Optional<Ruling> more = additionalGrant(clause);
        if (more.isPresent()) {
            return more.get();
        }
        boolean grants = !clause.is(Attitude.FORBIDS)
                && !clause.words().any(ONLY)
                && !clause.words().any("not", "no", "prohibit*", "不得", "不可", "禁止", "不能");
        if (grants && registrationOpensCommercialUse(clause)) {
            return allowed("commercial.other-grant"); // one grant of several: another clause deals with commercial use
        }
        boolean onRequest = clause.words().asksForPermission()
                || clause.documents().anyFinding(other -> other.kind().equals("commercial.license-required"));
        return onRequest
                ? Ruling.needsLicense(sentences.message("commercial.on-request"))
                : Ruling.forbidden(sentences.message("commercial.forbidden"));
    }

    private Ruling commercialLicense(Case clause) {
        Optional<Case> cap = clause.beside("scale.");
        if (cap.isPresent()) {
            return scale.rule(cap.get());
        }
        if (clause.words().any(NOT_COMPLYING)) {
            return allowed("commercial.not-complying");
        }
        boolean ofCommercialUse = clause.words().speaksOfCommercialUse();
        Optional<Case> condition = clause.before("commercial.license-required");
        if (condition.isPresent() && clause.words().any(UNTIL)) {
            return commercialLicense(condition.get());
        }
        if (ofCommercialUse && registers(clause.words())) {
            return no(clause.profile().commercial())
                    ? allowed("commercial.not")
                    : duty(clause, Action.REGISTER, "register");
        }
        if (!ofCommercialUse) {
            // "... you must ask us. You have no right until we agree.": the second sentence lives under the first one's
            // condition
            Optional<Case> before = clause.before("commercial.license-required");
            if (before.isPresent()) {
                return commercialLicense(before.get());
            }
            Optional<Case> capBefore = clause.before("scale.");
            if (capBefore.isPresent()) {
                return scale.rule(capBefore.get());
            }
            if (clause.words().any(WITHIN)) {
                return duty(clause, Action.ABSTAIN, "within", Sentences.quote(clause.words()));
            }
        }
        Optional<Boolean> commercial = clause.profile().commercial();
        if (commercial.isEmpty()) {
            return Ruling.unclear(sentences.message("commercial.missing-license"), "commercial");
        }
        if (commercial.get()) {
            return Ruling.needsLicense(sentences.message("commercial.license"));
        }
        return ofCommercialUse
                ? allowed("commercial.not")
                : Ruling.unclear(sentences.message("commercial.license-anyway"));
    }

    private Ruling fee(Case clause) {
        Optional<Case> cap = clause.beside("scale.");
        boolean free = cap.isPresent() && scale.rule(cap.get()).answer() == Answer.ALLOWED;
        boolean notCommercial = clause.profile().commercial().filter(is -> !is).isPresent();
        if (free || notCommercial && clause.words().speaksOfCommercialUse()) {
            return allowed("fee.not");
        }
        if (clause.words().any(WITHIN)) {
            return duty(clause, Action.ABSTAIN, "within", Sentences.quote(clause.words()));
        }
        return duty(clause, Action.PAY, clause.is(Attitude.RESERVES) ? "fee-reserved" : "fee");
    }

    // ---- names, notices, passing on

    private static boolean no(Optional<Boolean> does) {
        return does.filter(is -> !is).isPresent();
    }

    /** Whether the clause binds those alone who pass something on or offer it, and the user does neither. */
    private static boolean keepsToItself(Case clause, ClauseWords sentence) {
        UseProfile profile = clause.profile();
        return sentence.speaksOfPassingOn() && no(profile.distributes()) && no(profile.hostedService());
    }

    private Ruling display(Case clause) {
        ClauseWords sentence = clause.sentence();
        UseProfile profile = clause.profile();
        boolean aboutDerived = clause.words().speaksOfDerivedModels();
        if (aboutDerived && no(profile.trainsOtherModels()) && no(profile.modifies())) {
            return allowed("display.not-derived");
        }
        if (keepsToItself(clause, sentence)) {
            return allowed("display.not-shown");
        }
        Optional<String> phrase = clause.word("text");
        Duty duty = phrase.isPresent()
                ? dutyAbout(clause, Action.DISPLAY, "display", phrase.get())
                : dutyOf(clause, Action.DISPLAY, "display-something", Sentences.quote(clause.words()));
        return Ruling.duties(sentences.message("reason.display"), List.of(duty));
    }

    private Ruling naming(Case clause) {
        UseProfile profile = clause.profile();
        if (no(profile.trainsOtherModels()) && no(profile.modifies())) {
            return allowed("naming.not-derived");
        }
        if (keepsToItself(clause, clause.sentence())) {
            return allowed("naming.not-shown");
        }
        Optional<String> name = clause.word("name");
        String key;
        if (clause.is(Attitude.FORBIDS)) {
            key = "name-not";
        } else if (clause.words().any("begin*", "start*", "prefix*", "开头", "前缀", "起始")) {
            key = "name-begin";
        } else {
            key = "name-contain";
        }
        Duty duty = name.isPresent()
                ? dutyAbout(clause, Action.NAME, key, name.get())
                : dutyOf(clause, Action.NAME, "name-as-told", Sentences.quote(clause.words()));
        return Ruling.duties(sentences.message("reason.naming"), List.of(duty));
    }

    private Ruling notices(Case clause) {
        ClauseWords sentence = clause.sentence();
        if (clause.words().any("does not grant", "do not grant", "no permission", "未授予", "不授予")
                && clause.words().any("trademark*", "trade name*", "service mark*", "商标")) {
            return allowed("kind.compatible"); // speaks of notices as what names may be used for
        }
        if (no(clause.profile().distributes())
                && (sentence.speaksOfPassingOn() || clause.words().speaksOfPassingOn())) {
            return allowed("passing-on.not");
        }
        ClauseWords words = clause.words();
        List<Duty> duties = new ArrayList<>();
        boolean noticeFile = words.any(
                "notice file",
                "notice\" text file",
                "\"notice\"",
                "notice.txt",
                "notice text file",
                "notice文件",
                "声明文件");
        if (noticeFile) {
            Optional<String> line = words.quotation(12);
            duties.add(
                    line.isPresent()
                            ? dutyAbout(clause, Action.SHIP_FILE, "ship-notice-saying", line.get())
                            : dutyOf(clause, Action.SHIP_FILE, "ship-notice"));
        }
        if (words.any(
                "copy of this",
                "copy of these",
                "copy of the agreement",
                "copy of the license",
                "copy of the licence",
                "copies of this",
                "text of this",
                "本协议的副本",
                "本许可的副本",
                "本条款的副本",
                "许可证副本",
                "协议副本",
                "许可副本",
                "副本")) {
            duties.add(dutyOf(clause, Action.SHIP_FILE, "ship-licence"));
        }
        if (words.any(
                "modified files",
                "changed the files",
                "you changed",
                "changes made",
                "state changes",
                "modif* files",
                "修改的文件",
                "修改过的文件")) {
            duties.add(dutyOf(clause, Action.MARK_CHANGES, "mark-changes"));
        }
        if (duties.isEmpty() || !noticeFile && words.any("copyright", "notices", "attribution", "版权", "声明", "署名")) {
            Optional<String> line = words.quotation(12);
            duties.add(
                    line.isPresent()
                            ? dutyAbout(clause, Action.KEEP_NOTICES, "keep-notice-saying", line.get())
                            : dutyOf(clause, Action.KEEP_NOTICES, "keep-notices"));
        }
        return Ruling.duties(sentences.message("reason.notices"), duties);
    }

    private Ruling passedOn(Case clause, Action action, String key) {
        UseProfile profile = clause.profile();
        boolean reachesUsers = action == Action.BIND && !no(profile.hostedService());
        if (no(profile.distributes()) && !reachesUsers) {
            return allowed("passing-on.not");
        }
        return duty(clause, action, key, Sentences.quote(clause.words()));
    }

    // ---- time

    private Ruling timeLimit(Case clause) {
        List<LocalDate> days = Dates.in(clause.words().text());
        if (clause.words().has("change date") || clause.words().has("变更日期")) {
            return allowed("time.change-date");
        }
        if (days.isEmpty()) {
            Optional<String> lasts = clause.word("duration");
            return lasts.isPresent()
                    ? duty(clause, Action.WATCH, "time-duration", Durations.words(lasts.get()))
                    : duty(clause, Action.WATCH, "time-event", Sentences.quote(clause.words()));
        }
        LocalDate end = Collections.max(days);
        Optional<LocalDate> use = clause.profile().date();
        if (use.isEmpty()) {
            return Ruling.unclear(sentences.message("time.missing", end.toString()), "date");
        }
        return use.get().isAfter(end)
                ? Ruling.forbidden(sentences.message(
                        "time.ended", end.toString(), use.get().toString()))
                : duty(clause, Action.WATCH, "time-end", end.toString());
    }

    // ---- the rest

    private Ruling unclassified(Case clause) {
        Optional<Case> before = clause.before("commercial.license-required");
        if (before.isPresent() && clause.words().asksForPermission()) {
            return commercialLicense(before.get());
        }
        UseProfile profile = clause.profile();
        boolean limits = Unclassified.limits(clause.words());
        if (limits
                && clause.words().any("publish*", "share", "sharing", "distribut*", "发布", "传播", "分发")
                && !clause.words().any("use", "使用")
                && no(profile.distributes())
                && no(profile.hostedService())) {
            return allowed("passing-on.not");
        }
        boolean production = profile.purposes()
                .filter(purposes -> !purposes.contains(Purpose.PRODUCTION))
                .isPresent();
        if (limits && production && clause.words().any("production use", "production purposes", "生产用途", "生产使用")) {
            return allowed("purpose.elsewhere", purposeTitles(EnumSet.of(Purpose.PRODUCTION)));
        }
        return limits ? Ruling.unclear(sentences.message("unclassified.limits")) : read(clause, "unclassified.binds");
    }

    private Ruling other(Case clause) {
        String key = "kind." + clause.finding().kind();
        if (sentences.has(key)) {
            return allowed(key);
        }
        return switch (clause.finding().effect()) {
            case COMPATIBLE -> allowed("kind.compatible");
            case BURDENS -> read(clause, "kind.no-rule");
            case RESTRICTS, REVIEW ->
                Ruling.unclear(sentences.message(
                        "kind.no-rule-restricts", clause.finding().kind().toLowerCase(Locale.ROOT)));
        };
    }
}
