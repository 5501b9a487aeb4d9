// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.entity.Phrase.Form;
import dev.fineprint.text.entity.Phrase.Kind;

/** Signs, codes and names of currencies. */
final class Currencies {

    private Currencies() {}

    static void enter(Lexicon words) {
        for (String code :
                "USD EUR GBP JPY CNY KRW INR CHF CAD AUD HKD SGD TWD NZD SEK NOK DKK BRL MXN RUB ZAR THB IDR VND MYR AED SAR ILS PLN CZK HUF"
                        .split(" ")) {
            // CAD and SAR are words of other trades as well, and so are some others in small letters
            Form form = code.equals("USD") || code.equals("EUR") || code.equals("CNY") ? Form.ANY : Form.CAPITALS;
            enter(words, code, Kind.CURRENCY, form, code);
        }
        enter(words, "CNY", Kind.CURRENCY, Form.ANY, "RMB", "CNH", "CN¥", "RMB¥", "CNY¥");
        enter(words, "TWD", Kind.CURRENCY, Form.CAPITALS, "NTD");
        enter(words, "USD", Kind.DOLLAR, Form.ANY, "$");
        enter(words, "USD", Kind.DOLLAR, Form.BEHIND, "dollar", "dollars");
        enter(words, "USD", Kind.CURRENCY, Form.CAPITALS, "US$", "USD$", "U.S.$", "$US", "$ USD");
        enter(words, "CAD", Kind.CURRENCY, Form.CAPITALS, "C$", "CA$", "CAD$", "CDN$");
        enter(words, "AUD", Kind.CURRENCY, Form.CAPITALS, "A$", "AU$", "AUD$");
        enter(words, "HKD", Kind.CURRENCY, Form.CAPITALS, "HK$", "HKD$");
        enter(words, "SGD", Kind.CURRENCY, Form.CAPITALS, "S$", "SG$", "SGD$");
        enter(words, "NZD", Kind.CURRENCY, Form.CAPITALS, "NZ$", "NZD$");
        enter(words, "TWD", Kind.CURRENCY, Form.CAPITALS, "NT$", "TW$", "NTD$", "TWD$");
        enter(words, "BRL", Kind.CURRENCY, Form.CAPITALS, "R$");
        enter(words, "MXN", Kind.CURRENCY, Form.CAPITALS, "MX$", "MEX$");
        enter(words, "JPY", Kind.CURRENCY, Form.CAPITALS, "JP¥", "JPY¥");
        for (String[] named : new String[][] {
            {"USD", "US", "U.S.", "U.S", "United States", "American", "USA"},
            {"CAD", "Canadian", "Canada"},
            {"AUD", "Australian", "Australia"},
            {"HKD", "Hong Kong", "HK"},
            {"SGD", "Singapore", "Singaporean"},
            {"NZD", "New Zealand"},
            {"TWD", "New Taiwan", "Taiwan", "Taiwanese", "NT"},
        }) {
            for (int i = 1; i < named.length; i++) {
                enter(words, named[0], Kind.CURRENCY, Form.ANY, named[i] + " dollar", named[i] + " dollars");
            }
        }
        enter(
                words,
                "USD",
                Kind.CURRENCY,
                Form.ANY,
                "dollars of the United States",
                "dollars of the United States of America");
        enter(words, "EUR", Kind.CURRENCY, Form.ANY, "€", "EUR€", "€EUR");
        enter(words, "EUR", Kind.CURRENCY, Form.BEHIND, "euro", "euros");
        enter(words, "GBP", Kind.CURRENCY, Form.ANY, "£", "GB£", "GBP£", "UK£", "STG£");
        enter(
                words,
                "GBP",
                Kind.CURRENCY,
                Form.BEHIND,
                "pound",
                "pounds",
                "pound sterling",
                "pounds sterling",
                "sterling",
                "British pound",
                "British pounds",
                "British pounds sterling",
                "UK pounds",
                "quid",
                "Great British pounds");
        enter(words, "CNY", Kind.YEN_OR_YUAN, Form.ANY, "¥");
        enter(words, "JPY", Kind.CURRENCY, Form.BEHIND, "yen", "Japanese yen", "円", "日元", "日圆", "日币");
        enter(
                words,
                "CNY",
                Kind.CURRENCY,
                Form.BEHIND,
                "yuan",
                "yuan renminbi",
                "renminbi yuan",
                "Chinese yuan",
                "Chinese yuan renminbi");
        enter(words, "CNY", Kind.CURRENCY, Form.ANY, "renminbi", "Chinese renminbi");
        enter(words, "KRW", Kind.CURRENCY, Form.ANY, "₩");
        enter(words, "KRW", Kind.CURRENCY, Form.BEHIND, "won", "Korean won", "South Korean won");
        enter(words, "INR", Kind.CURRENCY, Form.ANY, "₹");
        enter(words, "INR", Kind.CURRENCY, Form.ANY, "Rs", "Rs.", "Re.");
        enter(words, "INR", Kind.CURRENCY, Form.BEHIND, "rupee", "rupees", "Indian rupee", "Indian rupees");
        enter(words, "CHF", Kind.CURRENCY, Form.BEHIND, "franc", "francs", "Swiss franc", "Swiss francs");
        enter(words, "RUB", Kind.CURRENCY, Form.ANY, "₽");
        enter(
                words,
                "RUB",
                Kind.CURRENCY,
                Form.BEHIND,
                "ruble",
                "rubles",
                "rouble",
                "roubles",
                "Russian rubles",
                "Russian roubles");
        enter(words, "BRL", Kind.CURRENCY, Form.BEHIND, "reais", "Brazilian real", "Brazilian reais");
        enter(words, "MXN", Kind.CURRENCY, Form.BEHIND, "Mexican peso", "Mexican pesos");
        enter(words, "SEK", Kind.CURRENCY, Form.BEHIND, "Swedish krona", "Swedish kronor");
        enter(words, "NOK", Kind.CURRENCY, Form.BEHIND, "Norwegian krone", "Norwegian kroner");
        enter(words, "DKK", Kind.CURRENCY, Form.BEHIND, "Danish krone", "Danish kroner");
        enter(words, "ZAR", Kind.CURRENCY, Form.BEHIND, "rand", "South African rand");
        enter(words, "THB", Kind.CURRENCY, Form.BEHIND, "baht", "Thai baht");
        enter(words, "THB", Kind.CURRENCY, Form.ANY, "฿");
        enter(words, "MYR", Kind.CURRENCY, Form.BEHIND, "ringgit", "Malaysian ringgit");
        enter(words, "IDR", Kind.CURRENCY, Form.BEHIND, "rupiah", "Indonesian rupiah");
        enter(words, "VND", Kind.CURRENCY, Form.BEHIND, "Vietnamese dong");
        enter(words, "VND", Kind.CURRENCY, Form.ANY, "₫");
        enter(words, "TRY", Kind.CURRENCY, Form.BEHIND, "Turkish lira", "Turkish liras");
        enter(words, "TRY", Kind.CURRENCY, Form.ANY, "₺");
        enter(words, "ILS", Kind.CURRENCY, Form.BEHIND, "shekel", "shekels", "Israeli shekels", "new Israeli shekels");
        enter(words, "ILS", Kind.CURRENCY, Form.ANY, "₪");
        enter(words, "AED", Kind.CURRENCY, Form.BEHIND, "dirham", "dirhams", "UAE dirhams");
        enter(words, "PHP", Kind.CURRENCY, Form.BEHIND, "Philippine peso", "Philippine pesos");
        enter(words, "PHP", Kind.CURRENCY, Form.ANY, "₱");
        enter(words, "CNY", Kind.YUAN_UNIT, Form.BEHIND, "元", "圆", "元整", "圆整");
        enter(words, "CNY", Kind.CURRENCY, Form.ANY, "人民币", "人民币元", "元人民币", "中国元");
        enter(words, "USD", Kind.CURRENCY, Form.ANY, "美元", "美金", "元美金");
        enter(words, "EUR", Kind.CURRENCY, Form.ANY, "欧元");
        enter(words, "GBP", Kind.CURRENCY, Form.ANY, "英镑");
        enter(words, "HKD", Kind.CURRENCY, Form.ANY, "港元", "港币", "元港币");
        enter(words, "TWD", Kind.CURRENCY, Form.ANY, "新台币", "台币", "元新台币");
        enter(words, "MOP", Kind.CURRENCY, Form.ANY, "澳门元", "澳门币");
        enter(words, "JPY", Kind.CURRENCY, Form.ANY, "日元", "日圆", "日币");
        enter(words, "KRW", Kind.CURRENCY, Form.ANY, "韩元", "韩币", "韩圆");
        enter(words, "SGD", Kind.CURRENCY, Form.ANY, "新加坡元", "新加坡币", "新币", "坡币");
        enter(words, "AUD", Kind.CURRENCY, Form.ANY, "澳元", "澳币", "澳大利亚元");
        enter(words, "CAD", Kind.CURRENCY, Form.ANY, "加元", "加币", "加拿大元");
        enter(words, "NZD", Kind.CURRENCY, Form.ANY, "新西兰元", "纽元");
        enter(words, "CHF", Kind.CURRENCY, Form.ANY, "瑞士法郎", "瑞郎");
        enter(words, "RUB", Kind.CURRENCY, Form.ANY, "卢布");
        enter(words, "INR", Kind.CURRENCY, Form.ANY, "卢比", "印度卢比");
        enter(words, "THB", Kind.CURRENCY, Form.ANY, "泰铢");
        enter(words, "MYR", Kind.CURRENCY, Form.ANY, "林吉特", "马来西亚林吉特");
        enter(words, "VND", Kind.CURRENCY, Form.ANY, "越南盾");
        enter(words, "IDR", Kind.CURRENCY, Form.ANY, "印尼盾");
    }

    private static void enter(Lexicon words, String code, Kind kind, Form form, String... texts) {
        for (String text : texts) {
            // "three-tuple" and "one element" start with the same sign as three yuan
            String notAfter = kind == Kind.YUAN_UNIT ? "素组数宇件老旦首音胞器化论" : "";
            words.phrase(words.currencies, text, new Phrase(kind, code, form, 0, "", notAfter));
        }
    }
}
