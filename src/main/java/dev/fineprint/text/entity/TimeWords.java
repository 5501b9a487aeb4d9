// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Phrase.Form;
import dev.fineprint.text.entity.Phrase.Kind;

/** Words for rhythms, units of time and ages. */
final class TimeWords {

    private TimeWords() {}

    static void enter(Lexicon words) {
        rhythm(words, "day", "daily dau daus");
        rhythm(words, "week", "weekly wau waus");
        rhythm(words, "month", "monthly mau maus");
        rhythm(words, "quarter", "quarterly");
        rhythm(words, "year", "yearly annual annually annualized annualised ttm ltm");
        unit(words, "second", "", "seconds secs");
        unit(words, "minute", "minute", "minutes mins");
        unit(words, "hour", "hour hr", "hours hrs");
        unit(words, "day", "day", "days");
        unit(words, "week", "week wk", "weeks wks");
        unit(words, "month", "month", "months mos mths");
        unit(words, "quarter", "quarter", "quarters");
        unit(words, "year", "year yr annum", "years yrs");
        words.role(Word.PER, "per each every any");
        words.role(Word.BACK, "preceding previous prior last past trailing rolling latest recent");
        words.role(Word.CALENDAR, "calendar fiscal financial accounting tax");
        words.role(Word.GIVEN, "given single");
        words.role(
                Word.FILLER,
                "given single particular one full complete whole immediately most consecutive continuous the individual"
                        + " relevant applicable entire such specific successive");
        words.role(Word.WORKING, "business working trading banking calendar consecutive full natural");

        ages(words);
        chineseRhythms(words);
        words.word("mo").unit = "month";
        words.word("pa").unit = "year";
    }

    private static void ages(Lexicon words) {
        for (String age : new String[] {
            "age of majority",
            "age of legal majority",
            "legal age",
            "legal age of majority",
            "lawful age",
            "lawful age of majority",
            "full age",
            "majority age",
            "legal majority",
            "age of full legal capacity",
            "age of adulthood",
            "legal adult age",
            "legal minimum age",
            "minimum legal age",
            "age of legal capacity",
            "成年",
            "成年年龄",
            "法定年龄",
            "法定成年",
            "法定成年年龄",
            "法定的成年年龄"
        }) {
            words.phrase(words.marks, age, new Phrase(Kind.AGE, "", Form.ANY, 0, "", ""));
        }
        for (String none : new String[] {"未成年", "成年累月", "经年", "青年", "少年", "老年", "中年", "童年", "周年", "年龄"}) {
            words.phrase(words.marks, none, new Phrase(Kind.NOTHING, "", Form.ANY, 0, "", ""));
        }
        words.role(Word.STARTS_MARK, "age ages aged");
        words.phrase(words.marks, "半年", new Phrase(Kind.STRETCH, "P6M", Form.ANY, 0, "", ""));
        for (String rhythm : "上半年 下半年 半年度 前半年 后半年".split(" ")) {
            words.phrase(words.marks, rhythm, new Phrase(Kind.NOTHING, "", Form.ANY, 0, "", ""));
        }
    }

