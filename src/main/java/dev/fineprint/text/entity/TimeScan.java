// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/** Finds rhythms ("per month") and reads units of time behind a number. */
final class TimeScan {

    /** More of a unit than anyone means. */
    private static final long MOST = 100_000;

    private final EntityScan scan;
    private final Tokens tokens;

    TimeScan(EntityScan scan) {
        this.scan = scan;
        this.tokens = scan.tokens;
    }

    /** A stretch of time: its unit, how many, the token behind it, and whether it goes by the calendar. */
    record Stretch(String unit, long count, int next, boolean calendar) {

        String iso() {
            return switch (unit) {
                case "day" -> "P" + count + "D";
                case "week" -> "P" + count + "W";
                case "month" -> "P" + count + "M";
                case "quarter" -> "P" + count * 3 + "M";
                case "year" -> "P" + count + "Y";
                case "hour" -> "PT" + count + "H";
                case "minute" -> "PT" + count + "M";
                default -> "PT" + count + "S";
            };
        }

        /** The rhythm of so much time: a year for twelve months; empty for a length that nobody counts by. */
        String rhythm() {
            return switch (unit + count) {
                case "day1", "hour24" -> "day";
                case "week1", "day7" -> "week";
                case "month1", "day28", "day30", "day31", "week4" -> "month";
                case "quarter1", "month3", "day90", "week13" -> "quarter";
                case "year1", "month12", "day365", "day360", "week52", "quarter4" -> "year";
                default -> "";
            };
        }
    }

    /** The unit of time behind a number, or null. */
    @Nullable
    Stretch stretch(Quantity number) {
        return stretch(number, number.next);
    }

    /** The same where a bracket stands between: "(30) days". */
    @Nullable
    Stretch stretch(Quantity number, int behind) {
        if (!number.isWhole() || number.pointed || number.value < 1 || number.value > MOST) {
            return null;
        }
        int i = behind;
        Token t = tokens.at(i);
        if (t.is(Token.Kind.HAN)) {
            return chineseStretch(number, i);
        }
        boolean calendar = false;
        for (int n = 0; n < 3; n++) {
            if (tokens.at(i).joins('-')) {
                i++;
            }
            if (!tokens.at(i).has(Word.WORKING | Word.CALENDAR | Word.FILLER)) {
                break;
            }
            calendar |= tokens.at(i).has(Word.CALENDAR);
            i++;
        }
        t = tokens.at(i);
        if (!t.has(Word.TIME_UNIT)) {
            return null;
        }
        String unit = unitOf(t);
        // "three quarters" is a share unless the words around say that it is time
        boolean share = unit.equals("quarter")
                && !calendar
                && !tokens.at(number.first - 1).has(Word.BACK);
        return share || t.is("annum") ? null : new Stretch(unit, number.value, i + 1, calendar);
    }

    private @Nullable Stretch chineseStretch(Quantity number, int first) {
        boolean counter = tokens.at(first).is('个');
        int i = counter ? first + 1 : first;
        boolean calendar = follow(i, "自然") || follow(i, "日历") || follow(i, "公历");
        if (calendar || follow(i, "连续") || follow(i, "完整")) {
            i += 2;
        }
        if (follow(i, "工作日") || follow(i, "交易日")) {
            return new Stretch("day", number.value, i + 3, false);
        }
        String unit = chineseUnit(i, number, counter || calendar);
        return unit.isEmpty() ? null : new Stretch(unit, number.value, i + lengthOfUnit(i), calendar);
    }

    /** The unit that starts at a token; empty when the character says something else here. */
    private String chineseUnit(int i, Quantity number, boolean counter) {
        Token behind = tokens.at(i + 1);
        boolean joined = behind.gap == 0;
        return switch (tokens.at(i).sign) {
            case '年' -> {
                boolean date = number.form == Quantity.Form.FIGURES && tokens.at(number.first).length == 4;
                yield date || !counter && joined && behind.isOneOf("级代龄轻") ? "" : "year";
            }
            case '季' -> counter ? "quarter" : "";
            case '月' -> counter ? "month" : ""; // 三月 is March
            case '周' -> behind.is('岁') ? "" : behind.is('年') ? "year" : "week";
            case '星' -> behind.is('期') ? "week" : "";
            case '天' -> joined && behind.isOneOf("然气线") ? "" : "day";
            case '日' -> {
                boolean dayOfMonth = tokens.at(number.first - 1).is('月');
                yield dayOfMonth || joined && behind.isOneOf("元圆币本活均") ? "" : "day";
            }
            case '小' -> behind.is('时') ? "hour" : "";
            case '分' -> behind.is('钟') ? "minute" : "";
            case '秒' -> "second";
            default -> "";
        };
    }

    private int lengthOfUnit(int i) {
        return switch (tokens.at(i).sign) {
            case '星', '小', '分' -> 2;
            case '季' -> tokens.at(i + 1).is('度') ? 2 : 1;
            case '周' -> tokens.at(i + 1).is('年') ? 2 : 1;
            case '年' -> tokens.at(i + 1).is('度') && tokens.at(i - 1).is('个') ? 2 : 1;
            case '秒' -> tokens.at(i + 1).is('钟') ? 2 : 1;
            default -> 1;
        };
    }

