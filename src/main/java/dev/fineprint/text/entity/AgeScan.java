// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.PhraseTable.Hit;
import dev.fineprint.text.entity.Quantity.Form;
import java.util.Set;

/** Tells the ages of persons from other numbers and years. */
final class AgeScan {

    private static final int OLDEST = 130;

    /** The ages that laws draw a line at: "under 18" needs no further word. */
    private static final Set<Long> OF_MINORS = Set.of(13L, 14L, 15L, 16L, 17L, 18L, 20L, 21L);

    private final EntityScan scan;
    private final Tokens tokens;

    AgeScan(EntityScan scan) {
        this.scan = scan;
        this.tokens = scan.tokens;
    }

    /** "18 years of age", "sixteen or older", "persons under 18", 18周岁; gives -1 when it is none. */
    int behind(int first, Quantity q) {
        if (q.value < 1 || q.value > OLDEST) {
            return -1;
        }
        int i = q.next;
        if (tokens.at(i).is('岁')) {
            return found(first, i + 1, q);
        }
        if (tokens.at(i).is('周') && tokens.at(i + 1).is('岁')) {
            return found(first, i + 2, q);
        }
        if (tokens.at(i).joins('-')) {
            i++;
        }
        Token unit = tokens.at(i);
        if (unit.has(Word.TIME_UNIT) && TimeScan.unitOf(unit).equals("year") && !unit.is("annum")) {
            int next = i + 1;
            if (tokens.at(next).is('\'')) {
                next++;
            }
            if (tokens.at(next).is("of") && tokens.at(next + 1).is("age")) {
                return found(first, next + 2, q);
            }
            if (tokens.at(next).joins('-')) {
                next++;
            }
            if (tokens.at(next).is("old") || tokens.at(next).is("olds")) {
                return found(first, next + 1, q);
            }
            return isOrOlder(next) || isTooYoung(first, q) || isOfPerson(first, q) || isOfMinor(first, next, q)
                    ? found(first, i + 1, q)
                    : -1;
        }
        if (q.form != Form.FIGURES && q.form != Form.WORDS) {
            return -1;
        }
        if (isOlder(q.next)) {
            return found(first, q.next, q);
        }
        return q.value >= 5 && q.value <= 30 && isBareAge(first, q) ? found(first, q.next, q) : -1;
    }

    private int found(int first, int next, Quantity q) {
        scan.add(Entity.Type.AGE, first, next, q.value, "");
        return next;
    }

    private boolean isOrOlder(int index) {
        return isOlder(index) || isOrAbove(index);
    }

    /** "or older". */
    private boolean isOlder(int index) {
        return (tokens.at(index).is("or") || tokens.at(index).is("and"))
                && (tokens.at(index + 1).is("older") || tokens.at(index + 1).is("younger"));
    }

    private boolean isOrAbove(int index) {
        return (tokens.at(index).is("or") || tokens.at(index).is("and"))
                && (tokens.at(index + 1).is("over") || tokens.at(index + 1).is("above"));
    }

    /** "persons younger than 18 years". */
    private boolean isTooYoung(int first, Quantity q) {
        if (!tokens.at(first - 1).is("than")) {
            return false;
        }
        Token comparative = tokens.at(first - 2);
        return comparative.is("younger") || comparative.is("older") && q.value >= 10 && q.value <= 25;
    }

    /** "under 18 years", but not "under 18 years from now". */
    private boolean isOfMinor(int first, int next, Quantity q) {
        Token before = tokens.at(first - 1);
        Token behind = tokens.at(next);
        return before.is("under")
                && OF_MINORS.contains(q.value)
                && !behind.is("from")
                && !behind.is("after")
                && !behind.is("ago")
                && !behind.is("later")
                && !behind.is("before");
    }

    /** "you must be at least 18 years". */
    private boolean isOfPerson(int first, Quantity q) {
        if (q.value < 10 || q.value > 25) {
            return false;
        }
        Token least = tokens.at(first - 1);
        Token verb;
        if (least.is("least")) {
            verb = tokens.at(first - 3);
        } else if (least.is("over") || least.is("under") || least.is("above") || least.is("below")) {
            verb = tokens.at(first - 2);
        } else {
            return false;
        }
        return verb.is("be") || verb.is("are") || verb.is("is") || verb.is("am") || verb.is("aged");
    }

