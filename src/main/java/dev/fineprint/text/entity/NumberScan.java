// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Quantity.Form;
import org.jspecify.annotations.Nullable;

/** Reads a number at a token: in figures, in English words, in Chinese numerals, or mixed. */
final class NumberScan {

    /** Longer numbers do not fit a long; whatever is longer is no number. */
    private static final int MOST_GROUPS = 9;

    private static final int MOST_CHAIN = 16;
    private static final int MOST_HAN = 40;

    private final Tokens tokens;
    private final Lexicon lexicon;

    NumberScan(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /**
     * The number that starts at a token, or null. Whether the text around lets it be a count is for the caller to say.
     *
     * @param money whether a currency stands before it, which allows "10 m" and "5b"
     */
    @Nullable
    Quantity read(int first, boolean money) {
        Token t = tokens.at(first);
        Quantity q = switch (t.kind) {
            case FIGURES -> figures(first, money);
            case WORD -> t.has(Word.NUMERAL | Word.ARTICLE) || t.is("half") ? words(first) : null;
            case HAN -> NumberWords.isNumeral(t.sign) ? han(first, null, 0) : null;
            default -> null;
        };
        if (q != null && !q.refused) {
            restate(q);
            if (q.restated) {
                scaleBehind(q);
            }
        }
        return q;
    }

    /** Takes in "(700,000,000)" behind "seven hundred million", when both say the same. */
    private void restate(Quantity q) {
        if (!tokens.at(q.next).is('(')) {
            return;
        }
        int inner = behindThatIs(q.next + 1);
        Quantity again = once(inner, false);
        if (again != null
                && again.isWhole()
                && q.isWhole()
                && again.value == q.value
                && tokens.at(again.next).is(')')) {
            q.next = again.next + 1;
            q.restated = true;
        }
    }

    /** Passes over "i.e." or 即 inside a parenthesis. */
    int behindThatIs(int index) {
        Token t = tokens.at(index);
        if (t.isOneOf("即计合")) {
            return index + 1;
        }
        if (t.is('大') && tokens.at(index + 1).is('写')) {
            return tokens.at(index + 2).is(':') ? index + 3 : index + 2;
        }
        if (t.is("i") && tokens.at(index + 1).is('.') && tokens.at(index + 2).is("e")) {
            int next = index + 3;
            next += tokens.at(next).is('.') ? 1 : 0;
            next += tokens.at(next).is(',') ? 1 : 0;
            return next;
        }
        return index;
    }

    private @Nullable Quantity once(int first, boolean money) {
        Token t = tokens.at(first);
        return switch (t.kind) {
            case FIGURES -> figures(first, money);
            case WORD -> t.has(Word.NUMERAL | Word.ARTICLE) || t.is("half") ? words(first) : null;
            case HAN -> NumberWords.isNumeral(t.sign) ? han(first, null, 0) : null;
            default -> null;
        };
    }

    /** "seven hundred (700) million", 七（7）亿: the magnitude behind the parenthesis belongs to both. */
    private void scaleBehind(Quantity q) {
        Token t = tokens.at(q.next);
        boolean scaled = false;
        for (int i = 0; i < 3 && !q.refused; i++, t = tokens.at(q.next)) {
            long factor = t.has(Word.MAGNITUDE | Word.HUNDRED)
                    ? valueOf(t)
                    : t.is(Token.Kind.HAN) && NumberWords.power(t.sign) >= 100 ? NumberWords.power(t.sign) : 0;
            if (factor == 0) {
                break;
            }
            q.times(factor);
            q.next++;
            scaled = true;
        }
        if (scaled && !q.refused) {
            restate(q);
        }
    }

    // ---- figures

    private Quantity figures(int first, boolean money) {
        Token t = tokens.at(first);
        long whole = t.value;
        int digits = t.length;
        boolean grouped = false;
        int next = first + 1;
        Token s = tokens.at(next);
        if ((s.joins(',') || s.joins('\'')) && joinedFigures(next + 1)) {
            char separator = s.sign;
            int chain = next;
            int groups = 0;
            int shape = 0; // 3 thousands, 4 ten thousands, 2 Indian, -1 none
            int last = 0;
            while (tokens.at(chain).joins(separator) && joinedFigures(chain + 1) && groups < MOST_GROUPS) {
                Token g = tokens.at(chain + 1);
                last = g.length;
                shape = shape(shape, g.length, groups);
                whole = append(whole, g.value, g.length);
                chain += 2;
                groups++;
            }
            boolean fits = switch (shape) {
                case 3 -> digits <= 3;
                case 4 -> digits <= 4 && groups > 1 && !isYear(t.value); // 7,0000,0000 but not 1998,1999
                case 2 -> digits <= 2 && last == 3;
                default -> false;
            };
            if (groups == 1 && separator == ',' && !fits && last <= 2 && startsMagnitude(chain)) {
                return scaled(
                        first, chain, new Decimal(append(t.value, tokens.at(chain - 1).value, last), last), money);
            }
            if (!fits || groups >= MOST_GROUPS) {
                return Quantity.refused(first, endOfChain(chain));
            }
            grouped = true;
            next = chain;
        } else if (s.is(Token.Kind.FIGURES) && s.gap == 1 && s.length == 3 && digits <= 3) {
            int chain = next;
            int groups = 0;
            while (isBlankGroup(chain) && groups < MOST_GROUPS) {
                whole = append(whole, tokens.at(chain).value, 3);
                chain++;
                groups++;
            }
            if (groups >= MOST_GROUPS || tokens.at(chain).is(Token.Kind.FIGURES) && tokens.at(chain).gap == 1) {
                while (tokens.at(chain).is(Token.Kind.FIGURES)
                        && tokens.at(chain).gap == 1
                        && chain < first + MOST_CHAIN) {
                    chain++;
                }
                return Quantity.refused(first, chain);
            }
            grouped = true;
            next = chain;
        }
        int scale = 0;
        long mantissa = whole;
        long pointAsGroup = 0;
        if (tokens.at(next).joins('.') && joinedFigures(next + 1)) {
            Token f = tokens.at(next + 1);
            if (tokens.at(next + 2).joins('.') && joinedFigures(next + 3)) {
                // 1.000.000, or a version, or a date
                int chain = next;
                int groups = 0;
                boolean fits = !grouped && digits <= 3;
                while (tokens.at(chain).joins('.') && joinedFigures(chain + 1) && groups < MOST_GROUPS) {
                    Token g = tokens.at(chain + 1);
                    fits &= g.length == 3;
                    whole = append(whole, g.value, g.length);
                    chain += 2;
                    groups++;
                }
                if (!fits || groups >= MOST_GROUPS) {
                    return Quantity.refused(first, endOfChain(chain));
                }
                if (tokens.at(chain).joins(',') && joinedFigures(chain + 1) && tokens.at(chain + 1).length <= 2) {
                    chain += 2; // cents
                }
                grouped = true;
                mantissa = whole;
                next = chain;
            } else {
                pointAsGroup = !grouped && digits <= 3 && f.length == 3 ? append(whole, f.value, 3) : 0;
                scale = f.length;
                mantissa = append(whole, f.value, f.length);
                next += 2;
            }
        }
        if (continuesChain(next)) {
            return Quantity.refused(first, endOfChain(next));
        }
        if (whole < 0 || mantissa < 0) {
            return Quantity.refused(first, next);
        }
        Quantity q = scaled(first, next, new Decimal(mantissa, scale), money);
        if (q.form == Form.FIGURES) {
            q.withPointAsGroup = Math.max(pointAsGroup, 0);
            return grouped ? copy(Form.GROUPED, q) : q;
        }
        return q;
    }

    private static Quantity copy(Form form, Quantity q) {
        Quantity c = new Quantity(form, q.first, q.next, q.value);
        c.fractional = q.fractional;
        c.refused = q.refused;
        return c;
    }

    private static boolean isYear(long value) {
        return value >= 1900 && value < 2100;
    }

    private static int shape(int before, int length, int groups) {
        if (groups == 0) {
            return length == 3 || length == 4 || length == 2 ? length : -1;
        }
        // 10,00,000: twos and a last three
        if (before == length) {
            return before;
        }
        return before == 2 && length == 3 ? 2 : -1;
    }

    private boolean joinedFigures(int index) {
        Token t = tokens.at(index);
        return t.gap == 0 && t.is(Token.Kind.FIGURES);
    }

    private boolean isBlankGroup(int index) {
        Token t = tokens.at(index);
        return t.gap == 1 && t.is(Token.Kind.FIGURES) && t.length == 3;
    }

    /** Whether figures go on behind a sign that no number has: a time, a date, a fraction, a power. */
    private boolean continuesChain(int index) {
        Token t = tokens.at(index);
        if (t.gap != 0) {
            return false;
        }
        if (t.is(Token.Kind.FIGURES)) {
            return true;
        }
        return t.isOneOf("./:,'^*=~×_@") && joinedFigures(index + 1);
    }

    private int endOfChain(int index) {
        int i = index;
        while (i < index + MOST_CHAIN) {
            if (joinedFigures(i)) {
                i++;
            } else if (continuesChain(i)) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    private static long append(long value, long figures, int length) {
        if (value < 0 || figures < 0 || length > 18) {
            return -1;
        }
        long power = 1;
        for (int i = 0; i < length; i++) {
            power *= 10;
        }
        if (Math.multiplyHigh(value, power) != 0 || value * power < 0 || value * power + figures < 0) {
            return -1;
        }
        return value * power + figures;
    }

    /** A decimal: {@code mantissa} over ten to the {@code scale}. */
    private record Decimal(long mantissa, int scale) {}

    private boolean startsMagnitude(int index) {
        Token t = tokens.at(index);
        return t.has(Word.MAGNITUDE | Word.HUNDRED)
                || t.gap == 0 && t.has(Word.SUFFIX)
                || t.is(Token.Kind.HAN) && NumberWords.power(t.sign) >= 1000;
    }

    /** Takes in the magnitudes behind figures. */
    private Quantity scaled(int first, int next, Decimal decimal, boolean money) {
        Token t = tokens.at(next);
        if (t.is(Token.Kind.HAN) && NumberWords.power(t.sign) > 0 && !isMeasure(next)) {
            return han(first, decimal, next);
        }
        long factor = 1;
        int i = next;
        if (t.gap == 0 && t.is(Token.Kind.WORD)) {
            long suffix = suffix(t, next + 1, money);
            if (suffix > 0) {
                factor = suffix;
                i++;
            } else if (!belongsToNumber(t, next)) {
                return Quantity.refused(first, next + 1);
            }
        }
        if (i == next && t.has(Word.SUFFIX) && t.gap > 0 && spacedSuffix(t, next, money)) {
            Word w = t.word();
            factor = w == null ? 1 : w.suffix;
            i++;
        }
        boolean overflow = false;
        if (i == next) {
            int hyphen = t.joins('-') ? 1 : 0;
            int m = next + hyphen;
            for (int n = 0; n < 4 && tokens.at(m).has(Word.MAGNITUDE | Word.HUNDRED); n++) {
                long by = valueOf(tokens.at(m));
                overflow |= Math.multiplyHigh(factor, by) != 0 || factor * by < 0;
                factor *= by;
                i = ++m;
                if (tokens.at(m).joins('-') && tokens.at(m + 1).has(Word.MAGNITUDE)) {
                    m++;
                }
            }
        }
        Form form = i == next ? Form.FIGURES : Form.SCALED;
        Quantity q = new Quantity(form, first, i, 0);
        if (overflow) {
            q.refused = true;
            return q;
        }
        apply(q, decimal, factor);
        q.pointed = decimal.scale() > 0 && form == Form.FIGURES;
        if (form == Form.SCALED && joinedFigures(i)) {
            q.refused = true; // 10M5
        }
        return q;
    }

    private static void apply(Quantity q, Decimal decimal, long factor) {
        long mantissa = decimal.mantissa();
        int scale = decimal.scale();
        while (scale > 0 && (factor % 10 == 0 || mantissa % 10 == 0)) {
            if (mantissa % 10 == 0) {
                mantissa /= 10;
            } else {
                factor /= 10;
            }
            scale--;
        }
        q.value = mantissa;
        q.times(factor);
        while (scale > 0) {
            q.fractional |= q.value % 10 != 0;
            q.value /= 10;
            scale--;
        }
    }

    private static long valueOf(Token t) {
        Word w = t.word();
        return w == null ? 0 : w.value;
    }

    /** The magnitude that letters directly behind figures stand for; 0 for none. */
    private long suffix(Token t, int behind, boolean money) {
        Word w = t.word();
        if (w == null || (w.roles & Word.SUFFIX) == 0) {
            return 0;
        }
        boolean small = !t.capital;
        boolean allowed = switch (w.text) {
            case "b" -> !small || money || isCounted(behind);
            case "mm" -> !small || money;
            default -> true;
        };
        return allowed ? w.suffix : 0;
    }

    private boolean isCounted(int index) {
        Token t = tokens.at(index);
        return t.gap > 0 && t.has(Word.COUNTED);
    }

    /** "USD 10 m", "700 M users". */
    private boolean spacedSuffix(Token t, int index, boolean money) {
        boolean clear = t.length > 1 && !t.is("mm") && !t.is("mil") || t.is("m") && t.capital && isCounted(index + 1);
        if (clear) {
            return true;
        }
        if (tokens.at(index + 1).joins('.') || tokens.at(index + 1).joins('-')) {
            return false;
        }
        return money || isCurrency(index + 1);
    }

    private boolean isCurrency(int index) {
        Token t = tokens.at(index);
        if (t.is(Token.Kind.WORD) ? !t.has(Word.STARTS_CURRENCY) : !lexicon.currencies.startsWith(t.sign)) {
            return false;
        }
        PhraseTable.Hit hit = lexicon.currencies.longest(tokens, index);
        return hit != null && hit.phrase().isCurrency();
    }

    /** Whether letters directly behind figures leave the number as it is: a currency or a unit of time. */
    private boolean belongsToNumber(Token t, int index) {
        return t.has(Word.TIME_UNIT | Word.MAGNITUDE | Word.SHARE) && t.length > 2
                || t.has(Word.STARTS_CURRENCY) && isCurrency(index);
    }

    /** 千米, 千克: the character belongs to a unit of measure. */
    private boolean isMeasure(int index) {
        return tokens.at(index).is('千')
                && tokens.at(index + 1).gap == 0
                && tokens.at(index + 1).isOneOf("米克瓦卡兆");
    }

    // ---- English words

    private Quantity words(int first) {
        Token t = tokens.at(first);
        if (t.is("half") || t.has(Word.ARTICLE) && tokens.at(first + 1).is("half")) {
            return half(first);
        }
        long[] group = new long[2]; // value, next
        if (!small(first, group, true)) {
            return Quantity.refused(first, first + 1);
        }
        Quantity q = new Quantity(Form.WORDS, first, (int) group[1], group[0]);
        long magnitude = magnitudes(q);
        if (halfBehind(q)) {
            return q;
        }
        if (t.has(Word.ARTICLE) && magnitude == 1 && group[0] < 100) {
            return Quantity.refused(first, first + 1);
        }
        while (magnitude > 1 && !q.refused) {
            int i = q.next;
            boolean comma = tokens.at(i).joins(',');
            i += comma ? 1 : 0;
            boolean and = tokens.at(i).is("and");
            i += and ? 1 : 0;
            if (i == q.next && tokens.at(i).joins('-')) {
                i++;
            }
            if (and && tokens.at(first - 1).is("between") || !tokens.at(i).has(Word.NUMERAL)) {
                break;
            }
            if (!small(i, group, false)) {
                break;
            }
            Quantity more = new Quantity(Form.WORDS, i, (int) group[1], group[0]);
            long lower = magnitudes(more);
            if (more.refused
                    || lower >= magnitude
                    || more.value >= magnitude
                    || comma && !and && lower == 1 && group[0] < 100) {
                break;
            }
            long sum = q.value + more.value;
            if (sum < 0) {
                q.refused = true;
                break;
            }
            q.value = sum;
            q.next = more.next;
            magnitude = lower;
        }
        return q;
    }

    /** Multiplies by thousand, million ... ; gives the smallest of them, 1 for none. */
    private long magnitudes(Quantity q) {
        long least = 1;
        for (int n = 0; n < 4; n++) {
            int i = q.next;
            if (tokens.at(i).joins('-')) {
                i++;
            }
            Token t = tokens.at(i);
            if (!t.has(Word.MAGNITUDE)) {
                break;
            }
            long by = valueOf(t);
            q.times(by);
            q.next = i + 1;
            least = by;
        }
        return least;
    }

    /** "half a million", "a half million". */
    private Quantity half(int first) {
        int i = first + (tokens.at(first).is("half") ? 1 : 2);
        if (tokens.at(i).has(Word.ARTICLE)) {
            i++;
        }
        if (!tokens.at(i).has(Word.MAGNITUDE)) {
            return Quantity.refused(first, first + 1);
        }
        Quantity q = new Quantity(Form.WORDS, first, i + 1, valueOf(tokens.at(i)) / 2);
        magnitudes(q);
        return q;
    }

    /** "one and a half million"; "two and a half" alone is refused. */
    private boolean halfBehind(Quantity q) {
        int i = q.next;
        if (!tokens.at(i).is("and")
                || !tokens.at(i + 1).has(Word.ARTICLE)
                || !tokens.at(i + 2).is("half")) {
            return false;
        }
        Token t = tokens.at(i + 3);
        if (!t.has(Word.MAGNITUDE) || q.value > 1000) {
            q.refused = true;
            return true;
        }
        q.value = q.value * 2 + 1;
        q.times(valueOf(t) / 2);
        q.next = i + 4;
        return true;
    }

    /** A number below ten thousand: "twenty-five", "nine hundred and ten", "twelve hundred", "a hundred". */
    private boolean small(int first, long[] group, boolean article) {
        Token t = tokens.at(first);
        long value;
        int next;
        if (t.has(Word.ARTICLE)) {
            if (!article || !tokens.at(first + 1).has(Word.HUNDRED | Word.MAGNITUDE)) {
                return false;
            }
            value = 1;
            next = first + 1;
        } else {
            next = belowHundred(first, group);
            if (next < 0) {
                return false;
            }
            value = group[0];
        }
        int h = next + (tokens.at(next).joins('-') ? 1 : 0);
        if (tokens.at(h).has(Word.HUNDRED)) {
            value *= 100;
            next = h + 1;
            int rest = next;
            boolean and = tokens.at(rest).is("and");
            rest += and || tokens.at(rest).joins('-') ? 1 : 0;
            boolean range = and && tokens.at(first - 1).is("between");
            int end = range ? -1 : belowHundred(rest, group);
            // "one hundred and two hundred" are two numbers
            if (end >= 0 && !tokens.at(end).has(Word.HUNDRED)) {
                value += group[0];
                next = end;
            }
        }
        group[0] = value;
        group[1] = next;
        return true;
    }

    /** Puts the value into the group and gives the token behind it; -1 when there is none. */
    private int belowHundred(int first, long[] group) {
        Token t = tokens.at(first);
        if (t.has(Word.UNIT | Word.TENS_UNIT)) {
            group[0] = valueOf(t);
            return first + 1;
        }
        if (!t.has(Word.TENS)) {
            return -1;
        }
        long tens = valueOf(t);
        int next = first + 1;
        int unit = next + (tokens.at(next).joins('-') ? 1 : 0);
        Token u = tokens.at(unit);
        if (u.has(Word.UNIT) && valueOf(u) < 10) {
            group[0] = tens + valueOf(u);
            return unit + 1;
        }
        group[0] = tens;
        return next;
    }

    // ---- Chinese

    /**
     * Chinese numerals, which may start with figures that were already read.
     *
     * @param figures those figures, or null
     * @param behind the token behind them
     */
    private Quantity han(int first, @Nullable Decimal figures, int behind) {
        Quantity q = new Quantity(figures == null ? Form.HAN : Form.SCALED, first, behind, 0);
        if (figures != null && figures.scale() > 0) {
            return decimalHan(q, figures, behind);
        }
        HanSum sum = new HanSum();
        int i = first;
        if (figures != null) {
            sum.figures(figures.mantissa());
            i = behind;
        }
        int start = i;
        for (; i < start + MOST_HAN; i++) {
            Token t = tokens.at(i);
            if (t.is(Token.Kind.FIGURES)) {
                // 1亿5000万
                boolean apart = t.gap > 0 && !t.startsLine;
                if (!sum.mayTakeFigures() || i == start || apart || t.value < 0 || !startsPower(i + 1)) {
                    break;
                }
                sum.figures(t.value);
                continue;
            }
            if (!t.is(Token.Kind.HAN) || i > start && t.gap > 0 && !t.startsLine) {
                break;
            }
            int digit = NumberWords.digit(t.sign);
            long power = NumberWords.power(t.sign);
            if (digit < 0 && power == 0 || isMeasure(i)) {
                break;
            }
            if (digit >= 0) {
                sum.digit(digit);
            } else {
                sum.power(power);
            }
        }
        q.next = i;
        long value = i < start + MOST_HAN ? sum.total() : -1;
        if (value < 0) {
            q.refused = true;
        } else {
            q.value = value;
        }
        return q;
    }

    private boolean startsPower(int index) {
        Token t = tokens.at(index);
        return t.is(Token.Kind.HAN) && NumberWords.power(t.sign) > 0;
    }

    /** 1.5亿, 2.5千万. */
    private Quantity decimalHan(Quantity q, Decimal figures, int behind) {
        long factor = 1;
        int i = behind;
        for (; i < behind + 4 && startsPower(i) && !isMeasure(i); i++) {
            factor *= NumberWords.power(tokens.at(i).sign);
            if (factor > 1_000_000_000_000_000L) {
                q.refused = true;
                factor = 1;
            }
        }
        q.next = i;
        if (!q.refused) {
            apply(q, figures, factor);
        }
        return q;
    }

    /** Adds up Chinese numerals from left to right. */
    private static final class HanSum {

        private long hundredMillions; // all up to the last 亿
        private long tenThousands;
        private long rest;
        private long pending = -1;
        private boolean pendingFigures;
        private boolean zero;
        private boolean powers;
        private long lastPower;
        private boolean broken;
        private int plainDigits;

        void figures(long value) {
            if (pending >= 0) {
                broken = true;
            }
            pending = value;
            pendingFigures = true;
        }

        boolean mayTakeFigures() {
            return pending < 0 && lastPower >= 10_000;
        }

        void digit(int digit) {
            plainDigits++;
            if (digit == 0) {
                if (pending >= 0) {
                    broken = true;
                }
                zero = true;
                return;
            }
            if (pending >= 0) {
                broken = true; // 二三: "two or three", or a year
            }
            pending = digit;
            pendingFigures = false;
        }

        void power(long power) {
            powers = true;
            if (power >= 100_000_000) {
                long low = add(add(tenThousands, rest), Math.max(pending, 0));
                if (low == 0 && hundredMillions == 0) {
                    broken = true;
                }
                hundredMillions = low == 0 ? times(hundredMillions, power) : add(hundredMillions, times(low, power));
                tenThousands = 0;
                rest = 0;
            } else if (power == 10_000) {
                long low = add(rest, Math.max(pending, 0));
                if (low == 0 || tenThousands > 0) {
                    broken = true;
                }
                tenThousands = times(low, power);
                rest = 0;
            } else {
                if (pending < 0 && power == 10 && rest % 100 == 0) {
                    pending = 1; // 十二, 一百十
                }
                if (pending < 0) {
                    broken = true;
                }
                rest = add(rest, times(Math.max(pending, 0), power));
            }
            pending = -1;
            lastPower = power;
            zero = false;
        }

        /** The value; -1 when these signs are no number or too large a one. */
        long total() {
            if (!powers && plainDigits > 1) {
                return -1;
            }
            if (pending >= 0) {
                // 一百五 is 150, 一百零五 is 105
                boolean colloquial = powers && !zero && !pendingFigures && lastPower >= 100;
                rest = add(rest, colloquial ? times(pending, lastPower / 10) : pending);
            }
            long total = add(add(hundredMillions, tenThousands), rest);
            return broken ? -1 : total;
        }

        private long add(long a, long b) {
            long sum = a + b;
            if (sum < 0) {
                broken = true;
                return 0;
            }
            return sum;
        }

        private long times(long a, long b) {
            if (Math.multiplyHigh(a, b) != 0 || a * b < 0) {
                broken = true;
                return 0;
            }
            return a * b;
        }
    }
}
