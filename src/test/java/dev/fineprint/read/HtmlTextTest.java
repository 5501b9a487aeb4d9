// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page says what a reader of its main part sees. */
class HtmlTextTest {
    private static String text(String body) throws IOException {
        return page("<!doctype html><title>Terms</title><body>" + body);
    }

    private static String page(String html) throws IOException {
        LicenseText text = Documents.read("terms.html", html.getBytes(StandardCharsets.UTF_8));
        assertThat(text.mediaType()).isEqualTo("text/html");
        assertThat(text.pages()).isZero();
        return text.original();
    }

    /** A specimen as a page: headings, paragraphs, and lists whose labels are not in the text. */
    private static String page(boolean chinese, String around) throws IOException {
        StringBuilder html = new StringBuilder();
        boolean list = false;
        for (String paragraph : Specimens.paragraphs(chinese ? Specimens.CHINESE : Specimens.ENGLISH)) {
            String words = paragraph.strip().replace("&", "&amp;").replace("\"", "&quot;");
            boolean item = words.startsWith("(") || words.startsWith("\uFF08");
            if (item != list) {
                html.append(item ? "<ol type=a>" : "</ol>");
                list = item;
            }
            if (item) {
                html.append("<li>").append(words.substring(3).strip()).append("</li>\n");
            } else if (html.isEmpty()) {
                html.append("<h1>").append(words).append("</h1>");
            } else {
                html.append("<p>").append(words.replace(", ", ",\n&nbsp;")).append("</p>\n");
            }
        }
        return around.replace("...", html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>...</body></html>",
                "<!doctype html><html><head><style>p {}</style></head><body><nav><ul><li><a href=/a>Home</a><li><a href=/b>Models</a></ul></nav>"
                        + "<main><article>...</article></main><footer>Heron Works <a href=/p>Privacy</a></footer><script>no()</script>",
                "<!-- saved -->\n<html><table><tr><td><div>...</div></td></tr></table></html>",
                "<?xml version='1.0' encoding='UTF-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><div><div><section>...</section></div></div></body></html>"
            })
    void aLicenceSaysTheSame(String around) throws IOException {
        LicenseReport english = Specimens.analyze(
                Documents.read("LICENSE.html", page(false, around).getBytes(StandardCharsets.UTF_8)));
        assertThat(Specimens.found(english)).containsExactlyElementsOf(Specimens.found(Specimens.ENGLISH));
        LicenseReport chinese =
                Specimens.analyze(Documents.read("许可.html", page(true, around).getBytes(StandardCharsets.UTF_8)));
        assertThat(Specimens.found(chinese)).containsExactlyElementsOf(Specimens.found(Specimens.CHINESE));
    }

    @Test
    void listsAreNumberedAsTheyAreShown() throws IOException {
        assertThat(text("<ol><li>one<li>two</ol>")).isEqualTo("1. one\n2. two");
        assertThat(text("<ol start=4 type=a><li>four<li value=7>seven<li>eight</ol>"))
                .isEqualTo("d. four\ng. seven\nh. eight");
        assertThat(text("<ol type=I><li>one<ol type=i><li>in</ol><li>two</ol>")).isEqualTo("I. one\n  i. in\nII. two");
        assertThat(text("<ol reversed><li>a thing<li>b thing</ol>")).isEqualTo("2. a thing\n1. b thing");
        assertThat(text("<ol style='list-style-type: lower-roman'><li>x<li>y</ol>"))
                .isEqualTo("i. x\nii. y");
        assertThat(text("<ol style='list-style: cjk-ideographic'><li>甲<li>乙</ol>"))
                .isEqualTo("一、 甲\n二、 乙");
        assertThat(text("<ul><li>x<ul><li>y<li>z</ul></ul>")).isEqualTo("• x\n  • y\n  • z");
    }

    @Test
    void labelsThatAreThereAreNotWrittenTwice() throws IOException {
        assertThat(text("<ol><li>(a) one<li>(b) two</ol>")).isEqualTo("(a) one\n\n(b) two");
        assertThat(text("<ul style='list-style:none'><li>one<li>two</ul>")).isEqualTo("one\n\ntwo");
        assertThat(text("<ul><li>1.1 one<li>1.2 two</ul>")).isEqualTo("1.1 one\n\n1.2 two");
    }

