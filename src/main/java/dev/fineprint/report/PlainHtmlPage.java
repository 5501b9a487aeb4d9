// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import dev.fineprint.Messages;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Pages for a browser: one file, no script, nothing fetched, and nothing that a text says is markup. */
final class PlainHtmlPage implements PageFormat {
    private static final String STYLE =
            "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;"
                    + "color:#1a1a1a;background:#fff}ul{padding-left:1.2rem}ul.check{list-style:none;padding:0}"
                    + "blockquote{margin:.3rem 0;padding-left:.8rem;border-left:3px solid #767676;white-space:pre-line}"
                    + ".place{color:#595959;font-size:.9rem}.good strong{color:#0a6b2d}.duty strong{color:#7a4b00}"
                    + ".open strong{color:#6b2a86}.bad strong{color:#a8071a}"
                    + "@media(prefers-color-scheme:dark){body{color:#eee;background:#151515}.place{color:#b0b0b0}"
                    + ".good strong{color:#7bd88f}.duty strong{color:#f0b95b}.open strong{color:#d9a4f0}.bad strong{color:#ff8f8f}}";

    private static final int QUOTE_COLUMNS = 2000;

    private final Messages messages;

    PlainHtmlPage(ReportOptions options) {
        this.messages = Messages.in(options.locale());
    }

    @Override
    public void begin(Writer out) throws IOException {
        byte[] hash = Hashing.sha256().hashString(STYLE, StandardCharsets.UTF_8).asBytes();
        String policy = "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash) + "'; base-uri 'none'; form-action 'none'";
        out.write("<!DOCTYPE html>\n<html lang=\"" + messages.locale().getLanguage()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + escaped(policy) + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Fineprint</title>\n<style>" + STYLE
                + "</style>\n</head>\n<body>\n<main>\n");
    }

    @Override
    public String separator() {
        return "<hr>\n";
    }

    @Override
    public void end(Writer out) throws IOException {
        out.write("</main>\n</body>\n</html>\n");
    }

    @Override
    public void write(Page page, Writer out) throws IOException {
        out.write("<section>\n");
        String list = "";
        for (Page.Block block : page.blocks()) {
            String wanted = block instanceof Page.Check
                    ? "<ul class=\"check\">\n"
                    : block instanceof Page.Quote || block instanceof Page.Item ? "<ul>\n" : "";
            if (!wanted.equals(list)) {
                out.write((list.isEmpty() ? "" : "</ul>\n") + wanted);
                list = wanted;
            }
            out.write(html(block));
        }
        out.write((list.isEmpty() ? "" : "</ul>\n") + "</section>\n");
    }

    private static String html(Page.Block block) {
        if (block instanceof Page.Heading heading) {
            String tag = "h" + heading.level() + ">";
            return "<" + tag + escaped(SafeText.oneLine(heading.text())) + "</" + tag + "\n";
        }
        if (block instanceof Page.Verdict verdict) {
            return "<p class=\"" + mark(verdict.tone()) + "\"><strong>" + escaped(verdict.word()) + "</strong> "
                    + escaped(SafeText.oneLine(verdict.text())) + "</p>\n";
        }
        if (block instanceof Page.Check check) {
            return "<li>☐ " + escaped(SafeText.oneLine(check.text())) + "</li>\n";
        }
        if (block instanceof Page.Item item) {
            return "<li>" + escaped(SafeText.oneLine(item.text())) + "</li>\n";
        }
        if (block instanceof Page.Quote quote) {
            StringBuilder html = new StringBuilder("<li><span class=\"place\">" + escaped(quote.place())
                    + "</span><blockquote>" + escaped(SafeText.oneLine(quote.text(), QUOTE_COLUMNS)) + "</blockquote>");
            quote.remarks().forEach(remark -> html.append(escaped(SafeText.oneLine(remark))));
            return html.append("</li>\n").toString();
        }
        return "<p>" + escaped(SafeText.oneLine(((Page.Paragraph) block).text())) + "</p>\n";
    }

    private static String mark(Page.Tone tone) {
        return switch (tone) {
            case GOOD -> "good";
            case DUTY -> "duty";
            case OPEN -> "open";
            case BAD -> "bad";
        };
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
