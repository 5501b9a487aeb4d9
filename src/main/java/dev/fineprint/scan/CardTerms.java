// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.identify.KnownLicense;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the sentences of a card which part of the release is under which licence. */
final class CardTerms {
    private static final int LONGEST = 800;
    private static final int SHORTEST_TITLE = 10;

    /**
     * What a sentence says.
     *
     * @param scope of which part
     * @param license the licence: its id where it is known, otherwise its name as it stands there
     * @param quotation the sentence
     */
    record Statement(Scope scope, String license, Quotation quotation) {}

    private static final Pattern ABOUT = Pattern.compile("licen[cs]|\\bterms\\b|\\bunder\\b|agreement|许可|协议|授权|遵循|遵守");

    /** Sentences about what others gave, about the past or about conditions. */
    private static final Pattern ASIDE = Pattern.compile(
            "\\bbase model|\\boriginal(?:ly)?\\b|\\bupstream\\b|third[- ]party|\\bbuilt (?:up)?on\\b|\\bbased on\\b|\\bderived from\\b|"
                    + "\\bprevious(?:ly)?\\b|\\bformerly\\b|\\bunlike\\b|\\bportions\\b|\\bborrow|\\badapted from\\b|\\bif you\\b|"
                    + "\\bnot (?:under|licensed)|\\bcompatible with\\b|基座|底座|原始模型|第三方|基于|参考了|借鉴");

    private static final List<Named> NAMES = List.of(
            new Named(
                    "Apache-2.0",
                    "apache(?: software)?(?: licen[cs]e)?,?[ -]*(?:version |v)?2(?:\\.0)?\\b|apache[ -]licen[cs]e|apache[ -]?2"),
            new Named("MIT", "\\bmit\\b[ -]?(?:licen[cs]|许可|协议|开源)|under (?:the )?mit\\b|\\(mit\\)|license: mit\\b"),
            new Named("BSD-3-Clause", "\\bbsd[ -]3"),
            new Named("AGPL-3.0", "\\bagpl|affero general public"),
            new Named("GPL-3.0", "(?<![al])gpl[- ]?v?3|gnu general public licen[cs]e"),
            new Named("llama-2-license", "llama[ -]?2 (?:community )?licen[cs]e"),
            new Named("llama-3-license", "llama[ -]?3 (?:community )?licen[cs]e"),
            new Named("llama-3.1-license", "llama[ -]?3\\.1 (?:community )?licen[cs]e"),
            new Named("llama-3.2-license", "llama[ -]?3\\.2 (?:community )?licen[cs]e"),
            new Named("llama-3.3-license", "llama[ -]?3\\.3 (?:community )?licen[cs]e"),
            new Named("llama-4-license", "llama[ -]?4 (?:community )?licen[cs]e"),
            new Named("gemma-terms-of-use-2025-03-24", "gemma (?:terms of use|licen[cs]e)"),
            new Named("tongyi-qianwen-license", "tongyi[ -]qianwen licen[cs]e"),
            new Named(
                    "",
                    "(?:model|community|research|non-commercial|custom|openrail|open rail|rail)(?:[ -]m)? licen[cs]e(?: agreement)?"),
            new Named("", "模型(?:商用|社区)?许可协议|模型许可|社区许可协议"));

    private static final Pattern CC = Pattern.compile("\\bcc[- ]?by((?:[- ](?:nc|sa|nd))*)(?:[- ](?:v)?(\\d\\.\\d))?");

    private static final Pattern CODE =
            Pattern.compile("\\b(?:code|codes|codebase|scripts?|software|source files)\\b|代码|源码|脚本");
    private static final Pattern MODEL = Pattern.compile(
            "\\b(?:weights?|models?|checkpoints?|parameters|model files)\\b(?! (?:license|licence))|权重|模型(?!许可|商用|社区)|参数");
    private static final Pattern DATA = Pattern.compile("\\b(?:data|datasets?|corpus|corpora|annotations)\\b|数据|语料");
    private static final Pattern WHOLE =
            Pattern.compile("\\b(?:project|repository|repo|release|work|everything|it)\\b|本项目|该项目|本仓库|项目");

    /** The names of licences that are known by their fingerprint, in small letters, to their ids; the longest first. */
    private static final Map<String, String> TITLES = titles();

    private static Map<String, String> titles() {
        Map<String, String> all = new LinkedHashMap<>();
        LicenseIndex.bundled().known().stream()
                .filter(license -> license.source() == KnownLicense.Source.FINGERPRINT)
                .filter(license -> license.title().length() >= SHORTEST_TITLE)
                .sorted(Comparator.comparingInt(
                        (KnownLicense license) -> -license.title().length()))
                .forEach(license -> all.putIfAbsent(
                        LicenseText.of("", license.title()).normalized().toLowerCase(Locale.ROOT), license.id()));
        return all;
    }

