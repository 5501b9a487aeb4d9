// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.bulk.FileRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a command line names, so that no report overwrites it. */
final class NamedInputs {
    private final Set<Path> files = new HashSet<>();
    private final List<Path> folders = new ArrayList<>();
    private final FileRule rule;

    NamedInputs(List<String> arguments, FileRule rule) {
        this.rule = rule;
        for (String argument : arguments) {
            try {
                if (!argument.equals(Inputs.STANDARD_INPUT)) {
                    Path real = Path.of(argument).toRealPath();
                    if (Files.isDirectory(real)) {
                        folders.add(real);
                    } else {
                        files.add(real);
                    }
                }
            } catch (IOException | InvalidPathException e) {
                // not there, and so not in the way
            }
        }
    }

    /** Whether a file that would be written is one of the texts or of the archives. */
    boolean contains(Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        Path real = target.toRealPath();
        return files.contains(real) || folders.stream().anyMatch(folder -> isTextOf(folder, real));
    }

    private boolean isTextOf(Path folder, Path file) {
        if (!file.startsWith(folder)
                || !rule.accepts(folder.relativize(file).toString().replace('\\', '/'))) {
            return false;
        }
        for (Path above = file.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            if (rule.leavesOut(above)) {
                return false;
            }
        }
        return true;
    }
}
