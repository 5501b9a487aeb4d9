// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.StopSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One pass over one range: asks at each token that something may start with what does. Belongs to one call and one thread. */
final class EntityScan {

    private static final Comparator<Entity> BY_PLACE = Comparator.comparingInt(Entity::start)
            .thenComparing(Comparator.comparingInt(Entity::end).reversed())
            .thenComparing(Entity::type);

    final Tokens tokens;
    final Lexicon lexicon;
    final CharSequence text;
    final int from;
    final int to;
    final NumberScan numbers;
    private final StopSignal stop;
    private final CountScan counts;
    private final AgeScan ages;
    private final MoneyScan money;
    private final PlaceScan places;
    private final TimeScan times;
    private final List<Entity> found = new ArrayList<>();

    /** The token behind the last number or amount that was found. */
    int behindAmount = -1;

    private int behindPeriod = -1;

    EntityScan(CharSequence text, int from, int to, Lexicon lexicon, StopSignal stop) {
        this.stop = stop;
        this.text = text;
        this.from = from;
        this.to = to;
        this.lexicon = lexicon;
        this.tokens = new Tokens(text, from, to, lexicon);
        this.numbers = new NumberScan(tokens, lexicon);
        this.money = new MoneyScan(this);
        this.times = new TimeScan(this);
        this.ages = new AgeScan(this);
        this.counts = new CountScan(this, money, ages, times);
        this.places = new PlaceScan(this);
    }

    List<Entity> run() {
        int i = 0;
        int step = 0;
        while (true) {
            stop.checkAt(step++);
            i = tokens.nextStart(i, stop);
            Token t = tokens.at(i);
            if (t.is(Token.Kind.EDGE)) {
                break;
            }
            int next = switch (t.kind) {
                case FIGURES -> counts.number(i);
                case WORD -> t.has(Word.STOPS) ? word(i, t) : i + 1;
                case HAN -> character(i, t);
                default -> sign(i, t);
            };
            i = Math.max(next, i + 1);
        }
        found.sort(BY_PLACE);
        return List.copyOf(found);
    }

    private int word(int i, Token t) {
        int next = i;
        if (t.has(Word.STARTS_CURRENCY)) {
            next = money.before(i);
        }
        if (next == i && t.has(Word.NUMERAL | Word.ARTICLE | Word.HALF)) {
            next = counts.number(i);
        }
        if (next <= i + 1 && t.has(Word.ARTICLE)) {
            next = times.article(i);
        }
        if (next == i && t.has(Word.STARTS_PLACE)) {
            next = places.place(i);
        }
        if (next == i && t.has(Word.STARTS_MARK)) {
            next = ages.named(i);
        }
        if (next == i && t.has(Word.RHYTHM | Word.LEAD)) {
            next = times.english(i);
        }
        if (next == i && t.has(Word.TIME_UNIT)) {
            next = times.unitBefore(i);
        }
        return next;
    }

    private int character(int i, Token t) {
        if (!lexicon.startsWith(t.sign)) {
            return i;
        }
        int next = i;
        if (lexicon.currencies.startsWith(t.sign)) {
            next = money.before(i);
        }
        if (next == i && lexicon.marks.startsWith(t.sign)) {
            next = times.chinese(i);
        }
        if (next == i && lexicon.places.startsWith(t.sign)) {
            next = places.place(i);
        }
        if (next == i && lexicon.isNumeral(t.sign)) {
            next = counts.number(i);
        }
        return next;
    }

    private int sign(int i, Token t) {
        if (t.is('/')) {
            return times.slash(i);
        }
        return lexicon.currencies.startsWith(t.sign) ? money.before(i) : i + 1;
    }

    /** Whether the period found last reaches as far as this token. */
    boolean isInPeriod(int next) {
        return next <= behindPeriod;
    }

    /** Notes an entity over some tokens. */
    void add(Entity.Type type, int first, int next, long value, String code) {
        if (type == Entity.Type.PERIOD) {
            behindPeriod = next;
        }
        found.add(new Entity(type, tokens.at(first).start, tokens.at(next - 1).end, value, code));
    }
}