    private boolean follow(int first, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            if (!tokens.at(first + i).is(signs.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String unitOf(Token t) {
        Word w = t.word();
        return w == null ? "" : w.unit;
    }

    private static boolean isRhythmUnit(Token t) {
        return t.has(Word.TIME_UNIT)
                && !t.has(Word.PLURAL)
                && switch (unitOf(t)) {
                    case "day", "week", "month", "quarter", "year" -> true;
                    default -> false;
                };
    }

    // ---- English

    /** "monthly", "per calendar month", "in the trailing twelve (12) months". */
    int english(int first) {
        Token t = tokens.at(first);
        if (t.has(Word.RHYTHM)) {
            Token half = tokens.at(first - 2);
            boolean halved = tokens.at(first - 1).joins('-') && (half.is("semi") || half.is("bi") || half.is("half"));
            if (!halved) {
                scan.add(Entity.Type.PERIOD, first, first + 1, 0, unitOf(t));
            }
            return first + 1;
        }
        return led(first);
    }

    private int led(int first) {
        boolean each = false;
        boolean back = false;
        boolean named = false;
        boolean lastDay = false;
        int i = first;
        for (int n = 0; n < 7; n++) {
            Token t = tokens.at(i);
            boolean restated = t.has(Word.UNIT) && tokens.at(i + 1).is('('); // "any one (1) month"
            if (restated || !t.has(Word.LEAD | Word.FILLER | Word.WORKING)) {
                if (t.joins('-') && n > 0) {
                    i++;
                    continue;
                }
                break;
            }
            each |= t.has(Word.PER | Word.GIVEN);
            back |= t.has(Word.BACK);
            named |= t.has(Word.CALENDAR);
            lastDay |= t.is("last") || t.is("past") || t.is("latest");
            i++;
        }
        Token t = tokens.at(i);
        if (isRhythmUnit(t)) {
            String unit = unitOf(t);
            boolean notice = back && !each && unit.equals("day");
            if ((each || back || named) && !notice && !(lastDay && unit.equals("day"))) {
                int next = i + 1;
                scan.add(Entity.Type.PERIOD, first, next, 0, unit);
                scan.behindAmount = next;
                if ((tokens.at(next).is("or") || tokens.at(next).is("and")) && isRhythmUnit(tokens.at(next + 1))) {
                    scan.add(Entity.Type.PERIOD, next + 1, next + 2, 0, unitOf(tokens.at(next + 1)));
                    return next + 2;
                }
                return next;
            }
            return first + 1;
        }
        if (t.is("period") && tokens.at(i + 1).is("of")) {
            i += 2;
        }
        if (each || back) {
            Quantity number = scan.numbers.read(i, false);
            if (number != null && !number.refused) {
                Stretch stretch = stretch(number);
                if (stretch != null && !stretch.rhythm().isEmpty() && !isNotice(stretch.next())) {
                    scan.add(Entity.Type.PERIOD, first, stretch.next(), 0, stretch.rhythm());
                    return i;
                }
            }
        }
        return first + 1;
    }

    /** Whether a unit of time stands here, perhaps behind "business" or "calendar". */
    boolean isUnit(int index) {
        Token t = tokens.at(index);
        return t.has(Word.TIME_UNIT)
                || t.has(Word.WORKING | Word.CALENDAR) && tokens.at(index + 1).has(Word.TIME_UNIT);
    }

    /** A duration that is also what is counted by: "in one calendar month", "in a 12-month period", "30-day active users". */
    void rhythmOf(int first, Quantity number, Stretch stretch) {
        String rhythm = stretch.rhythm();
        Token behind = tokens.at(stretch.next());
        Token article = tokens.at(first - 1);
        Token in = tokens.at(first - 2);
        boolean calendar = stretch.calendar() && number.value == 1;
        boolean period = (behind.is("period") || behind.is("window"))
                && article.has(Word.ARTICLE)
                && (in.is("in") || in.is("over") || in.is("during") || in.is("across"));
        boolean counted = behind.is("active")
                || behind.is("average")
                || behind.is("revenue")
                || behind.is("turnover")
                || behind.is("recurring");
        int i = behind.is("immediately") ? stretch.next() + 1 : stretch.next();
        boolean before = rhythm.equals("year")
                && (tokens.at(i).is("preceding") || tokens.at(i).is("prior"));
        if (!rhythm.isEmpty() && !scan.isInPeriod(stretch.next()) && (calendar || period || counted || before)) {
            scan.add(Entity.Type.PERIOD, first, stretch.next(), 0, rhythm);
        }
    }

    /** "during the month immediately preceding"; gives {@code first} when it is none. */
    int unitBefore(int first) {
        Token t = tokens.at(first);
        int i = tokens.at(first + 1).is("immediately") ? first + 2 : first + 1;
        boolean before = tokens.at(i).is("preceding") || tokens.at(i).is("prior");
        if (!before || !isRhythmUnit(t) || t.is("day") || !tokens.at(first - 1).is("the")) {
            return first;
        }
        scan.add(Entity.Type.PERIOD, first, i + 1, 0, unitOf(t));
        return i + 1;
    }

    /** "prior thirty days' written notice" is no rhythm. */
    private boolean isNotice(int index) {
        for (int i = index; i < index + 4; i++) {
            if (tokens.at(i).is("notice")) {
                return true;
            }
        }
        return false;
    }

    /** "users a month", "in a year"; "within a year" is a duration. */
    int article(int first) {
        Token unit = tokens.at(first + 1);
        if (!isRhythmUnit(unit) || unit.gap == 0) {
            return first + 1;
        }
        Token before = tokens.at(first - 1);
        Token behind = tokens.at(first + 2);
        if (before.is("within") || before.is("for") || before.is("after") || before.is("least")) {
            if (!unitOf(unit).equals("quarter")) {
                Stretch stretch = new Stretch(unitOf(unit), 1, first + 2, false);
                scan.add(Entity.Type.DURATION, first, first + 2, 1, stretch.iso());
                return first + 2;
            }
            return first + 1;
        }
        boolean counted = before.has(Word.COUNTED) && !before.is("monthly")
                || scan.behindAmount == first
                || before.is("once")
                || before.is("twice")
                || before.is("in")
                || before.is("during")
                || before.is("hours");
        if (counted && !behind.is("of")) {
            scan.add(Entity.Type.PERIOD, first, first + 2, 0, unitOf(unit));
            return first + 2;
        }
        return first + 1;
    }

    /** "10,000 users/month", 元/年. */
    int slash(int first) {
        Token t = tokens.at(first + 1);
        if (t.gap > 1) {
            return first + 1;
        }
        String unit = "";
        int next = first + 2;
        if (t.is(Token.Kind.WORD)) {
            unit = isRhythmUnit(t) || t.is("mo") ? unitOf(t) : "";
        } else if (t.is(Token.Kind.HAN) && !tokens.at(first + 2).isOneOf("季") && isUnitEnd(first + 2)) {
            unit = switch (t.sign) {
                case '月' -> "month";
                case '年' -> "year";
                case '日', '天' -> "day";
                case '周' -> "week";
                default -> "";
            };
        }
        if (unit.isEmpty()) {
            return first + 1;
        }
        scan.add(Entity.Type.PERIOD, first + 1, next, 0, unit);
        return next;
    }

    private boolean isUnitEnd(int index) {
        Token t = tokens.at(index);
        return t.gap > 0 || !t.is(Token.Kind.HAN) || !t.isOneOf("本元度报龄级");
    }

    // ---- Chinese

    /** 每月, 上一自然月, 最近12个月; ages without a number. */
    int chinese(int first) {
        Hit hit = scan.lexicon.marks.longest(tokens, first);
        if (hit == null) {
            return first;
        }
        Phrase phrase = hit.phrase();
        Token before = tokens.at(first - 1);
        Token behind = tokens.at(hit.next());
        boolean spoilt = before.is(Token.Kind.HAN) && tokens.at(first).gap == 0 && before.isOneOf(phrase.notBefore())
                || behind.gap == 0 && behind.isOneOf(phrase.notAfter());
        return switch (phrase.kind()) {
            case NOTHING -> hit.next();
            case AGE -> {
                scan.add(Entity.Type.AGE, first, hit.next(), Entity.MAJORITY, "");
                yield hit.next();
            }
            case STRETCH -> {
                scan.add(Entity.Type.DURATION, first, hit.next(), 6, phrase.code());
                yield hit.next();
            }
            case PERIOD_LEAD -> !spoilt && led(first, hit.next()) ? hit.next() : first;
            case PERIOD -> {
                if (spoilt || isCounted(first)) {
                    yield first;
                }
                int next = phrase.cover() > 0 ? first + phrase.cover() : hit.next();
                scan.add(Entity.Type.PERIOD, first, next, 0, phrase.code());
                yield next;
            }
            default -> first;
        };
    }

    /** A year or a month with a number before it: 2023年度, 7月收入. */
    private boolean isCounted(int first) {
        Token t = tokens.at(first);
        Token before = tokens.at(first - 1);
        boolean unit = t.isOneOf("年月日周季");
        if (!unit) {
            return false;
        }
        if (before.is(Token.Kind.FIGURES)) {
            return true;
        }
        // 三月 is March, but 一亿月活 are a hundred million a month
        if (before.is(Token.Kind.HAN) && (NumberWords.digit(before.sign) >= 0 || before.is('十') || before.is('半'))) {
            return true;
        }
        return t.is('季') && before.isOneOf("个");
    }

    private boolean led(int first, int behind) {
        Quantity number = scan.numbers.read(behind, false);
        if (number == null || number.refused) {
            return false;
        }
        Stretch stretch = stretch(number);
        if (stretch == null || stretch.rhythm().isEmpty()) {
            return false;
        }
        scan.add(Entity.Type.PERIOD, first, stretch.next(), 0, stretch.rhythm());
        return true;
    }
}
