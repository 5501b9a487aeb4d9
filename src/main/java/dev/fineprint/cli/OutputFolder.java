// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** The folder of {@code --out}. A report appears there whole or not at all. */
final class OutputFolder {
    private final Path folder;
    private final String extension;

    OutputFolder(Path folder, String extension) {
        this.folder = folder;
        this.extension = extension;
    }

    /** Writes a document. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void create() throws IOException {
        Files.createDirectories(folder);
    }

    Path target(String argument) {
        return file(Inputs.stem(argument) + "." + extension);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Whether a report would overwrite one of the texts. */
    boolean isInput(Path target, List<String> inputs) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        for (String input : inputs) {
            if (!input.equals(Inputs.STANDARD_INPUT)
                    && Files.exists(Path.of(input))
                    && Files.isSameFile(target, Path.of(input))) {
                return true;
            }
        }
        return false;
    }

    void write(Path target, Content content) throws IOException {
        Path draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(out);
            }
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
