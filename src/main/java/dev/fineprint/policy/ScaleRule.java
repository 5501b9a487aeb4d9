// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.catalog.Attitude;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.Duty.Action;
import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares the size of a user with the threshold of a clause, exactly and by the clause's own words. */
final class ScaleRule {
    private final Sentences sentences;
    private final EntityReader entities;

    ScaleRule(Sentences sentences, EntityReader entities) {
        this.sentences = sentences;
        this.entities = entities;
    }

    Ruling rule(Case clause) {
        boolean ofCommercialUse = clause.words().speaksOfCommercialUse();
        Optional<Boolean> commercial = clause.profile().commercial();
        if (ofCommercialUse && commercial.filter(is -> !is).isPresent()) {
            return Ruling.allowed(sentences.message("scale.not-commercial"));
        }
        Ruling ruling = switch (clause.finding().kind()) {
            case "scale.active-users" -> users(clause);
            case "scale.revenue" -> revenue(clause);
            default -> other(clause);
        };
        boolean over = ruling.answer() == Answer.NEEDS_LICENSE || ruling.answer() == Answer.FORBIDDEN;
        return over && ofCommercialUse && commercial.isEmpty()
                ? Ruling.unclear(sentences.message("scale.commercial-missing"), "commercial")
                : ruling;
    }

    private Ruling users(Case clause) {
        OptionalLong cap = clause.number("threshold");
        if (cap.isEmpty()) {
            return unread();
        }
        Optional<String> period = period(clause);
        UseProfile profile = clause.profile();
        OptionalLong users;
        OptionalLong others;
        String key;
        switch (period.orElse("")) {
            case "month" -> {
                users = profile.monthlyActiveUsers();
                others = profile.dailyActiveUsers();
                key = "monthly-active-users";
            }
            case "day" -> {
                users = profile.dailyActiveUsers();
                others = profile.monthlyActiveUsers();
                key = "daily-active-users";
            }
            default -> {
                return Ruling.unclear(sentences.message("scale.no-period", Sentences.number(cap.getAsLong())));
            }
        }
        LocalizedText threshold = sentences.message("scale.users", Sentences.number(cap.getAsLong()), unit(period));
        if (users.isEmpty()) {
            String message = others.isPresent() ? "scale.other-period" : "scale.missing";
            return Ruling.unclear(sentences.message(message, threshold, key), key);
        }
        return compared(
                clause,
                Long.compare(users.getAsLong(), cap.getAsLong()),
                cap.getAsLong(),
                Sentences.number(users.getAsLong()),
                threshold);
    }

    private Ruling revenue(Case clause) {
        OptionalLong cap = clause.number("amount");
        Optional<String> currency = clause.word("currency");
        if (cap.isEmpty() || currency.isEmpty()) {
            return unread();
        }
        Optional<String> period = period(clause);
        UseProfile profile = clause.profile();
        LocalizedText threshold = sentences.message(
                "scale.revenue", Sentences.same(currency.get()), Sentences.number(cap.getAsLong()), unit(period));
        boolean yearly = period.filter("year"::equals).isPresent();
        boolean monthly = period.filter("month"::equals).isPresent();
        if (!yearly && !monthly) {
            return Ruling.unclear(sentences.message("scale.no-period", threshold));
        }
        String key = yearly ? "annual-revenue" : "monthly-revenue";
        Optional<Money> revenue = yearly ? profile.annualRevenue() : profile.monthlyRevenue();
        Optional<Money> other = yearly ? profile.monthlyRevenue() : profile.annualRevenue();
        if (revenue.isEmpty()) {
            String message = other.isPresent() ? "scale.other-period" : "scale.missing";
            return Ruling.unclear(sentences.message(message, threshold, key), key);
        }
        Optional<Integer> compared =
                compare(profile, revenue.get(), BigDecimal.valueOf(cap.getAsLong()), currency.get());
        if (compared.isEmpty()) {
            return Ruling.unclear(
                    sentences.message(
                            "scale.currency",
                            threshold,
                            revenue.get().currency(),
                            currency.get() + "/" + revenue.get().currency()),
                    "exchange-rates");
        }
        return compared(
                clause,
                compared.get(),
                cap.getAsLong(),
                sentences.message(
                        "scale.amount",
                        Sentences.same(revenue.get().currency()),
                        Sentences.number(revenue.get().amount())),
                threshold);
    }