    @Test
    void blocksArePartedAndTheirWhiteSpaceIsNone() throws IOException {
        assertThat(
                        text(
                                "<h2>3.  Use</h2><p>You \n may\tnot&nbsp;use <b>it</b><br>for<wbr>ty days.<div>Next<div>Last</div></div>"))
                .isEqualTo("## 3. Use\n\nYou may not\u00A0use it\nforty days.\n\nNext\n\nLast");
        assertThat(text("<pre>a  b\n  c</pre><p>d")).isEqualTo("a  b\n  c\n\nd");
        assertThat(text("<ol><li><p>one</p><p>more of one</p></li><li><p>two</p></li></ol>"))
                .isEqualTo("1. one\n\n  more of one\n\n2. two");
        assertThat(
                        text(
                                "<p><b>No sale.</b> You may not sell it.</p><p><strong>Prohibited uses</strong></p><p>You <b>must</b> not.</p>"))
                .isEqualTo("**No sale.** You may not sell it.\n\n**Prohibited uses**\n\nYou must not.");
    }

    @Test
    void rowsOfATableAreLines() throws IOException {
        assertThat(text("<table><tr><th>Use<th>Allowed<tr><td>war<td><p>no</p><tr><td>peace<td>yes</table><p>x"))
                .isEqualTo("Use\tAllowed\n\nwar\tno\n\npeace\tyes\n\nx");
        assertThat(text("<table><tr><td><p>one</p><p>two</p><td>three</table>")).isEqualTo("one\n\ntwo\n\nthree");
    }

    @Test
    void whatIsNoTextOfThePageIsLeftOut() throws IOException {
        String terms = "<p>You must not use the Model for military purposes, whatever they are called.</p>";
        assertThat(text("<nav>Home | Models</nav><header>Heron</header><main>" + terms
                        + "</main><aside>Read more</aside><footer>(c) Heron</footer>"
                        + "<script>var x = 'you may not'</script><style>.x{}</style><noscript>enable</noscript>"
                        + "<template><p>hidden</template><button>Accept</button><select><option>English</select>"
                        + "<div hidden>menu</div><span aria-hidden=true>#</span><del>Old words.</del>"
                        + "<div role=dialog>We use cookies</div>"))
                .isEqualTo("You must not use the Model for military purposes, whatever they are called.");
        assertThat(text("<p>The Model<sup><a href='#n1'>1</a></sup> is ours.")).isEqualTo("The Model is ours.");
    }

    @Test
    void termsAreReadEvenInAFooterOrAClosedPart() throws IOException {
        String terms = "You must not use the Model for military purposes. ".repeat(20);
        assertThat(text("<p>Hello</p><footer>" + terms + "</footer>")).contains("military");
        assertThat(text("<p>Hello</p><div style='display:none'>" + terms + "</div>"))
                .contains("military");
        assertThat(text("<details><summary>Uses</summary><p>No war.</p></details>"))
                .isEqualTo("Uses\n\nNo war.");
        assertThat(text("<main>Short</main><div>" + terms + "</div>")).contains("military");
        assertThat(text("<article><header><h1>Licence</h1></header>" + terms + "</article>"))
                .startsWith("# Licence\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "gb2312, GB18030, 您不得将模型用于军事目的。",
        "GBK, GB18030, 您不得將模型用於軍事目的。",
        "big5, Big5, 您不得將模型用於軍事目的。",
        "iso-8859-1, windows-1252, L’usage “à but” militaire",
        "shift_jis, Shift_JIS, モデルを軍事目的に使用してはならない。",
        "koi8-r, KOI8-R, Модель нельзя использовать.",
        "utf-8, UTF-8, 您不得将模型用于军事目的。",
        "utf-8, GB18030, 您不得将模型用于军事目的，也不得允许他人如此使用。",
        "gbk, UTF-8, 您不得将模型用于军事目的。",
        "'', GB18030, 您不得将模型用于军事目的，也不得允许他人如此使用。",
        "no-such-thing, UTF-8, 您不得将模型用于军事目的。",
        "'', UTF-16, 您不得将模型用于军事目的。"
    })
    void theEncodingIsWhatThePageSaysUnlessThatCannotBe(String declared, String written, String words)
            throws IOException {
        for (String meta : new String[] {
            "<meta charset='" + declared + "'>",
            "<META http-equiv=Content-Type content=\"text/html; charset=" + declared + "\">"
        }) {
            String page = "<!doctype html><html><head>" + (declared.isEmpty() ? "" : meta)
                    + "<title>x</title></head><body><p>" + words;
            assertThat(Documents.read("x.html", page.getBytes(Charset.forName(written)))
                            .original())
                    .isEqualTo(words);
        }
    }
}
