// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.osi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs the {@link Precedents}. Runs in the build; it is not in the jar. */
public final class PrecedentsPacker {
    private PrecedentsPacker() {}

    /**
     * Writes the resource.
     *
     * @param args the folder of the compiled classes, or another one that will be on the class path
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: PrecedentsPacker OUTPUT-DIRECTORY");
        }
        Path folder = Files.createDirectories(Path.of(args[0]).resolve("dev/fineprint/osi"));
        Files.write(folder.resolve(Precedents.PACKED), Precedents.counted().pack());
    }
}
