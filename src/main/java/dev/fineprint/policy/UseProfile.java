// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to do with a model, as far as licences ask for it. Whatever is left empty is unknown, and a
 * clause that depends on it is answered {@link Answer#UNCLEAR}. An empty set is not unknown: it says "none".
 *
 * <p>As a file it is a small YAML mapping; {@code urn:fineprint:profile:1} is its JSON schema:
 *
 * <pre>{@code
 * purpose: [production]
 * commercial: true
 * monthly-active-users: 2000000
 * annual-revenue: USD 750000
 * territories: [DE, US]
 * domains: []
 * distributes: false
 * }</pre>
 *
 * @param purposes {@code purpose}: what it is used for
 * @param commercial {@code commercial}: whether for commercial advantage
 * @param monthlyActiveUsers {@code monthly-active-users}: of all products of the user and its affiliates
 * @param dailyActiveUsers {@code daily-active-users}
 * @param annualRevenue {@code annual-revenue}
 * @param monthlyRevenue {@code monthly-revenue}
 * @param exchangeRates {@code exchange-rates}: by pair, such as {@code EUR/USD: 1.08} for one euro that costs 1.08 dollars
 * @param employees {@code employees}: how many people work for the user
 * @param territories {@code territories}: where the user and its users are; ISO 3166 alpha-2 codes, {@code EU},
 *     {@code EEA} and {@code WORLD}
 * @param organisation {@code organisation}: who the user is
 * @param minimumUserAge {@code minimum-user-age}: the age of the youngest users
 * @param domains {@code domains}: the sensitive uses that are planned, by the ids of the catalog's domains; words that are no
 *     id are compared with the clauses' words
 * @param hostedService {@code hosted-service}: whether others reach the model through a service or an API
 * @param distributes {@code distributes}: whether the model, or one derived from it, is passed on to others
 * @param modifies {@code modifies}: whether the model is changed, fine-tuned or merged
 * @param trainsOtherModels {@code trains-other-models}: whether it or its outputs train, distil or improve another model
 * @param competes {@code competes}: whether the user competes with the licensor
 * @param reverseEngineers {@code reverse-engineers}: whether the model is taken apart
 * @param sells {@code sells}: whether the model itself is sold, rented or lent
 * @param date {@code date}: the day of the use
 */
public record UseProfile(
        Optional<Set<Purpose>> purposes,
        Optional<Boolean> commercial,
        OptionalLong monthlyActiveUsers,
        OptionalLong dailyActiveUsers,
        Optional<Money> annualRevenue,
        Optional<Money> monthlyRevenue,
        Map<String, BigDecimal> exchangeRates,
        OptionalLong employees,
        Optional<Set<String>> territories,
        Optional<Organisation> organisation,
        OptionalInt minimumUserAge,
        Optional<Set<String>> domains,
        Optional<Boolean> hostedService,
        Optional<Boolean> distributes,
        Optional<Boolean> modifies,
        Optional<Boolean> trainsOtherModels,
        Optional<Boolean> competes,
        Optional<Boolean> reverseEngineers,
        Optional<Boolean> sells,
        Optional<LocalDate> date) {

    /** The keys of a profile file, in the order in which help texts list them. */
    public static final List<String> KEYS = List.of(
            "purpose",
            "commercial",
            "monthly-active-users",
            "daily-active-users",
            "annual-revenue",
            "monthly-revenue",
            "exchange-rates",
            "employees",
            "territories",
            "organisation",
            "minimum-user-age",
            "domains",
            "hosted-service",
            "distributes",
            "modifies",
            "trains-other-models",
            "competes",
            "reverse-engineers",
            "sells",
            "date");

    /** The largest profile file that is read, in bytes. */
    static final int MOST_BYTES = 64 * 1024;

    public UseProfile {
        purposes = purposes.map(UseProfile::ordered);
        exchangeRates = Collections.unmodifiableMap(new LinkedHashMap<>(exchangeRates));
        territories = territories.map(UseProfile::ordered);
        domains = domains.map(UseProfile::ordered);
    }

    private static <T> Set<T> ordered(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    /** Starts a profile of which nothing is known. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a profile file.
     *
     * @throws IOException if the file cannot be read, is no text or is larger than 64 KiB
     * @throws ProfileException if it is no profile; it names everything that is wrong
     */
    public static UseProfile read(Path file) throws IOException {
        LicenseText text = LicenseText.read(file, MOST_BYTES);
        return parse(file.toString(), text.original());
    }

    /**
     * Reads a profile that is at hand as text.
     *
     * @param name what messages call it
     * @param yaml a YAML mapping
     * @throws ProfileException if it is no profile; it names everything that is wrong
     */
    public static UseProfile parse(String name, String yaml) {
        return ProfileReader.read(name, yaml);
    }

    /** Returns this profile with everything that the other one knows in the place of its own. */
    public UseProfile overriddenBy(UseProfile other) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>(exchangeRates);
        rates.putAll(other.exchangeRates);
        return new UseProfile(
                other.purposes.or(() -> purposes),
                other.commercial.or(() -> commercial),
                other.monthlyActiveUsers.isPresent() ? other.monthlyActiveUsers : monthlyActiveUsers,
                other.dailyActiveUsers.isPresent() ? other.dailyActiveUsers : dailyActiveUsers,
                other.annualRevenue.or(() -> annualRevenue),
                other.monthlyRevenue.or(() -> monthlyRevenue),
                rates,
                other.employees.isPresent() ? other.employees : employees,
                other.territories.or(() -> territories),
                other.organisation.or(() -> organisation),
                other.minimumUserAge.isPresent() ? other.minimumUserAge : minimumUserAge,
                other.domains.or(() -> domains),
                other.hostedService.or(() -> hostedService),
                other.distributes.or(() -> distributes),
                other.modifies.or(() -> modifies),
                other.trainsOtherModels.or(() -> trainsOtherModels),
                other.competes.or(() -> competes),
                other.reverseEngineers.or(() -> reverseEngineers),
                other.sells.or(() -> sells),
                other.date.or(() -> date));
    }

    /** Gathers a profile. Each fact can be set once. Not thread-safe. */
    public static final class Builder {
        private @Nullable Set<Purpose> purposes;
        private @Nullable Boolean commercial;
        private @Nullable Long monthlyActiveUsers;
        private @Nullable Long dailyActiveUsers;
        private @Nullable Money annualRevenue;
        private @Nullable Money monthlyRevenue;
        private final Map<String, BigDecimal> exchangeRates = new LinkedHashMap<>();
        private @Nullable Long employees;
        private @Nullable Set<String> territories;
        private @Nullable Organisation organisation;
        private @Nullable Integer minimumUserAge;
        private @Nullable Set<String> domains;
        private @Nullable Boolean hostedService;
        private @Nullable Boolean distributes;
        private @Nullable Boolean modifies;
        private @Nullable Boolean trainsOtherModels;
        private @Nullable Boolean competes;
        private @Nullable Boolean reverseEngineers;
        private @Nullable Boolean sells;
        private @Nullable LocalDate date;

        private Builder() {}

        private static <T> T once(String fact, @Nullable T before, T now) {
            if (before != null) {
                throw new IllegalStateException(fact + " is set already, to " + before);
            }
            return now;
        }

        private static long count(String fact, @Nullable Long before, long now) {
            if (now < 0) {
                throw new IllegalArgumentException(fact + " is a count, not " + now);
            }
            return once(fact, before, now);
        }

        /** Sets what the model is used for; none at all is refused. */
        public Builder purposes(Collection<Purpose> all) {
            if (all.isEmpty()) {
                throw new IllegalArgumentException("Name at least one purpose");
            }
            purposes = once("purpose", purposes, EnumSet.copyOf(all));
            return this;
        }

        /** Sets whether the use is commercial. */
        public Builder commercial(boolean is) {
            commercial = once("commercial", commercial, is);
            return this;
        }

        /** Sets the monthly active users of all products of the user and its affiliates. */
        public Builder monthlyActiveUsers(long users) {
            monthlyActiveUsers = count("monthly-active-users", monthlyActiveUsers, users);
            return this;
        }

        /** Sets the daily active users. */
        public Builder dailyActiveUsers(long users) {
            dailyActiveUsers = count("daily-active-users", dailyActiveUsers, users);
            return this;
        }

        /** Sets the revenue of a year. */
        public Builder annualRevenue(Money revenue) {
            annualRevenue = once("annual-revenue", annualRevenue, revenue);
            return this;
        }

        /** Sets the revenue of a month. */
        public Builder monthlyRevenue(Money revenue) {
            monthlyRevenue = once("monthly-revenue", monthlyRevenue, revenue);
            return this;
        }

        /**
         * Adds an exchange rate.
         *
         * @param from ISO 4217 code of a currency
         * @param to ISO 4217 code of another one
         * @param rate how much of {@code to} one unit of {@code from} costs; more than nothing
         */
        public Builder exchangeRate(String from, String to, BigDecimal rate) {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("A rate is more than nothing, not " + rate.toPlainString());
            }
            String pair = Money.of(0, from).currency() + "/" + Money.of(0, to).currency();
            exchangeRates.put(pair, once("The rate " + pair, exchangeRates.get(pair), rate));
            return this;
        }

        /** Sets how many people work for the user. */
        public Builder employees(long people) {
            employees = count("employees", employees, people);
            return this;
        }

        /**
         * Sets where the user and its users are.
         *
         * @throws IllegalArgumentException for a place that is no ISO 3166 code, EU, EEA, WORLD or known name
         */
        public Builder territories(Collection<String> places) {
            Set<String> codes = new LinkedHashSet<>();
            for (String place : places) {
                codes.add(Territories.code(place)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + place + "' is no place that is known; write an ISO 3166 code such as DE, or EU,"
                                        + " EEA or WORLD")));
            }
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("Name at least one place");
            }
            territories = once("territories", territories, codes);
            return this;
        }

        /** Sets who the user is. */
        public Builder organisation(Organisation who) {
            organisation = once("organisation", organisation, who);
            return this;
        }

        /** Sets the age of the youngest users, in years. */
        public Builder minimumUserAge(int years) {
            if (years < 0 || years > 150) {
                throw new IllegalArgumentException("An age lies between 0 and 150, not " + years);
            }
            minimumUserAge = once("minimum-user-age", minimumUserAge, years);
            return this;
        }

        /**
         * Sets the sensitive uses that are planned; none for "none of them".
         *
         * @throws IllegalArgumentException for a word that looks like a mistyped id
         */
        public Builder domains(Collection<String> names) {
            Set<String> ids = new LinkedHashSet<>();
            for (String name : names) {
                ids.addAll(Domains.ids(name));
            }
            domains = once("domains", domains, ids);
            return this;
        }

        /** Sets whether others reach the model through a service or an API. */
        public Builder hostedService(boolean is) {
            hostedService = once("hosted-service", hostedService, is);
            return this;
        }

        /** Sets whether the model, or one derived from it, is passed on to others. */
        public Builder distributes(boolean is) {
            distributes = once("distributes", distributes, is);
            return this;
        }

        /** Sets whether the model is changed. */
        public Builder modifies(boolean is) {
            modifies = once("modifies", modifies, is);
            return this;
        }

        /** Sets whether the model or its outputs train, distil or improve another model. */
        public Builder trainsOtherModels(boolean is) {
            trainsOtherModels = once("trains-other-models", trainsOtherModels, is);
            return this;
        }

        /** Sets whether the user competes with the licensor. */
        public Builder competes(boolean is) {
            competes = once("competes", competes, is);
            return this;
        }

        /** Sets whether the model is taken apart. */
        public Builder reverseEngineers(boolean is) {
            reverseEngineers = once("reverse-engineers", reverseEngineers, is);
            return this;
        }

        /** Sets whether the model itself is sold, rented or lent. */
        public Builder sells(boolean is) {
            sells = once("sells", sells, is);
            return this;
        }

        /** Sets the day of the use. */
        public Builder date(LocalDate day) {
            date = once("date", date, day);
            return this;
        }

        /** Returns the profile. */
        public UseProfile build() {
            return new UseProfile(
                    Optional.ofNullable(purposes),
                    Optional.ofNullable(commercial),
                    optional(monthlyActiveUsers),
                    optional(dailyActiveUsers),
                    Optional.ofNullable(annualRevenue),
                    Optional.ofNullable(monthlyRevenue),
                    exchangeRates,
                    optional(employees),
                    Optional.ofNullable(territories),
                    Optional.ofNullable(organisation),
                    minimumUserAge == null ? OptionalInt.empty() : OptionalInt.of(minimumUserAge),
                    Optional.ofNullable(domains),
                    Optional.ofNullable(hostedService),
                    Optional.ofNullable(distributes),
                    Optional.ofNullable(modifies),
                    Optional.ofNullable(trainsOtherModels),
                    Optional.ofNullable(competes),
                    Optional.ofNullable(reverseEngineers),
                    Optional.ofNullable(sells),
                    Optional.ofNullable(date));
        }

        private static OptionalLong optional(@Nullable Long value) {
            return value == null ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }
}
