// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount of money.
 *
 * @param amount whole units and fractions; not negative
 * @param currency ISO 4217 code, such as {@code USD}
 */
public record Money(BigDecimal amount, String currency) {
    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount is not negative; this one is " + amount.toPlainString());
        }
        if (currencyCode(currency).isEmpty()) {
            throw new IllegalArgumentException("'" + currency + "' is no ISO 4217 currency, such as USD, EUR or CNY");
        }
        amount = amount.stripTrailingZeros(); // so that 5 and 5.00 are equal
        amount = amount.setScale(Math.max(0, amount.scale())); // and a million is written with its noughts
    }

    /** An amount in whole units. */
    public static Money of(long amount, String currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    /** The code as ISO 4217 writes it, if it is one; RMB is said for CNY. */
    static Optional<String> currencyCode(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (code.equals("RMB")) {
            return Optional.of("CNY");
        }
        try {
            return Optional.of(Currency.getInstance(code).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code USD 1000000}. */
    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }
}
