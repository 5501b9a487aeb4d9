// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Phrase.Form;
import dev.fineprint.text.entity.Phrase.Kind;
import java.util.Locale;
import java.util.Set;

/** Names of countries: those of the JDK's tables, the other usual ones, and names that only look like countries. */
final class Places {

    /** Countries that people are named after, too. */
    private static final Set<String> PERSONS = Set.of("Jordan", "Chad", "Georgia", "Israel", "Jersey", "Kenya");

    private static final String[][] OTHER_NAMES = {
        {"US", "United States of America"},
        {
            "GB",
            "Great Britain",
            "Britain",
            "United Kingdom of Great Britain and Northern Ireland",
            "England",
            "England and Wales",
            "Scotland",
            "Wales",
            "Northern Ireland"
        },
        {"KR", "Republic of Korea", "Korea", "South Korea", "Korea, Republic of", "Korea (South)"},
        {"KP", "North Korea", "Democratic People's Republic of Korea", "Korea (North)"},
        {"RU", "Russian Federation"},
        {
            "CN",
            "People's Republic of China",
            "mainland China",
            "Chinese mainland",
            "mainland of China",
            "Greater China",
            "China Mainland",
            "China (Mainland)"
        },
        {"TW", "Republic of China", "Taiwan Region", "Taiwan, China", "Chinese Taipei"},
        {"HK", "Hong Kong", "Hongkong", "Hong Kong SAR", "Hong Kong, China", "Hong Kong Special Administrative Region"},
        {"MO", "Macau", "Macao", "Macau SAR", "Macao SAR", "Macao Special Administrative Region"},
        {"UA", "Crimea"},
        {"RE", "La Réunion", "Réunion Island"},
        {"IE", "Republic of Ireland"},
        {"NL", "Holland"},
        {"CZ", "Czech Republic"},
        {"SK", "Slovak Republic"},
        {"TR", "Türkiye", "Turkiye", "Turkey"},
        {"VN", "Viet Nam"},
        {"MM", "Myanmar", "Burma"},
        {"MK", "Macedonia"},
        {"SZ", "Swaziland"},
        {"CV", "Cabo Verde"},
        {"CI", "Ivory Coast"},
        {"TL", "East Timor"},
        {"PS", "Palestine"},
        {"VA", "Vatican", "Holy See"},
        {"CD", "Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo"},
        {"CG", "Congo", "Republic of the Congo", "Republic of Congo"},
        {"BA", "Bosnia"},
        {"FM", "Federated States of Micronesia"},
        {"LA", "Lao People's Democratic Republic"},
        {"BN", "Brunei Darussalam"},
        {"SY", "Syrian Arab Republic"},
        {"EU", "European Union"},
        {"EEA", "European Economic Area"},
    };

    private static final String[][] INITIALS = {
        {"US", "US", "U.S.", "U.S", "USA", "U.S.A.", "U.S.A"},
        {"GB", "UK", "U.K.", "U.K"},
        {"AE", "UAE", "U.A.E."},
        {"KR", "ROK"},
        {"KP", "DPRK", "D.P.R.K."},
        {"CN", "PRC", "P.R.C.", "P.R. China", "PR China"},
        {"CD", "DRC"},
        {"HK", "HKSAR"},
        {"EU", "EU", "E.U.", "E.U"},
        {"EEA", "EEA", "E.E.A."},
    };

    private static final String[][] CHINESE = {
        {"CN", "中华人民共和国", "中国大陆", "中国内地", "中国大陆地区", "中华人民共和国大陆", "中华人民共和国大陆地区", "大陆地区", "中国家庭", "中国家电", "中国家具"},
        {"HK", "香港", "中国香港", "香港特别行政区", "香港地区", "中国香港地区"},
        {"MO", "澳门", "中国澳门", "澳门特别行政区", "澳门地区", "中国澳门地区"},
        {"TW", "台湾", "臺湾", "中国台湾", "台湾地区", "中国台湾地区", "台湾省", "中国台湾省", "中华民国"},
        {"HK MO TW", "港澳台"},
        {"HK MO", "港澳"},
        {"US", "美国", "美利坚合众国"},
        {"GB", "英国", "大不列颠", "联合王国", "英格兰", "苏格兰", "威尔士", "北爱尔兰"},
        {"KR", "大韩民国", "南韩"},
        {"KP", "北朝鲜", "朝鲜民主主义人民共和国", "北韩"},
        {"RU", "俄罗斯联邦", "俄国"},
        {"EU", "欧盟", "欧洲联盟"},
        {"EEA", "欧洲经济区"},
        {"UA", "克里米亚"},
        {"AE", "阿联酋"},
        {"SA", "沙特"},
        {"DE", "德意志联邦共和国"},
        {"CZ", "捷克共和国"},
        {"CD", "刚果民主共和国"},
        {"CG", "刚果"},
        {"PS", "巴勒斯坦"},
        {"ID", "印尼"},
        {"BD", "孟加拉"},
        {"KZ", "哈萨克"},
        {"ME", "黑山共和国"},
    };

