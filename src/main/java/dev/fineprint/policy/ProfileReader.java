// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.catalog.CatalogProblem;
import dev.fineprint.catalog.SourceRef;
import dev.fineprint.catalog.YamlNode;
import dev.fineprint.catalog.YamlNode.Field;
import dev.fineprint.catalog.YamlNode.Fields;
import dev.fineprint.catalog.YamlNode.Items;
import dev.fineprint.catalog.YamlNode.Text;
import dev.fineprint.catalog.YamlReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a profile file. All faults are found in one run; each says where it is and what was expected. */
final class ProfileReader {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,_ '][0-9]{3}){1,5}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,9})?");

    private static final Pattern MONEY =
            Pattern.compile("([A-Za-z]{3}) ?([0-9][0-9,._ ']{0,30})|([0-9][0-9,._']{0,30}) ?([A-Za-z]{3})");

    private final List<CatalogProblem> problems = new ArrayList<>();
    private final UseProfile.Builder profile = UseProfile.builder();

    private ProfileReader() {}

    static UseProfile read(String name, String yaml) {
        ProfileReader reader = new ProfileReader();
        Optional<YamlNode> root = YamlReader.read(name, yaml, reader.problems);
        if (root.isPresent()) {
            if (root.get() instanceof Fields mapping) {
                mapping.fields().values().forEach(reader::field);
            } else {
                reader.problem(
                        root.get(), "a profile that is " + root.get().shape(), "a mapping such as commercial: true");
            }
        }
        if (!reader.problems.isEmpty()) {
            throw new ProfileException(
                    reader.problems.stream().map(CatalogProblem::toString).toList());
        }
        return reader.profile.build();
    }

    private void field(Field field) {
        YamlNode value = field.value();
        String key = field.key().value();
        try {
            switch (key) {
                case "purpose", "purposes" ->
                    profile.purposes(
                            texts(value).stream().map(ProfileReader::purpose).toList());
                case "commercial" -> profile.commercial(yes(value));
                case "monthly-active-users" -> profile.monthlyActiveUsers(count(text(value)));
                case "daily-active-users" -> profile.dailyActiveUsers(count(text(value)));
                case "annual-revenue" -> profile.annualRevenue(money(value));
                case "monthly-revenue" -> profile.monthlyRevenue(money(value));
                case "exchange-rates" -> rates(value);
                case "employees" -> profile.employees(count(text(value)));
                case "territories", "territory" -> profile.territories(texts(value));
                case "organisation", "organization" -> profile.organisation(organisation(text(value)));
                case "minimum-user-age" -> profile.minimumUserAge(Math.toIntExact(Math.min(count(text(value)), 1000)));
                case "domains" -> profile.domains(texts(value));
                case "hosted-service" -> profile.hostedService(yes(value));
                case "distributes" -> profile.distributes(yes(value));
                case "modifies" -> profile.modifies(yes(value));
                case "trains-other-models" -> profile.trainsOtherModels(yes(value));
                case "competes" -> profile.competes(yes(value));
                case "reverse-engineers" -> profile.reverseEngineers(yes(value));
                case "sells" -> profile.sells(yes(value));
                case "date" -> profile.date(date(text(value)));
                default -> {
                    String meant = Spelling.nearest(key, UseProfile.KEYS);
                    SourceRef at = field.key().at();
                    problems.add(new CatalogProblem(
                            at,
                            "an unknown key",
                            key,
                            "one of " + String.join(", ", UseProfile.KEYS),
                            meant.isEmpty() ? "remove or rename it" : "did you mean " + meant + "?"));
                }
            }
        } catch (Wrong wrong) {
            problem(wrong.node.orElse(value), key + ": " + wrong.getMessage(), wrong.expected);
        } catch (IllegalArgumentException | IllegalStateException e) {
            problem(value, key + ": " + e.getMessage(), "");
        }
    }

