// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Phrase.Form;
import dev.fineprint.text.entity.Phrase.Kind;
import dev.fineprint.text.entity.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/** Joins numbers with the currencies before and behind them. */
final class MoneyScan {

    /** How far around a sign of both yen and yuan another word may say which. */
    private static final int AROUND = 40;

    private final EntityScan scan;
    private final Tokens tokens;

    MoneyScan(EntityScan scan) {
        this.scan = scan;
        this.tokens = scan.tokens;
    }

    /** An amount. */
    private record Amount(Quantity number, Phrase currency, int next) {}

    /** A currency before a number; gives the token to go on with, {@code first} when there is nothing. */
    int before(int first) {
        Hit hit = currency(first);
        if (hit == null) {
            return first;
        }
        Amount amount = leading(first, hit);
        if (amount == null) {
            // "Hong Kong dollars" names no place
            return hit.next() > first + 1 || tokens.at(first).is(Token.Kind.SIGN) ? hit.next() : first;
        }
        add(first, amount);
        return amount.next();
    }

    /** A currency behind a number that was read; gives the token behind the amount, {@code -1} when there is none. */
    int behind(Quantity number) {
        Amount amount = trailing(number, null);
        if (amount == null) {
            return -1;
        }
        add(number.first, amount);
        return amount.next();
    }

    private void add(int first, Amount amount) {
        int next = amount.next();
        String code = amount.currency().kind() == Kind.YEN_OR_YUAN
                ? yenOrYuan(first, next)
                : amount.currency().code();
        scan.add(Entity.Type.MONEY, first, next, amount.number().value, code);
        scan.behindAmount = next;
    }

    private @Nullable Hit currency(int index) {
        Token t = tokens.at(index);
        boolean starts = t.is(Token.Kind.WORD)
                ? t.has(Word.STARTS_CURRENCY)
                : (t.is(Token.Kind.SIGN) || t.is(Token.Kind.HAN)) && scan.lexicon.currencies.startsWith(t.sign);
        if (!starts) {
            return null;
        }
        Hit hit = scan.lexicon.currencies.longest(tokens, index);
        return hit != null && hit.phrase().isCurrency() ? hit : null;
    }

    /** "US$ 10 million", "RMB (¥) 100万", "USD one million (1,000,000)". */
    private @Nullable Amount leading(int first, Hit hit) {
        Phrase currency = hit.phrase();
        if (currency.form() == Form.BEHIND) {
            return null;
        }
        Token before = tokens.at(first - 1);
        if (tokens.at(first).gap == 0
                && (before.is(Token.Kind.WORD) || before.is(Token.Kind.FIGURES))
                && tokens.at(first).is(Token.Kind.WORD)) {
            return null;
        }
        int i = hit.next();
        for (int n = 0; n < 2; n++) {
            int open = tokens.at(i).is('(') ? 1 : 0;
            Hit again = currency(i + open);
            if (again != null && again.phrase().form() != Form.BEHIND) {
                Phrase both = both(currency, again.phrase());
                if (both == null || open > 0 && !tokens.at(again.next()).is(')')) {
                    break;
                }
                currency = both;
                i = again.next() + open;
            } else if (open > 0
                    && tokens.at(i + 1).is('大')
                    && tokens.at(i + 2).is('写')
                    && tokens.at(i + 3).is(')')) {
                i += 4;
            } else {
                break;
            }
        }
        if (tokens.at(i).is('大') && tokens.at(i + 1).is('写')) {
            i += 2;
        }
        if (tokens.at(i).is(':') && tokens.at(i - 1).is(Token.Kind.HAN)) {
            i++;
        }
        Quantity number = scan.numbers.read(i, true);
        if (number == null || number.refused) {
            return null;
        }
        if (number.form == Quantity.Form.WORDS && tokens.at(i).has(Word.ARTICLE)) {
            return null;
        }
        return trailing(number, currency);
    }

    /**
     * What follows the number: its currency, perhaps said again, and the whole amount said again in parentheses.
     *
     * @param leading the currency before the number, or null
     */
    private @Nullable Amount trailing(Quantity number, @Nullable Phrase leading) {
        Named named = named(number, leading, number.next);
        Phrase currency = named.currency();
        if (currency != null && number.withPointAsGroup > 0 && number.form == Quantity.Form.FIGURES) {
            number.value = number.withPointAsGroup;
        }
        if (tokens.at(named.next()).is('(')) {
            Amount again = inside(named.next() + 1, currency);
            if (again != null && again.number().value == number.value) {
                Phrase both = currency == null ? again.currency() : both(currency, again.currency());
                if (both != null) {
                    // "ten million ($10 million) dollars"
                    named = currency == null
                            ? named(number, both, again.next() + 1)
                            : new Named(both, again.next() + 1);
                    currency = named.currency();
                }
            }
        }
        return currency == null ? null : new Amount(number, currency, named.next());
    }

    /** The currency known so far and the token behind it. */
    private record Named(@Nullable Phrase currency, int next) {}

