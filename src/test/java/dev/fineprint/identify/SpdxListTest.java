// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the SPDX list, as it is and as people dress it, changed, and beside another. */
@Tag("slow")
class SpdxListTest {
    private static final LicenseIndex INDEX = LicenseIndex.bundled();

    private static final List<String> RESTRICTIONS = List.of(
            "You must not operate this material for the benefit of any armed force.",
            "Anyone serving more than ninety million people each month shall first ask us for written permission.",
            "Only hobbyists and schools may run it, and nobody may earn money with it.",
            "No copy may be given to a resident of Atlantis without our prior consent.");

    @Test
    void readsTheWholeList() {
        assertThat(SpdxTexts.all()).hasSize(727);
        assertThat(SpdxTexts.all().stream().filter(SpdxTexts.Entry::osiApproved))
                .hasSize(149);
        assertThat(INDEX.known().stream().filter(l -> l.source() == KnownLicense.Source.SPDX))
                .hasSize(727);
        assertThat(INDEX.known().stream().filter(l -> l.source() == KnownLicense.Source.SPDX && l.osiApproved()))
                .hasSize(149);
    }

    static Stream<Arguments> dresses() {
        return Stream.of(
                dress("as published", s -> s),
                dress("upper case", s -> s.toUpperCase(Locale.ROOT)),
                dress("wrapped at 60", s -> wrap(s, 60)),
                dress("one long line a paragraph", s -> wrap(s, 1_000_000)),
                dress("one line", s -> s.replaceAll("\\s+", " ")),
                dress("CR LF and tabs", s -> s.replace("\n", "\r\n\t")),
                dress("Markdown", SpdxListTest::markdown),
                dress("comment block", s -> "/*\n" + s.replaceAll("(?m)^", " * ") + "\n */\n"),
                dress("curly quotes", SpdxListTest::curly),
                dress("another holder", SpdxListTest::otherHolder));
    }

    private static Arguments dress(String name, UnaryOperator<String> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dresses")
    void everyTextIsItself(String name, UnaryOperator<String> change) {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            Identification found = INDEX.identify(LicenseText.of(entry.id(), change.apply(entry.text())));
            looked++;
            boolean named = found.id().equals(entry.id()) || found.sameWords().contains(entry.id());
            if (found.relation() != Relation.EXACT || !named) {
                wrong.add(entry.id() + " is " + found.relation() + " " + found.id() + found.sameWords() + " "
                        + found.changes());
            }
        }
        assertThat(looked).isEqualTo(727);
        assertThat(wrong).isEmpty();
    }