    private record Named(String id, Pattern pattern) {
        Named(String id, String pattern) {
            this(id, Pattern.compile(pattern));
        }
    }

    private record Found(String license, int start, int end) {}

    private CardTerms() {}

    static List<Statement> read(CardText text) {
        List<Statement> all = new ArrayList<>();
        for (CardText.Line line : text.lines()) {
            if (!line.heading()) {
                read(text, line, all);
            }
        }
        return all;
    }

    private static void read(CardText text, CardText.Line line, List<Statement> all) {
        String words = line.lower();
        String above = (line.section() + " " + line.label()).toLowerCase(Locale.ROOT);
        boolean under = above.contains("licen") || above.contains("许可") || above.contains("协议");
        if (words.length() > LONGEST
                || !under && !ABOUT.matcher(words).find()
                || ASIDE.matcher(words).find()) {
            return;
        }
        List<Found> found = licenses(line.text(), words);
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            Found license = found.get(i);
            int next = i + 1 < found.size() ? found.get(i + 1).start() : words.length();
            Set<Scope> scopes = scopes(words.substring(Math.min(from, license.start()), license.start()));
            if (scopes.isEmpty()) {
                int stop = stop(words, license.end(), next);
                scopes = scopes(words.substring(license.end(), stop));
            }
            if (scopes.isEmpty() && under && found.size() == 1) {
                scopes = EnumSet.of(Scope.WHOLE);
            }
            scopes.forEach(scope -> all.add(new Statement(scope, license.license(), text.quotation(line))));
            from = license.end();
        }
    }

    private static int stop(String words, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = words.charAt(i);
            if (c == ',' || c == ';' || c == '.' || c == '。' || c == '，' || c == '、') {
                return i;
            }
        }
        return to;
    }

    private static Set<Scope> scopes(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        if (CODE.matcher(words).find()) {
            scopes.add(Scope.CODE);
        }
        if (MODEL.matcher(words).find()) {
            scopes.add(Scope.MODEL);
        }
        if (DATA.matcher(words).find()) {
            scopes.add(Scope.DATA);
        }
        if (scopes.isEmpty() && WHOLE.matcher(words).find()) {
            scopes.add(Scope.WHOLE);
        }
        return scopes;
    }

    /** Where the name begins of which the end was found: capitalised words before it belong to it. */
    private static int beginning(String text, int from) {
        int start = from;
        while (start > 1 && text.charAt(start - 1) == ' ') {
            int word = text.lastIndexOf(' ', start - 2) + 1;
            int letter = word;
            while (letter < start && !Character.isLetterOrDigit(text.charAt(letter))) {
                letter++;
            }
            boolean name = letter < start - 1
                    && Character.isUpperCase(text.charAt(letter))
                    && ",.;:".indexOf(text.charAt(start - 2)) < 0
                    && !List.of("The", "This", "A", "An", "See", "Under").contains(text.substring(letter, start - 1));
            if (!name) {
                return start;
            }
            start = letter;
            if (letter > word) {
                return start;
            }
        }
        return start;
    }

    private static List<Found> licenses(String text, String words) {
        TreeMap<Integer, Found> found = new TreeMap<>();
        for (Map.Entry<String, String> title : TITLES.entrySet()) {
            int at = words.indexOf(title.getKey());
            if (at >= 0) {
                add(found, new Found(title.getValue(), at, at + title.getKey().length()));
            }
        }
        for (Named named : NAMES) {
            Matcher matcher = named.pattern().matcher(words);
            while (matcher.find()) {
                int start = named.id().isEmpty() ? beginning(text, matcher.start()) : matcher.start();
                String license = named.id().isEmpty() ? text.substring(start, matcher.end()) : named.id();
                add(found, new Found(license, start, matcher.end()));
            }
        }
        Matcher cc = CC.matcher(words);
        while (cc.find()) {
            String id = "CC-BY" + cc.group(1).toUpperCase(Locale.ROOT).replace(' ', '-') + "-"
                    + Optional.ofNullable(cc.group(2)).orElse("4.0");
            add(found, new Found(id, cc.start(), cc.end()));
        }
        return List.copyOf(found.values());
    }

    /** The longer of two that overlap stays; one that is known by its id rather than one that is not. */
    private static void add(Map<Integer, Found> found, Found one) {
        for (Found other : found.values()) {
            if (other.start() < one.end() && one.start() < other.end()) {
                return;
            }
        }
        found.put(one.start(), one);
    }
}