    private static void chineseRhythms(Lexicon words) {
        whole(
                words,
                "day",
                "每日 每天 每一天 每一日 每个自然日 每自然日 单日 单个自然日 任一日 任意一天 任何一天 按日 按天 逐日 日均 日平均" + " 每工作日 每个工作日 前一日 上一日 任一自然日 任意自然日");
        whole(words, "week", "每周 每一周 每星期 每个星期 每个自然周 上周 上一周 上个星期 单周 任一周 按周 周均 周度");
        whole(
                words,
                "month",
                "每月 每个月 每一个月 每一月 每自然月 每个自然月 每一自然月 每一个自然月 每公历月 每个公历月 每日历月 每个日历月"
                        + " 任一月 任一个月 任意月 任意一个月 任何一个月 任何月 任何一月 任一自然月 任意自然月 任何自然月 任意一个自然月 任何一个自然月"
                        + " 任一日历月 任意日历月 任何日历月 任一公历月 单月 单个月 单个自然月 单一自然月 单一月 月度 按月 逐月 月均 月平均 上月 上个月"
                        + " 上一月 上一个月 上一自然月 上个自然月 上一个自然月 上一日历月 上一个日历月 上一公历月 前一月 前一个月 前一自然月 前一个自然月"
                        + " 前一日历月 最近一月 最近一个月 最近一个自然月 近一个月 近一月 过去一个月 过去一个自然月 此前一个月 自然月 日历月 公历月"
                        + " 连续一个月 任意单月");
        whole(
                words,
                "quarter",
                "上一日历季度 每日历季度 每季 每季度 每个季度 每一季度 每一个季度 上季度 上一季度 上个季度 上一个季度 前一季度 单季 单季度 单个季度 任一季度"
                        + " 任意季度 任何季度 最近一个季度 季度 按季 按季度 每财季");
        whole(
                words,
                "year",
                "上一日历年 上一日历年度 前一日历年 前一日历年度 上一公历年 上一公历年度 每日历年 每日历年度 每个日历年 任一日历年 每年 每一年 每年度 每个年度 每一年度 每一个年度 每自然年 每个自然年 每一自然年 每财年 每个财年 每一财年 年度 年均"
                        + " 年平均 年化 按年 逐年 全年 上年 上年度 上一年 上一年度 上一个年度 上一自然年 上一个自然年 上一财年 上一个财年 上个财年 上财年"
                        + " 上一财政年度 上一个财政年度 上一财务年度 上一个财务年度 最近一个财务年度 财务年度 任一财务年度 每财务年度 上一会计年度 上一个会计年度 前一年 前一年度 前一个年度 前一财年 前一个财年 前一会计年度 去年"
                        + " 最近一年 最近一个年度 最近一个财年 最近一个会计年度 最近一个财政年度 近一年 过去一年 此前一年 任一年 任一年度 任意年度 任何年度"
                        + " 任意一年 任何一年 任一财年 任何财年 任意财年 任一会计年度 任何会计年度 财年 财政年度 会计年度 自然年 自然年度 日历年 日历年度"
                        + " 公历年 公历年度 单年 单一年度 单个年度 本年度 连续一年 单个财年");
        // the unit alone is the rhythm; what is counted stays outside, as in "monthly" active users
        counted(words, "month", '月', "活 收入 总收入 营业 营收 销售 流水 访问 调用 请求 下载 费 交易 租 独立 总活 登录 用户");
        counted(words, "year", '年', "活 收入 总收入 净收入 毛收入 营业 营收 总营 销售 产值 利润 费 流水 交易 经常性 访问 调用");
        counted(words, "day", '日', "活 访问 调用 请求 流水 交易");
        counted(words, "week", '周', "活 访问 调用");
        for (String lead : "过去 最近 近 连续 任意 任何 任一 任意连续 任何连续 每 每连续 前 此前 之前 往前 滚动 过往".split(" ")) {
            words.phrase(words.marks, lead, new Phrase(Kind.PERIOD_LEAD, "", Form.ANY, 0, "提目以之", ""));
        }
        for (String none : "每月活动 每年度假 第三季度 第一季度 第二季度 第四季度".split(" ")) {
            words.phrase(words.marks, none, new Phrase(Kind.NOTHING, "", Form.ANY, 0, "", ""));
        }
    }

    /** Han characters that, before a unit, make it part of another word. */
    private static final String OTHER_WORD = "成青少老中童当历生节假近作周落往昔";

    private static void whole(Lexicon words, String code, String phrases) {
        for (String phrase : phrases.split(" ")) {
            boolean even = phrase.endsWith("均");
            String notBefore = phrase.length() == 2 && (even || phrase.endsWith("度") || phrase.endsWith("化"))
                    ? OTHER_WORD
                    : phrase.startsWith("上") ? "以" : "";
            String notAfter = even ? "可须应不无有能需已由为属" : phrase.equals("年度") ? "假" : phrase.startsWith("全年") ? "龄" : "";
            words.phrase(words.marks, phrase, new Phrase(Kind.PERIOD, code, Form.ANY, 0, notBefore, notAfter));
        }
    }

    private static void counted(Lexicon words, String code, char unit, String nouns) {
        for (String noun : nouns.split(" ")) {
            words.phrase(
                    words.marks,
                    unit + noun,
                    new Phrase(Kind.PERIOD, code, Form.ANY, 1, OTHER_WORD, noun.equals("活") ? "动" : ""));
        }
    }

    private static void rhythm(Lexicon words, String unit, String texts) {
        for (String text : texts.split(" ")) {
            Word w = words.word(text);
            w.roles |= Word.RHYTHM;
            w.unit = unit;
        }
    }

    private static void unit(Lexicon words, String unit, String singulars, String plurals) {
        for (String text : (singulars + " " + plurals).strip().split(" ")) {
            Word w = words.word(text);
            w.roles |= Word.TIME_UNIT;
            w.unit = unit;
        }
        words.role(Word.PLURAL, plurals);
    }
}
