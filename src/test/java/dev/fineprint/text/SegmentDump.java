// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints the clauses of the files named on the command line, or their spans alone, for a developer's eye. */
public final class SegmentDump {
    private SegmentDump() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Segmenter segmenter = Segmenter.create();
        boolean spans = args.length > 0 && args[0].equals("--spans");
        for (String arg : args) {
            if (arg.equals("--spans")) {
                continue;
            }
            LicenseText text = LicenseText.read(Path.of(arg));
            Segmentation found = segmenter.segment(text);
            if (spans) {
                found.clauses().forEach(clause -> out.println(clause.start() + " " + clause.end()));
                continue;
            }
            out.println("==== " + text);
            for (Section section : found.sections()) {
                out.println(section);
            }
            for (Clause clause : found.clauses()) {
                out.printf(
                        "%4d %-8s s%d l%d %s%s %s  %s%n",
                        clause.index(),
                        clause.type(),
                        clause.section(),
                        clause.level(),
                        clause.language().code(),
                        clause.continuation() ? "+" : "",
                        clause.leadIns(),
                        text.original()
                                .substring(clause.start(), clause.end())
                                .replace("\r", "\\r")
                                .replace("\n", "\\n"));
            }
        }
    }
}
