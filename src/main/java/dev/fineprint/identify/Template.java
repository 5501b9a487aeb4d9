// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A licence ready to be laid beside a text: its words, and which of them may be missing, replaced or added to. */
final class Template {
    final int size;
    /** The words, as numbers. */
    final long[] hash;
    /** What is known of each word, as in {@link Words#flags}. */
    final byte[] flags;

    /** The letters of each word, as in {@link Words#letters} and {@link Words#value}. */
    final byte[] letters;

    final long[] value;

    private final String plain;
    private final int[] start;
    private final int[] end;
    /** Whether a word stands in an optional part. */
    final boolean[] optional;
    /** The pattern of the replaceable part that may take in words before word i, or null. */
    private final short[] gapPattern;
    /** Which words belong to a replaceable part: its number, or -1. */
    final short[] variable;

    private final int[] variableStart;
    private final int[] variableEnd;
    private final MatchPattern[] patterns;
    /** How many words can neither be missing nor be replaced. */
    final int required;

    private Template(
            Words words,
            boolean[] optional,
            short[] gapPattern,
            short[] variable,
            int[] variableStart,
            int[] variableEnd,
            MatchPattern[] patterns) {
        this.size = words.size;
        this.hash = words.hash;
        this.flags = words.flags;
        this.letters = Arrays.copyOf(words.letters, size);
        this.value = Arrays.copyOf(words.value, size);
        this.plain = words.text.original();
        this.start = Arrays.copyOf(words.start, size);
        this.end = Arrays.copyOf(words.end, size);
        this.optional = optional;
        this.gapPattern = gapPattern;
        this.variable = variable;
        this.variableStart = variableStart;
        this.variableEnd = variableEnd;
        this.patterns = patterns;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!mayBeMissing(i)) {
                count++;
            }
        }
        this.required = count;
    }

    static Template compile(SpdxTemplate source) {
        Words words = Words.of(LicenseText.of("", source.plain()));
        boolean[] optional = new boolean[words.size];
        short[] variable = new short[words.size];
        short[] gapPattern = new short[words.size + 1];
        Arrays.fill(variable, (short) -1);
        Arrays.fill(gapPattern, (short) -1);
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<MatchPattern> patterns = new ArrayList<>();
        Map<String, MatchPattern> known = new HashMap<>();
        for (SpdxTemplate.Part part : source.parts()) {
            int from = firstEndingAfter(words, part.start());
            int to = from;
            while (to < words.size && words.start[to] < part.end()) {
                to++;
            }
            if (part.optional()) {
                Arrays.fill(optional, from, to, true);
            } else {
                short number = (short) patterns.size();
                patterns.add(known.computeIfAbsent(part.match(), MatchPattern::parse));
                starts.add(from);
                ends.add(to);
                Arrays.fill(variable, from, to, number);
                Arrays.fill(gapPattern, from, to + 1, number);
            }
        }
        return new Template(
                words,
                optional,
                gapPattern,
                variable,
                starts.stream().mapToInt(Integer::intValue).toArray(),
                ends.stream().mapToInt(Integer::intValue).toArray(),
                patterns.toArray(MatchPattern[]::new));
    }

    private static int firstEndingAfter(Words words, int offset) {
        int low = 0;
        int high = words.size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (words.end[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether the guidelines allow word {@code i} to be missing. */
    boolean mayBeMissing(int i) {
        return optional[i] || variable[i] >= 0 || flags[i] != 0;
    }

    /** The replaceable part that touches the place before word {@code i}, or -1. */
    int variableAt(int i) {
        return gapPattern[i];
    }

    /** How many replaceable parts there are. */
    int variables() {
        return patterns.length;
    }

    int variableStart(int number) {
        return variableStart[number];
    }

    int variableEnd(int number) {
        return variableEnd[number];
    }

    MatchPattern pattern(int number) {
        return patterns[number];
    }

    /** The words {@code from} to {@code to}, which are at least one, as the licence writes them. */
    String quote(int from, int to) {
        return plain.substring(start[from], end[to - 1]);
    }

    /** A number for everything that counts in a comparison: equal for licences with the very same words. */
    String signature() {
        StringBuilder s = new StringBuilder(size * 20);
        for (int i = 0; i < size; i++) {
            s.append(Long.toHexString(hash[i])).append(optional[i] ? '?' : ' ');
        }
        return s.toString();
    }
}