    private void rates(YamlNode value) {
        if (!(value instanceof Fields pairs)) {
            throw new Wrong(value, "it is " + value.shape(), "a mapping such as {EUR/USD: 1.08}");
        }
        for (Map.Entry<String, Field> pair : pairs.fields().entrySet()) {
            String[] codes = pair.getKey().split("/", -1);
            String rate = text(pair.getValue().value());
            if (codes.length != 2 || !DECIMAL.matcher(rate).matches()) {
                throw new Wrong(
                        pair.getValue().value(),
                        "'" + pair.getKey() + ": " + rate + "' is no rate",
                        "a pair of currencies and a number such as EUR/USD: 1.08");
            }
            profile.exchangeRate(codes[0], codes[1], new BigDecimal(rate));
        }
    }

    private static Money money(YamlNode value) {
        if (value instanceof Fields fields) {
            Field amount = fields.fields().get("amount");
            Field currency = fields.fields().get("currency");
            if (amount == null || currency == null || fields.fields().size() != 2) {
                throw new Wrong(value, "it needs amount and currency", "{amount: 5000000, currency: USD}");
            }
            return new Money(amount(text(amount.value())), text(currency.value()));
        }
        return money(text(value));
    }

    /** An amount with its currency before or behind it. */
    static Money money(String written) {
        Matcher before = MONEY.matcher(written.strip());
        if (!before.matches()) {
            throw new Wrong(
                    "'" + written + "' is no amount of money", "an amount and its currency, such as USD 5000000");
        }
        boolean first = before.group(1) != null;
        String currency = first ? before.group(1) : before.group(4);
        return new Money(
                amount(first ? before.group(2) : before.group(3)),
                Money.currencyCode(currency).orElse(currency));
    }

    private static BigDecimal amount(String written) {
        String text = written.strip();
        int point = text.lastIndexOf('.');
        boolean cents = point > 0 && text.length() - point <= 3;
        String whole = cents ? text.substring(0, point) : text;
        String decimal = count(whole) + (cents ? text.substring(point) : "");
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new Wrong("'" + written + "' is no amount", "a number such as 5000000 or 5000000.50");
        }
        return new BigDecimal(decimal);
    }

    static long count(String written) {
        String text = written.strip();
        if (DIGITS.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        if (GROUPED.matcher(text).matches()) {
            return Long.parseLong(text.replaceAll("[^0-9]", ""));
        }
        throw new Wrong("'" + written + "' is no count", "a whole number such as 2000000");
    }

    static Purpose purpose(String written) {
        return choice(written, Purpose.values(), Purpose::code, "purpose");
    }

    static Organisation organisation(String written) {
        return choice(written, Organisation.values(), Organisation::code, "organisation");
    }

    private static <T> T choice(String written, T[] all, java.util.function.Function<T, String> code, String what) {
        String wanted =
                written.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(all)
                .filter(one -> code.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Wrong(
                        "'" + written + "' is no " + what,
                        "one of " + Arrays.stream(all).map(code).collect(Collectors.joining(", "))));
    }

    static LocalDate date(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException e) {
            throw new Wrong("'" + written + "' is no day", "year, month and day such as 2026-11-22");
        }
    }

    private static boolean yes(YamlNode value) {
        return switch (text(value).toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new Wrong(value, "'" + text(value) + "' is neither yes nor no", "true or false");
        };
    }

    private static String text(YamlNode value) {
        if (value instanceof Text text && !text.value().isBlank()) {
            return text.value().strip();
        }
        throw new Wrong(value, "it is " + value.shape(), "a value; leave the key out if it is not known");
    }

    private static List<String> texts(YamlNode value) {
        if (value instanceof Items list) {
            return list.items().stream().map(ProfileReader::text).toList();
        }
        return List.of(text(value));
    }

    private void problem(YamlNode at, String what, String expected) {
        problems.add(new CatalogProblem(at.at(), what, "", expected, ""));
    }

    /** A value that does not fit its key. */
    private static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<YamlNode> node;
        private final String expected;

        Wrong(YamlNode node, String what, String expected) {
            super(what);
            this.node = Optional.of(node);
            this.expected = expected;
        }

        Wrong(String what, String expected) {
            super(what + "; expected " + expected);
            this.node = Optional.empty();
            this.expected = "";
        }
    }
}
