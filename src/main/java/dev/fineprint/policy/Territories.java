// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which places lie in which. */
final class Territories {
    /** Everywhere. */
    static final String WORLD = "WORLD";

    /** The member states of the European Union since 2020. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Territories() {}

    /** The code of a place that a user wrote as a code or by its English or Chinese name. */
    static Optional<String> code(String written) {
        String name = written.strip();
        String code = name.toUpperCase(Locale.ROOT);
        if (code.equals("UK")) {
            return Optional.of("GB");
        }
        if (List.of("WORLD", "WORLDWIDE", "GLOBAL", "全球", "全世界").contains(code)) {
            return Optional.of(WORLD);
        }
        if (COUNTRIES.contains(code) || code.equals("EU") || code.equals("EEA")) {
            return Optional.of(code);
        }
        return EntityReader.create().read(name, 0, name.length()).stream()
                .filter(entity -> entity.type() == Entity.Type.TERRITORY)
                .filter(entity -> entity.start() == 0 && entity.end() == name.length())
                .map(Entity::code)
                .findFirst();
    }

    /** The places of a clause, where a report says Union for an Economic Area that the clause's own words name. */
    static List<String> withTheEconomicArea(List<String> places, String words) {
        boolean named = places.contains("EU")
                && EntityReader.create().read(words, 0, words.length()).stream()
                        .anyMatch(entity -> entity.type() == Entity.Type.TERRITORY
                                && entity.code().equals("EEA"));
        return named
                ? places.stream()
                        .map(place -> place.equals("EU") ? "EEA" : place)
                        .toList()
                : places;
    }

    /** Those of the profile's places in which a place of the clause lies, or that lie in one. */
    static Set<String> common(Collection<String> profile, Collection<String> clause) {
        Set<String> countries = countries(clause);
        Set<String> common = new LinkedHashSet<>();
        for (String place : profile) {
            Set<String> inside = countries(List.of(place));
            if (inside.stream().anyMatch(countries::contains)) {
                common.add(place);
            }
        }
        return common;
    }

    /** Those of the profile's places that do not lie wholly in the clause's. */
    static Set<String> outside(Collection<String> profile, Collection<String> clause) {
        Set<String> countries = countries(clause);
        Set<String> outside = new LinkedHashSet<>();
        for (String place : profile) {
            if (!countries.containsAll(countries(List.of(place)))) {
                outside.add(place);
            }
        }
        return outside;
    }

    private static Set<String> countries(Collection<String> places) {
        Set<String> all = new LinkedHashSet<>();
        for (String place : places) {
            switch (place) {
                case WORLD -> all.addAll(COUNTRIES);
                case "EU" -> all.addAll(UNION);
                case "EEA" -> {
                    all.addAll(UNION);
                    all.addAll(List.of("IS", "LI", "NO"));
                }
                default -> all.add(place);
            }
        }
        return all;
    }
}