    /** "minors under 16", "if you are 18 or over": nothing but the words around says that it is an age. */
    private boolean isBareAge(int first, Quantity q) {
        Token behind = tokens.at(q.next);
        if (behind.has(Word.COUNTED | Word.TIME_UNIT | Word.SHARE | Word.MAGNITUDE)
                || behind.is('%')
                || behind.is("u")
                || behind.is("usc")
                || tokens.at(q.next).joins('-') && tokens.at(q.next + 1).gap == 0) {
            return false;
        }
        Token before = tokens.at(first - 1);
        if (behind.joins('+') && OF_MINORS.contains(q.value)) {
            Token last = tokens.at(q.next + 1);
            return before.has(Word.PERSON) || last.is("only") || before.is('(') && last.joins(')');
        }
        if (isOrAbove(q.next)) {
            int person = before.is("least") ? first - 3 : first - 1;
            return tokens.at(person).has(Word.PERSON);
        }
        if (behind.is(Token.Kind.WORD) && !isAfterAge(behind)) {
            return false;
        }
        if (OF_MINORS.contains(q.value) && isDemanded(first)) {
            return true;
        }
        if (before.is("than")) {
            Token comparative = tokens.at(first - 2);
            return comparative.is("younger") || comparative.is("older");
        }
        if (before.is("under") && OF_MINORS.contains(q.value)) {
            return true;
        }
        if (before.is("under") || before.is("below") || before.is("over") || before.is("above")) {
            for (int i = first - 2; i > first - 5; i--) {
                if (tokens.at(i).has(Word.PERSON)) {
                    return true;
                }
                if (!tokens.at(i).is(Token.Kind.WORD)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** "users must be 18", "you have to be at least twenty-one". */
    private boolean isDemanded(int first) {
        int be = tokens.at(first - 1).is("least") ? first - 3 : first - 1;
        if (!tokens.at(be).is("be")) {
            return false;
        }
        int subject = tokens.at(be - 1).is("to") ? be - 3 : be - 2;
        return tokens.at(subject).has(Word.PERSON);
    }

    /** A word that goes on with the sentence, not with what is counted. */
    private static boolean isAfterAge(Token t) {
        return t.has(Word.PERSON | Word.ARTICLE | Word.PLAIN)
                || t.is("must")
                || t.is("may")
                || t.is("shall")
                || t.is("should")
                || t.is("cannot")
                || t.is("can")
                || t.is("will")
                || t.is("by")
                || t.is("unless")
                || t.is("do")
                || t.is("does");
    }

    /** "age of majority", "the age of thirteen (13)", "aged 16"; gives {@code first} when it is none. */
    int named(int first) {
        Hit hit = scan.lexicon.marks.longest(tokens, first);
        if (hit != null && hit.phrase().kind() == Phrase.Kind.AGE) {
            boolean numbered = tokens.at(hit.next() - 1).is("age")
                    && tokens.at(hit.next()).is("of")
                    && scan.numbers.read(hit.next() + 1, false) != null;
            if (!numbered) {
                scan.add(Entity.Type.AGE, first, hit.next(), Entity.MAJORITY, "");
                return hit.next();
            }
            return first + 1;
        }
        Token t = tokens.at(first);
        if (!t.is("age") && !t.is("ages") && !t.is("aged")) {
            return first;
        }
        int i = first + 1;
        if (tokens.at(i).is("of")) {
            i++;
        }
        int start = first;
        if (tokens.at(i).is("at") && tokens.at(i + 1).is("least")) {
            i += 2;
            start = i;
        } else if (tokens.at(i).is("under")
                || tokens.at(i).is("over")
                || tokens.at(i).is("below")
                || tokens.at(i).is("above")) {
            i++;
            start = i;
        }
        if (tokens.at(i).gap == 0) {
            return first;
        }
        Quantity q = scan.numbers.read(i, false);
        if (q == null
                || !q.isWhole()
                || q.pointed
                || q.form != Form.FIGURES && q.form != Form.WORDS
                || q.value < 1
                || q.value > OLDEST
                || tokens.at(q.next).is('%')) {
            return first;
        }
        int next = q.next;
        Token unit = tokens.at(next);
        if (unit.is("years") || unit.is("year")) {
            next++;
            if (tokens.at(next).is("old")) {
                next++;
            } else if (tokens.at(next).is("of") && tokens.at(next + 1).is("age")) {
                next += 2;
            }
        } else if (unit.has(Word.TIME_UNIT)) {
            return first;
        }
        scan.add(Entity.Type.AGE, start, next, q.value, "");
        return t.is("ages") ? secondAge(next, q.value) : next;
    }

    /** The second of "between the ages of 13 and 18"; gives the token to go on with. */
    private int secondAge(int next, long younger) {
        Token t = tokens.at(next);
        if (!t.is("and") && !t.is("to") && !t.is("or") && !t.is('-') && !t.is("through")) {
            return next;
        }
        Quantity q = scan.numbers.read(next + 1, false);
        if (q == null || !q.isWhole() || q.pointed || q.value <= younger || q.value > OLDEST) {
            return next;
        }
        return found(next + 1, q.next, q);
    }
}
