// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.google.common.hash.Hashing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder of {@code --out}. A report appears there whole or not at all: not even a draft of it is left behind when the
 * process is asked to end; one that is killed leaves at most its draft.
 */
final class OutputFolder {
    /** File systems take 255 bytes; the extension and what a draft adds come on top. */
    private static final int LONGEST_STEP = 180;

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

    /**
     * Where the report of a text goes: one that was named itself by its name without the last extension, any other by all
     * its steps, which are whole names.
     */
    Path target(List<String> steps) {
        if (steps.size() == 1) {
            return target(steps.get(0));
        }
        Path target = folder;
        for (String step : steps.subList(0, steps.size() - 1)) {
            target = target.resolve(safe(step));
        }
        return target.resolve(safe(steps.get(steps.size() - 1)) + "." + extension);
    }

    /** A step of a path that names a file on every system, and never one outside the folder. */
    private static String safe(String step) {
        StringBuilder safe = new StringBuilder();
        step.codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || "._-+@=,() ".indexOf(c) >= 0;
            boolean alone = c == '.' && safe.length() == 0; // no hidden files, no way up
            if (plain && !alone) {
                safe.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    safe.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
        });
        byte[] bytes = safe.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return "%";
        }
        if (bytes.length <= LONGEST_STEP) {
            return safe.toString();
        }
        String hash = Hashing.sha256().hashString(step, StandardCharsets.UTF_8).toString();
        int end = Math.min(safe.length(), LONGEST_STEP / 6);
        return safe.substring(0, safe.offsetByCodePoints(0, safe.codePointCount(0, end))) + "~" + hash;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A file's path in the folder, with slashes. */
    String nameOf(Path target) {
        return folder.relativize(target).toString().replace('\\', '/');
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
        write(target, folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp"), content);
    }

    /** Writes by way of a draft, whose name is not taken by anything else. */
    void write(Path target, Path draft, Content content) throws IOException {
        Files.createDirectories(
                Objects.requireNonNull(target.toAbsolutePath().getParent(), "a report lies in a folder"));
        Ending ending = new Ending(draft);
        ending.begin();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                content.writeTo(out);
            }
            ending.move(target);
        } finally {
            Files.deleteIfExists(draft);
            ending.end();
        }
    }

    /** Deletes a draft when the process is asked to end while it is being written. */
    private static final class Ending extends Thread {
        private final Path draft;

        /** Not the thread's own monitor: whoever waits for its end needs that one. */
        private final Object turn = new Object();

        private boolean over;

        Ending(Path draft) {
            super("fineprint-draft");
            this.draft = draft;
        }

        void begin() {
            try {
                Runtime.getRuntime().addShutdownHook(this);
            } catch (IllegalStateException e) { // the process ends: nothing is begun any more
                rest();
            }
        }

        void move(Path target) throws IOException {
            synchronized (turn) {
                if (!over) {
                    GrowingLines.move(draft, target);
                    return;
                }
            }
            rest();
        }

        void end() {
            try {
                Runtime.getRuntime().removeShutdownHook(this);
            } catch (IllegalStateException e) {
                rest();
            }
        }

        private static void rest() {
            while (true) {
                LockSupport.park();
            }
        }

        @Override
        public void run() {
            try {
                synchronized (turn) {
                    over = true;
                    Files.deleteIfExists(draft);
                }
            } catch (IOException e) {
                // it stays; there is nobody to tell
            }
        }
    }
}
