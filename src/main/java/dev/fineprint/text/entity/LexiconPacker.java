// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs the {@link Lexicon}, names of countries out of the JDK's tables included. Runs in the build; it is not in the jar. */
public final class LexiconPacker {
    private LexiconPacker() {}

    /**
     * Writes the resource.
     *
     * @param args the folder of the compiled classes, or another one that will be on the class path
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: LexiconPacker OUTPUT-DIRECTORY");
        }
        Path folder = Files.createDirectories(Path.of(args[0]).resolve("dev/fineprint/text/entity"));
        Files.write(folder.resolve(Lexicon.RESOURCE), new Lexicon().pack());
    }
}