    /** Compares without division, so that no rounding decides. */
    private static Optional<Integer> compare(UseProfile profile, Money revenue, BigDecimal cap, String currency) {
        if (revenue.currency().equals(currency)) {
            return Optional.of(revenue.amount().compareTo(cap));
        }
        BigDecimal capCosts = profile.exchangeRates().get(currency + "/" + revenue.currency());
        if (capCosts != null) {
            return Optional.of(revenue.amount().compareTo(cap.multiply(capCosts)));
        }
        BigDecimal revenueCosts = profile.exchangeRates().get(revenue.currency() + "/" + currency);
        if (revenueCosts != null) {
            return Optional.of(revenue.amount().multiply(revenueCosts).compareTo(cap));
        }
        return Optional.empty();
    }

    private Ruling other(Case clause) {
        OptionalLong cap = clause.number("threshold");
        Optional<String> metric = clause.word("metric");
        if (cap.isEmpty() || metric.isEmpty()) {
            return unread();
        }
        LocalizedText threshold = sentences.message(
                "scale.metric",
                Sentences.number(cap.getAsLong()),
                sentences.has("metric." + metric.get())
                        ? sentences.message("metric." + metric.get())
                        : Sentences.same(metric.get()));
        if (!metric.get().equals("employees")) {
            return Ruling.unclear(sentences.message("scale.no-such-figure", threshold));
        }
        OptionalLong employees = clause.profile().employees();
        if (employees.isEmpty()) {
            return Ruling.unclear(sentences.message("scale.missing", threshold, "employees"), "employees");
        }
        return compared(
                clause,
                Long.compare(employees.getAsLong(), cap.getAsLong()),
                cap.getAsLong(),
                Sentences.number(employees.getAsLong()),
                threshold);
    }

    private Ruling compared(Case clause, int compared, long cap, LocalizedText figure, LocalizedText threshold) {
        Optional<Comparison> comparison = Comparison.read(clause.words(), entities, cap);
        if (compared == 0 && comparison.isEmpty()) {
            return Ruling.unclear(sentences.message("scale.equal-open", figure));
        }
        boolean asks = comparison.map(one -> one.asksOf(compared)).orElse(compared > 0);
        if (!asks) {
            boolean form = comparison
                            .filter(one -> one == Comparison.BELOW || one == Comparison.AT_MOST)
                            .isPresent()
                    && clause.words().any("register*", "registration", "fill in", "questionnaire", "登记", "问卷", "备案");
            LocalizedText reason =
                    sentences.message(compared == 0 ? "scale.equal-free" : "scale.under", figure, threshold);
            return form
                    ? Ruling.duties(
                            reason,
                            List.of(new Duty(
                                    Action.REGISTER,
                                    sentences.message("duty.register"),
                                    Optional.empty(),
                                    List.of(clause.finding().id()))))
                    : Ruling.allowed(reason);
        }
        return consequence(
                clause, sentences.message(compared == 0 ? "scale.equal-asks" : "scale.over", figure, threshold));
    }

    private Ruling consequence(Case clause, LocalizedText over) {
        String read = clause.word("consequence").orElse("");
        boolean license = read.equals("license-required")
                || clause.words().asksForPermission()
                || clause.beside("commercial.license-required").isPresent()
                || clause.isBefore("commercial.license-required");
        if (read.equals("branding")) {
            Optional<String> phrase = clause.words().quotation(2);
            Duty duty = new Duty(
                    Action.DISPLAY,
                    phrase.isPresent()
                            ? sentences.message("duty.display", phrase.get())
                            : sentences.message("duty.display-something", Sentences.quote(clause.words())),
                    phrase,
                    List.of(clause.finding().id()));
            return Ruling.duties(joined(over, "scale.branding"), List.of(duty));
        }
        if (license) {
            return Ruling.needsLicense(joined(over, "scale.license"));
        }
        if (read.equals("prohibited") || clause.is(Attitude.FORBIDS)) {
            return Ruling.forbidden(joined(over, "scale.forbidden"));
        }
        return Ruling.unclear(joined(over, "scale.consequence-open"));
    }

    private LocalizedText joined(LocalizedText first, String key) {
        LocalizedText second = sentences.message(key);
        return new LocalizedText(first.en() + " " + second.en(), first.zh() + second.zh());
    }

    private Ruling unread() {
        return Ruling.unclear(sentences.message("scale.unread"));
    }

    private LocalizedText unit(Optional<String> period) {
        return sentences.message("period." + period.orElse("none"));
    }

    /** The period that was read with the value, or else the one that the clause's words name. */
    private Optional<String> period(Case clause) {
        Optional<String> read = clause.word("period");
        if (read.isPresent()) {
            return read;
        }
        String text = clause.words().text();
        List<String> named = entities.read(text, 0, text.length()).stream()
                .filter(entity -> entity.type() == Entity.Type.PERIOD)
                .map(Entity::code)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