    private static final String[] NO_PLACES = {
        "New Jersey", "New Mexico", "New England", "New South Wales", "State of Georgia", "Atlanta, Georgia",
        "Georgia, USA", "Georgia, U.S.", "Georgia, United States", "Georgia Tech", "South Georgia", "Gulf of Mexico",
        "Guinea pig", "Guinea pigs", "Bank of England", "South China Sea", "East China Sea", "Sea of Japan",
        "U.S.C.", "U.S.C", "US-ASCII", "European Union Public Licence", "European Union Public License", "Jersey City",
        "Lebanon, PA", "Panama Papers", "China Lake",
    };

    private static final String[] NO_CHINESE_PLACES = {
        "发展中国家", "中国家", "中国际", "其中国产", "依法国", "合法国", "非法国", "司法国", "执法国", "立法国", "马里兰", "内蒙古", "新英格兰",
        "新墨西哥", "参加纳", "之日本", "当日本", "次日本", "效日本", "止日本", "期日本", "今日本", "即日本", "起日本", "加拿大元", "中文莱",
        "其中国际", "道德国", "品德国", "参与加纳", "增加纳", "更加纳", "及其中国",
    };

    private Places() {}

    static void enter(Lexicon words) {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            String english = country.getDisplayCountry(Locale.ENGLISH);
            // a runtime without these tables answers with the code, which is a word of English too often
            if (!english.equals(code)) {
                english(words, code, english);
            }
            String chinese = country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE);
            if (Chars.classOf(chinese.charAt(0)) == Chars.HAN) {
                chinese(words, code, chinese);
            }
        }
        for (String[] names : OTHER_NAMES) {
            for (int i = 1; i < names.length; i++) {
                english(words, names[0], names[i]);
            }
        }
        for (String[] names : INITIALS) {
            for (int i = 1; i < names.length; i++) {
                words.phrase(words.places, names[i], place(names[0], Form.CAPITALS, ""));
            }
        }
        for (String[] names : CHINESE) {
            for (int i = 1; i < names.length; i++) {
                chinese(words, names[0], names[i]);
            }
        }
        Phrase none = new Phrase(Kind.NOTHING, "", Form.ANY, 0, "", "");
        for (String name : NO_PLACES) {
            words.phrase(words.places, name, none);
        }
        for (String name : NO_CHINESE_PLACES) {
            words.phrase(words.places, name, none);
        }
    }

    private static void english(Lexicon words, String code, String name) {
        Form form = name.startsWith("mainland") ? Form.ANY : Form.CAPITAL;
        Kind kind = PERSONS.contains(name) ? Kind.PLACE_OR_NAME : Kind.PLACE;
        Phrase place = new Phrase(kind, code, form, 0, "", "");
        // without its accent this one is an English word
        if (name.equals("Réunion")) {
            words.exactPhrase(words.places, name, place);
        } else {
            words.phrase(words.places, name, place);
        }
        if (name.contains("&")) {
            english(words, code, name.replace("&", "and"));
        }
        if (name.startsWith("St. ")) {
            english(words, code, "Saint " + name.substring(4));
            english(words, code, "St " + name.substring(4));
        }
        int bracket = name.indexOf(" (");
        if (bracket > 0 && !name.startsWith("Korea") && !name.startsWith("China")) {
            english(words, code, name.substring(0, bracket));
        }
        if (name.endsWith(" SAR China")) {
            english(words, code, name.substring(0, name.length() - " SAR China".length()));
        }
    }

    private static void chinese(Lexicon words, String code, String name) {
        // 上海地区 is Shanghai, not Haiti
        words.phrase(words.places, name, place(code, Form.ANY, name.equals("海地") ? "区域带方理" : "语"));
    }

    private static Phrase place(String code, Form form, String notAfter) {
        return new Phrase(Kind.PLACE, code, form, 0, "", notAfter);
    }
}
