// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** What others need for a part of the work, on the same text in the same run. */
final class Yardsticks {
    private Yardsticks() {}

    /** Cuts a text into words as Lucene does; returns how many. */
    static int luceneTokens(StandardAnalyzer analyzer, String content) throws IOException {
        int words = 0;
        try (TokenStream tokens = analyzer.tokenStream("text", content)) {
            tokens.reset();
            while (tokens.incrementToken()) {
                words++;
            }
            tokens.end();
        }
        return words;
    }
}
