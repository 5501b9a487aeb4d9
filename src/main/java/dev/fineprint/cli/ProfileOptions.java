// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.policy.UseProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what somebody is about to do with a model; each stands in for a key of the profile file. */
final class ProfileOptions {
    @Option(names = "--profile", paramLabel = "FILE", descriptionKey = "cli.option.profile")
    private @Nullable Path file;

    @Option(names = "--purpose", paramLabel = "PURPOSE", split = ",", descriptionKey = "cli.option.purpose")
    private @Nullable List<String> purpose;

    @Option(names = "--commercial", paramLabel = "yes|no", descriptionKey = "cli.option.commercial")
    private @Nullable String commercial;

    @Option(names = "--monthly-active-users", paramLabel = "N", descriptionKey = "cli.option.monthly-active-users")
    private @Nullable String monthlyActiveUsers;

    @Option(names = "--daily-active-users", paramLabel = "N", descriptionKey = "cli.option.daily-active-users")
    private @Nullable String dailyActiveUsers;

    @Option(names = "--annual-revenue", paramLabel = "AMOUNT", descriptionKey = "cli.option.annual-revenue")
    private @Nullable String annualRevenue;

    @Option(names = "--monthly-revenue", paramLabel = "AMOUNT", descriptionKey = "cli.option.monthly-revenue")
    private @Nullable String monthlyRevenue;

    @Option(names = "--exchange-rate", paramLabel = "EUR/USD=1.08", descriptionKey = "cli.option.exchange-rate")
    private Map<String, String> exchangeRates = new LinkedHashMap<>();

    @Option(names = "--employees", paramLabel = "N", descriptionKey = "cli.option.employees")
    private @Nullable String employees;

    @Option(names = "--territories", paramLabel = "PLACE", split = ",", descriptionKey = "cli.option.territories")
    private @Nullable List<String> territories;

    @Option(names = "--organisation", paramLabel = "WHO", descriptionKey = "cli.option.organisation")
    private @Nullable String organisation;

    @Option(names = "--minimum-user-age", paramLabel = "YEARS", descriptionKey = "cli.option.minimum-user-age")
    private @Nullable String minimumUserAge;

    @Option(
            names = "--domains",
            paramLabel = "DOMAIN",
            split = ",",
            arity = "0..1",
            fallbackValue = "",
            descriptionKey = "cli.option.domains")
    private @Nullable List<String> domains;

    @Option(names = "--hosted-service", paramLabel = "yes|no", descriptionKey = "cli.option.hosted-service")
    private @Nullable String hostedService;

    @Option(names = "--distributes", paramLabel = "yes|no", descriptionKey = "cli.option.distributes")
    private @Nullable String distributes;

    @Option(names = "--modifies", paramLabel = "yes|no", descriptionKey = "cli.option.modifies")
    private @Nullable String modifies;

    @Option(names = "--trains-other-models", paramLabel = "yes|no", descriptionKey = "cli.option.trains-other-models")
    private @Nullable String trainsOtherModels;

    @Option(names = "--competes", paramLabel = "yes|no", descriptionKey = "cli.option.competes")
    private @Nullable String competes;

    @Option(names = "--reverse-engineers", paramLabel = "yes|no", descriptionKey = "cli.option.reverse-engineers")
    private @Nullable String reverseEngineers;

    @Option(names = "--sells", paramLabel = "yes|no", descriptionKey = "cli.option.sells")
    private @Nullable String sells;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "cli.option.date")
    private @Nullable String date;

    /**
     * What the file says, and in place of it what the options say.
     *
     * @throws IOException if the file cannot be read
     * @throws dev.fineprint.policy.ProfileException if it is no profile, or an option has no such value
     */
    UseProfile profile() throws IOException {
        UseProfile base = file == null ? UseProfile.builder().build() : UseProfile.read(file);
        return base.overriddenBy(UseProfile.parse("command line", options()));
    }

    /** Whether a file or at least one of the options is there. */
    boolean given() {
        return file != null || !options().equals("{}");
    }

    /** The options as a profile file, so that both are read and refused in the same words. */
    private String options() {
        StringBuilder yaml = new StringBuilder();
        list(yaml, "purpose", purpose);
        text(yaml, "commercial", commercial);
        text(yaml, "monthly-active-users", monthlyActiveUsers);
        text(yaml, "daily-active-users", dailyActiveUsers);
        text(yaml, "annual-revenue", annualRevenue);
        text(yaml, "monthly-revenue", monthlyRevenue);
        if (!exchangeRates.isEmpty()) {
            yaml.append("exchange-rates:\n");
            exchangeRates.forEach((pair, rate) -> yaml.append("  ")
                    .append(quoted(pair))
                    .append(": ")
                    .append(quoted(rate))
                    .append('\n'));
        }
        text(yaml, "employees", employees);
        list(yaml, "territories", territories);
        text(yaml, "organisation", organisation);
        text(yaml, "minimum-user-age", minimumUserAge);
        list(yaml, "domains", domains);
        text(yaml, "hosted-service", hostedService);
        text(yaml, "distributes", distributes);
        text(yaml, "modifies", modifies);
        text(yaml, "trains-other-models", trainsOtherModels);
        text(yaml, "competes", competes);
        text(yaml, "reverse-engineers", reverseEngineers);
        text(yaml, "sells", sells);
        text(yaml, "date", date);
        return yaml.isEmpty() ? "{}" : yaml.toString();
    }

    private static void text(StringBuilder yaml, String key, @Nullable String value) {
        if (value != null) {
            yaml.append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static void list(StringBuilder yaml, String key, @Nullable List<String> values) {
        if (values != null) {
            List<String> given = values.stream()
                    .filter(value -> !value.isBlank())
                    .map(ProfileOptions::quoted)
                    .toList();
            yaml.append(key).append(": [").append(String.join(", ", given)).append("]\n");
        }
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''").replaceAll("[\\p{Cntrl}]", " ") + "'";
    }
}
