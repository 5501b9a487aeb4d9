// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Times normalising and segmenting all files of a folder, for a developer's eye. */
public final class SegmentBench {
    private SegmentBench() {}

    public static void main(String[] args) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                texts.add(LicenseText.read(file).original());
            }
        }
        Segmenter segmenter = Segmenter.create();
        long chars = texts.stream().mapToLong(String::length).sum();
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            List<LicenseText> read = new ArrayList<>();
            for (String text : texts) {
                read.add(LicenseText.of("x", text));
            }
            long middle = System.nanoTime();
            long clauses = 0;
            for (LicenseText text : read) {
                clauses += segmenter.segment(text).clauses().size();
            }
            long end = System.nanoTime();
            System.out.printf(
                    "%d texts, %d chars, %d clauses: reading %.1f MB/s, segmenting %.1f MB/s%n",
                    texts.size(), chars, clauses, chars * 1e3 / (middle - start), chars * 1e3 / (end - middle));
        }
    }
}