    @Test
    void oneSentenceMoreIsMarked() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            String sentence = RESTRICTIONS.get(looked++ % RESTRICTIONS.size());
            int at = middle(entry.text());
            String changed = entry.text().substring(0, at) + sentence + " "
                    + entry.text().substring(at);
            Identification found = INDEX.identify(LicenseText.of(entry.id(), changed));
            List<String> marked = found.changes().stream()
                    .map(c -> c.type() + " " + changed.substring(c.start(), c.end()))
                    .toList();
            boolean named = found.id().equals(entry.id()) || found.sameWords().contains(entry.id());
            if (found.relation() != Relation.MODIFIED
                    || !named
                    || found.osiApproved()
                    || !marked.equals(List.of("INSERTED " + sentence))) {
                wrong.add(entry.id() + " is " + found.relation() + " " + found.id() + found.sameWords() + " " + marked);
            }
        }
        assertThat(looked).isEqualTo(727);
        assertThat(wrong).isEmpty();
    }

    private static final List<String> QUIET_ADDITIONS = List.of(
            "Weapons makers stay out.",
            "Military deployments are off limits.",
            "Firms above a hundred staff pay a yearly fee.",
            "Commercial exploitation needs a separate contract.",
            "Researchers only.",
            "The foregoing grant ends when monthly readers exceed seventy million.",
            "Residents of Atlantis are excluded from every right above.",
            "Keep a link to our homepage on each screen.",
            "Reports on audience size go to the author every quarter.");

    /** Also at the start, at the end, between title and notice, and after a name that may be replaced. */
    @Test
    void noAdditionPassesUnseenWhereverItStands() {
        Random random = new Random(7);
        List<String> unseen = new ArrayList<>();
        int looked = 0;
        int exactly = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            List<Integer> places = places(entry.text());
            for (int at : List.of(
                    0,
                    entry.text().length(),
                    places.get(random.nextInt(places.size())),
                    places.get(random.nextInt(places.size())),
                    places.get(random.nextInt(places.size())))) {
                String sentence = QUIET_ADDITIONS.get(random.nextInt(QUIET_ADDITIONS.size()));
                String head = entry.text().substring(0, at);
                String gap = head.isEmpty() || head.endsWith("\n")
                        ? ""
                        : at == entry.text().length() ? "\n\n" : " ";
                String changed = head + gap + sentence + "\n\n" + entry.text().substring(at);
                int start = head.length() + gap.length();
                int end = start + sentence.length();
                Identification found = INDEX.identify(LicenseText.of(entry.id(), changed));
                looked++;
                boolean seen = found.changes().stream().anyMatch(c -> c.start() <= start && c.end() >= end - 1);
                exactly += found.changes().stream().anyMatch(c -> c.start() == start && c.end() == end) ? 1 : 0;
                boolean named =
                        found.id().equals(entry.id()) || found.sameWords().contains(entry.id());
                if (found.relation() == Relation.EXACT || found.osiApproved() || !seen || !named) {
                    unseen.add(entry.id() + " at " + at + " is " + found.relation() + " " + found.id() + ": " + sentence
                            + " " + found.changes());
                }
            }
        }
        assertThat(looked).isEqualTo(727 * 5);
        assertThat(unseen).isEmpty();
        assertThat(exactly).as("marked to the character").isGreaterThan(looked * 97 / 100);
    }

    private static final List<String> PHRASES = List.of(
            "for non-commercial purposes",
            "except in warfare",
            "noncommercially",
            "outside the European Union",
            "by persons under contract with us",
            "while paying us ten coins",
            "solely in Atlantis",
            "weapons excepted");

    /** Also inside a title, a notice or a name that may be replaced. */
    @Test
    void noPhrasePutBetweenTwoWordsPassesAsTheLicence() {
        Random random = new Random(11);
        List<String> unseen = new ArrayList<>();
        int looked = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            String text = entry.text();
            for (int round = 0; round < 3; round++) {
                String phrase = PHRASES.get(random.nextInt(PHRASES.size()));
                int at = text.indexOf(' ', random.nextInt(text.length()));
                if (at < 1
                        || at + 1 == text.length()
                        || !Character.isLetter(text.charAt(at - 1))
                        || !Character.isLetter(text.charAt(at + 1))) {
                    continue;
                }
                looked++;
                String changed = text.substring(0, at) + " " + phrase + text.substring(at);
                Identification found = INDEX.identify(LicenseText.of(entry.id(), changed));
                if (found.relation() == Relation.EXACT || found.osiApproved()) {
                    unseen.add(entry.id() + ": " + changed.substring(Math.max(0, at - 40), at + 40));
                }
            }
        }
        assertThat(looked).isGreaterThan(1500);
        assertThat(unseen).isEmpty();
    }

    /** A name may be replaced, but not by words that carry a condition. */
    @Test
    void noPhraseInsideAHolderPassesAsAName() {
        Pattern holder =
                Pattern.compile("(?im)^[ \\t]*copyright (\\(c\\)|\u00A9|<year>|\\[yyyy]|[12][0-9]{3})[^\\n]{0,80}");
        List<String> unseen = new ArrayList<>();
        int looked = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            for (int k = 0; k < 2; k++) {
                // the first phrase is in the title of some licences
                String phrase = PHRASES.get(k == 0 ? 0 : 1 + looked / 2 % (PHRASES.size() - 1));
                Matcher line = holder.matcher(entry.text());
                String changed = "Copyright (c) 2019 Jane " + phrase + " Example\n\n" + entry.text();
                if (line.find()) {
                    int at = line.start() + line.group().lastIndexOf(' ');
                    changed = entry.text().substring(0, at) + " " + phrase
                            + entry.text().substring(at);
                }
                looked++;
                Identification found = INDEX.identify(LicenseText.of(entry.id(), changed));
                if (found.relation() == Relation.EXACT || found.osiApproved()) {
                    unseen.add(entry.id() + ": " + phrase);
                }
            }
        }
        assertThat(looked).isEqualTo(2 * 727);
        assertThat(unseen).isEmpty();
    }

    /** A licence that is not known is none of the others, or one of them with the changes marked. */
    @Test
    void aTextThatIsNotOnTheListIsNotTakenForOneThatIs() {
        LicenseIndex known = withoutTenth();
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        int none = 0;
        for (SpdxTexts.Entry entry : SpdxTexts.all()) {
            if (!isLeftOut(entry.id())) {
                continue;
            }
            looked++;
            Identification found = known.identify(LicenseText.of(entry.id(), entry.text()));
            none += found.relation() == Relation.NONE ? 1 : 0;
            boolean honest = found.relation() != Relation.MODIFIED
                    || !found.changes().isEmpty() && found.similarity() >= 0.4 && found.similarity() < 1;
            // the two differ in nothing but a version number, which the list says may be replaced
            boolean another = found.relation() == Relation.EXACT && !found.id().equals("bzip2-1.0.6");
            if (!honest || another) {
                wrong.add(entry.id() + " is " + found.relation() + " " + found.id() + " " + found.similarity());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(50);
        assertThat(none).isGreaterThan(looked / 4);
    }

    private static boolean isLeftOut(String id) {
        return Math.floorMod(id.hashCode(), 10) == 0;
    }

    /** The list without every text that one of the ids left out has. */
    private static LicenseIndex withoutTenth() {
        SpdxIndex whole = INDEX.spdx();
        List<SpdxIndex.Entry> kept = new ArrayList<>();
        List<long[]> shingles = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < whole.entries().size(); i++) {
            SpdxIndex.Entry entry = whole.entries().get(i);
            if (entry.licenses().stream().noneMatch(license -> isLeftOut(license.id()))) {
                kept.add(entry);
                String plain = whole.plain(i);
                texts.add(whole.packed(i));
                shingles.add(Shingles.of(Words.of(LicenseText.of("", plain))).hash);
            }
        }
        ShingleTable table = ShingleTable.build(shingles);
        return new LicenseIndex(new SpdxIndex(whole.listVersion(), kept, table, texts::get), List.of());
    }

    /** Where a sentence or a paragraph ends. */
    private static List<Integer> places(String text) {
        List<Integer> places = new ArrayList<>(List.of(text.length()));
        for (int i = 2; i + 1 < text.length(); i++) {
            boolean paragraph = text.charAt(i) == '\n' && text.charAt(i - 1) == '\n';
            boolean sentence = text.charAt(i) == '.'
                    && Character.isWhitespace(text.charAt(i + 1))
                    && Character.isLetter(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i - 2));
            if (paragraph || sentence) {
                places.add(i + 1);
            }
        }
        return places;
    }

    @Test
    void oneSentenceLessIsMissed() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (String id : List.of(
                "MIT", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "GPL-3.0-only", "CC-BY-4.0", "EPL-2.0", "BSL-1.0")) {
            String text = SpdxTexts.get(id).text();
            for (int part = 2; part <= 4; part++) {
                int from = next(text, text.length() / 6 * part);
                int to = next(text, from);
                if (to - from < 40) {
                    continue;
                }
                looked++;
                Identification found = INDEX.identify(LicenseText.of(id, text.substring(0, from) + text.substring(to)));
                String removed = String.join(
                        " ", found.changes().stream().map(Change::removed).toList());
                String last = text.substring(from, to).strip().replaceAll(".*\\s|[.)\"]+$", "");
                if (found.relation() != Relation.MODIFIED || !found.id().equals(id) || !removed.contains(last)) {
                    wrong.add(id + " without \"" + text.substring(from, to) + "\" is " + found.relation() + " "
                            + found.id() + " " + found.changes());
                }
            }
        }
        assertThat(looked).isGreaterThan(12);
        assertThat(wrong).isEmpty();
    }

    /** The start of the sentence after an offset. */
    private static int next(String text, int from) {
        int i = text.indexOf(". ", from);
        int j = text.indexOf(".\n", from);
        int end = i < 0 ? j : j < 0 ? i : Math.min(i, j);
        return end < 0 ? text.length() : end + 2;
    }

    @Test
    void twoLicencesInOneTextAreBothFound() {
        List<SpdxTexts.Entry> all = List.copyOf(SpdxTexts.all());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            SpdxTexts.Entry first = all.get(i);
            SpdxTexts.Entry second = all.get((i * 31 + 7) % all.size());
            Identification found = INDEX.identify(LicenseText.of("both", first.text() + "\n\n\n" + second.text()));
            List<String> ids =
                    found.contained().stream().map(c -> c.license().id()).toList();
            if (found.relation() != Relation.CONTAINS || !ids.equals(List.of(name(first), name(second)))) {
                wrong.add(first.id() + " + " + second.id() + " is " + found.relation() + " " + ids);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String name(SpdxTexts.Entry entry) {
        return INDEX.identify(LicenseText.of(entry.id(), entry.text())).id();
    }

    /** Where the sentence nearest to the middle ends. */
    static int middle(String text) {
        int best = -1;
        for (int i = 0; i + 3 < text.length(); i++) {
            boolean ends = text.charAt(i) == '.'
                    && Character.isWhitespace(text.charAt(i + 1))
                    && i > 1
                    && Character.isLetter(text.charAt(i - 2));
            if (!ends) {
                continue;
            }
            int next = i + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean starts = next < text.length() && Character.isUpperCase(text.charAt(next));
            if (starts && (best < 0 || Math.abs(next - text.length() / 2) < Math.abs(best - text.length() / 2))) {
                best = next;
            }
        }
        if (best >= 0) {
            return best;
        }
        int blank = text.indexOf(' ', text.length() / 2);
        return blank < 0 ? text.lastIndexOf(' ') + 1 : blank + 1;
    }

    static String wrap(String text, int width) {
        return Stream.of(text.split("\n\\s*\n"))
                .map(paragraph -> {
                    StringBuilder out = new StringBuilder();
                    int column = 0;
                    for (String word : paragraph.strip().split("\\s+")) {
                        if (column > 0 && column + word.length() > width) {
                            out.append('\n');
                            column = 0;
                        }
                        out.append(column == 0 ? "" : " ").append(word);
                        column += word.length() + 1;
                    }
                    return out.toString();
                })
                .collect(Collectors.joining("\n\n"));
    }

    static String markdown(String text) {
        StringBuilder out = new StringBuilder("# License\n\n");
        int number = 0;
        for (String paragraph : text.split("\n\\s*\n")) {
            String[] words = paragraph.strip().split("\\s+");
            if (words.length > 6 && number++ % 2 == 0) {
                words[1] = "*" + words[1] + "*";
                words[3] = "**" + words[3];
                words[4] = words[4] + "**";
            }
            out.append(String.join(" ", words)).append("\n\n");
        }
        return out.toString();
    }

    static String curly(String text) {
        return text.replaceAll("(?<=^|\\s|\\()\"", "\u201C")
                .replace('"', '\u201D')
                .replace('\'', '\u2019')
                .replace("--", "\u2014");
    }

    /** Replaces notices that stand alone on a line, and puts one on top. */
    static String otherHolder(String text) {
        String other = "Copyright (c) 2019-2023, 2025 Jane Q. Example, Example Widgets GmbH <jane@example.org>";
        return other
                + "\n\n"
                + text.replaceAll(
                        "(?im)^([ \\t]*)copyright (\\(c\\)|\u00A9|<year>|\\[yyyy]|[12][0-9]{3})[^\\n]{0,80}\\n(?=[ \\t]*\\n)",
                        "$1" + other + "\n");
    }
}