    /** Reads the currency behind a number, which may be said several times: $5 USD, 100元人民币. */
    private Named named(Quantity number, @Nullable Phrase leading, int next) {
        Phrase currency = leading;
        int i = next;
        for (int n = 0; n < 3; n++) {
            int hyphen = tokens.at(i).joins('-') && tokens.at(i + 1).gap == 0 ? 1 : 0;
            int open = tokens.at(i).is('(') ? 1 : 0;
            Hit hit = currency(i + hyphen + open);
            if (hit == null || open > 0 && !tokens.at(hit.next()).is(')')) {
                break;
            }
            Phrase phrase = hit.phrase();
            if (belongsToNext(hit, open > 0, currency != null) || isOther(phrase, hit.next(), number, i, currency)) {
                break;
            }
            Phrase both = currency == null ? phrase : both(currency, phrase);
            if (both == null) {
                break;
            }
            currency = both;
            i = hit.next() + open;
            if (tokens.at(i).is('整')) {
                i++;
            }
        }
        return new Named(currency, i);
    }

    /** "100 EUR 200 USD": whether a currency stands before the next number rather than behind this one. */
    private boolean belongsToNext(Hit hit, boolean bracketed, boolean known) {
        boolean sign = tokens.at(hit.next() - 1).is(Token.Kind.SIGN);
        return !bracketed
                && hit.phrase().form() != Form.BEHIND
                && tokens.at(hit.next()).is(Token.Kind.FIGURES)
                && (sign || known);
    }

    /** The amount that fills a parenthesis. */
    private @Nullable Amount inside(int first, @Nullable Phrase outer) {
        int i = scan.numbers.behindThatIs(first);
        Phrase currency = outer;
        boolean led = false;
        for (int n = 0; n < 2; n++) {
            Hit hit = currency(i);
            if (hit == null || hit.phrase().form() == Form.BEHIND) {
                break;
            }
            Phrase both = led && currency != null ? both(currency, hit.phrase()) : hit.phrase();
            if (both == null) {
                return null;
            }
            currency = both;
            led = true;
            i = hit.next();
        }
        Quantity number = scan.numbers.read(i, led);
        if (number == null || number.refused) {
            return null;
        }
        i = number.next;
        for (int n = 0; n < 2; n++) {
            Hit hit = currency(i);
            if (hit == null) {
                break;
            }
            Phrase both = led && currency != null ? both(currency, hit.phrase()) : hit.phrase();
            if (both == null) {
                return null;
            }
            currency = both;
            led = true;
            i = hit.next();
            if (tokens.at(i).is('整')) {
                i++;
            }
        }
        return currency != null && tokens.at(i).is(')') ? new Amount(number, currency, i) : null;
    }

    /** Whether the word for a currency says something else here. */
    private boolean isOther(Phrase phrase, int next, Quantity number, int index, @Nullable Phrase leading) {
        Token t = tokens.at(index);
        Token behind = tokens.at(next);
        if (!phrase.notAfter().isEmpty() && behind.gap == 0 && behind.isOneOf(phrase.notAfter())) {
            return true;
        }
        if (leading != null) {
            return false;
        }
        if (t.is("won")) {
            return number.value < 1000;
        }
        if (t.is('$')) {
            return t.gap > 0 && number.pointed; // "$Revision 1.2 $"
        }
        // 三元 is "ternary" as often as three yuan
        return phrase.kind() == Kind.YUAN_UNIT
                && number.form == Quantity.Form.HAN
                && number.value < 10
                && !tokens.at(index + 1).isOneOf("整人钱");
    }

    /** The more exact of two currencies that may name the same; null when they differ. */
    private static @Nullable Phrase both(Phrase a, Phrase b) {
        if (a.code().equals(b.code())) {
            return a.kind() == Kind.CURRENCY ? a : b;
        }
        if (covers(a, b)) {
            return b;
        }
        return covers(b, a) ? a : null;
    }

    private static boolean covers(Phrase general, Phrase exact) {
        return switch (general.kind()) {
            case DOLLAR -> "CAD AUD HKD SGD NZD TWD USD".contains(exact.code());
            case YEN_OR_YUAN -> exact.code().equals("JPY") || exact.code().equals("CNY");
            case YUAN_UNIT -> true;
            default -> false;
        };
    }

    /** Which currency the sign ¥ stands for, by the words and the script around it. */
    private String yenOrYuan(int first, int next) {
        int start = tokens.at(first).start;
        int end = tokens.at(next - 1).end;
        for (int i = start; i < end; i++) {
            if (Chars.classOf(scan.text.charAt(i)) == Chars.HAN) {
                return "CNY"; // ¥100万; had it named the yen, there would be no doubt
            }
        }
        String near = yenOrYuan(start, end, AROUND / 4);
        String code = near.isEmpty() ? yenOrYuan(start, end, AROUND) : near;
        return code.isEmpty() ? "JPY" : code;
    }

    private String yenOrYuan(int from, int to, int around) {
        int start = Math.max(scan.from, from - around);
        int end = Math.min(scan.to, to + around);
        return currencyNamedIn(scan.text.subSequence(start, end).toString());
    }

    /** JPY, CNY, or nothing. */
    private static String currencyNamedIn(String around) {
        for (String yen : new String[] {"yen", "Yen", "YEN", "JPY", "Japan", "JAPAN", "日元", "日圆", "日币", "円"}) {
            if (around.contains(yen)) {
                return "JPY";
            }
        }
        for (String yuan : new String[] {
            "RMB", "CNY", "CNH", "yuan", "Yuan", "YUAN", "enminbi", "RENMINBI", "China", "Chinese", "PRC"
        }) {
            if (around.contains(yuan)) {
                return "CNY";
            }
        }
        for (int i = 0; i < around.length(); i++) {
            if (Chars.classOf(around.charAt(i)) == Chars.HAN) {
                return "CNY";
            }
        }
        return "";
    }
}
