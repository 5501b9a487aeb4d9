// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import java.util.List;

/** English numerals and the words that tell a count from a name, a date or a share; Chinese numerals. */
final class NumberWords {

    private static final List<String> UNITS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private NumberWords() {}

    static void enter(Lexicon words) {
        for (int i = 0; i < UNITS.size(); i++) {
            numeral(words, UNITS.get(i), Word.UNIT, i + 1);
        }
        for (int i = 0; i < TENS.size(); i++) {
            int tens = (i + 2) * 10;
            numeral(words, TENS.get(i), Word.TENS, tens);
            for (int unit = 1; unit <= 9; unit++) {
                numeral(words, TENS.get(i) + UNITS.get(unit - 1), Word.TENS_UNIT, tens + unit);
            }
        }
        numeral(words, "fourty", Word.TENS, 40);
        numeral(words, "hundred", Word.HUNDRED, 100);
        magnitude(words, 12L, "dozen");
        magnitude(words, 1_000L, "thousand thousands");
        magnitude(words, 100_000L, "lakh lakhs lac lacs");
        magnitude(words, 1_000_000L, "million millions");
        magnitude(words, 10_000_000L, "crore crores");
        magnitude(words, 1_000_000_000L, "billion billions milliard");
        magnitude(words, 1_000_000_000_000L, "trillion trillions");
        suffix(words, 1_000L, "k");
        suffix(words, 1_000_000L, "m mm mn mln mil mio");
        suffix(words, 1_000_000_000L, "b bn bln");
        suffix(words, 1_000_000_000_000L, "t tn trn");
        words.role(Word.ARTICLE, "a an");
        words.role(
                Word.SHARE,
                "percent pct percentage percentages percentile bps half halves third thirds fourth fourths quarters"
                        + " fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths twelfth"
                        + " hundredth hundredths thousandth thousandths millionth millionths first second");
        words.role(
                Word.REFERENCE,
                "section sec clause article art paragraph para subsection subclause subparagraph sub item point exhibit"
                        + " annex appendix schedule attachment chapter part title page p pp figure fig table version v"
                        + " ver release rev revision step note footnote level phase tier stage class type category step"
                        + " recital rule form line row column volume vol edition example option question number nr id"
                        + " isbn issn rfc iso iec fips cve directive regulation law act code room suite floor building"
                        + " box apt unit street copyright");
        words.role(
                Word.REFERENCES,
                "sections secs clauses articles arts paragraphs paras subsections subclauses subparagraphs exhibits"
                        + " annexes appendices schedules attachments chapters parts pages figures tables versions"
                        + " recitals rules points");
        words.role(
                Word.MONTH_NAME,
                "january february march april may june july august september october november december jan feb mar apr"
                        + " jun jul aug sep sept oct nov dec");
        words.role(
                Word.PLAIN,
                "than over under exceeding exceed exceeds least most to of has have had having up with without and or"
                        + " maximum minimum for in on by only any every each at per the is are be within after from"
                        + " between total approximately about around nearly almost above below through until beyond"
                        + " additional first last next all these those its their your our a an not no employ employs"
                        + " employing more fewer less using plus minus reaches reach reaching surpass surpasses"
                        + " surpassing serve serves serving if when where which that such who it limit limited said"
                        + " least fewer exactly greater equal equals past during below as");
        words.role(
                Word.COUNTED,
                "employees employee users user people persons individuals customers consumers developers subscribers"
                        + " members seats copies devices instances servers requests calls queries visitors visits"
                        + " accounts licensees clients organizations organisations companies entities affiliates"
                        + " contractors workers staff students parameters tokens images gpus cores nodes machines"
                        + " computers units times installs downloads installations active monthly daily weekly"
                        + " registered concurrent unique individual natural paying paid simultaneous maus daus mau dau"
                        + " human full distinct end words characters chatbots products services"
                        + " samples pages researchers hosts");
        words.role(
                Word.PERSON,
                "minor minors child children person persons people individual individuals user users anyone anybody"
                        + " someone kid kids youth those student students player players teenager teenagers consumer"
                        + " consumers everyone somebody nobody one pupils who are is be being you if aged age being"
                        + " am were was either");
        words.role(Word.COMPANY, "limited ltd inc incorporated gmbh corp corporation llc plc pte co bv pty");
        words.role(
                Word.JOINS,
                "through shall must may will can was were been does did et und bis des der die les hereof above hereto"
                        + " thereof unless");
        words.role(Word.PHONE, "tel telephone phone fax call mobile telefax");
        words.role(Word.EXCEEDS, "exceed exceeds exceeding least surpass surpasses surpassing exceeded");
    }

    private static void numeral(Lexicon words, String text, long role, long value) {
        Word w = words.word(text);
        w.roles |= role;
        w.value = value;
    }

    private static void magnitude(Lexicon words, long value, String texts) {
        for (String text : texts.split(" ")) {
            numeral(words, text, Word.MAGNITUDE, value);
        }
    }

    private static void suffix(Lexicon words, long value, String texts) {
        for (String text : texts.split(" ")) {
            Word w = words.word(text);
            w.roles |= Word.SUFFIX;
            w.suffix = value;
        }
    }

    /** The characters that are Chinese digits and powers of ten. */
    static final String HAN = "〇零○一壹弌二贰貳两兩三叁叄四肆五伍六陆陸七柒八捌九玖" + "十拾百佰千仟万萬亿億";

    /** The value of a Chinese digit; -1 for any other character. */
    static int digit(char c) {
        return switch (c) {
            case '〇', '零', '○' -> 0;
            case '一', '壹', '弌' -> 1;
            case '二', '贰', '貳', '两', '兩' -> 2;
            case '三', '叁', '叄' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆', '陸' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> -1;
        };
    }

    /** Whether a Chinese digit is of the kind that cheques are written with. */
    static boolean isFormal(char c) {
        return "壹贰貳叁叄肆伍陆陸柒捌玖".indexOf(c) >= 0;
    }

    /** The value of a Chinese power of ten; 0 for any other character. */
    static long power(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万', '萬' -> 10_000;
            case '亿', '億' -> 100_000_000;
            default -> 0;
        };
    }

    static boolean isNumeral(char c) {
        return digit(c) >= 0 || power(c) > 0;
    }
}
