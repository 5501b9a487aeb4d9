// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The catalogs among the test resources, and small ones written on the spot. */
final class TestCatalogs {

    private TestCatalogs() {}

    /** A folder beside this class: {@code small}, {@code house}, {@code broken}, {@code unreadable}. */
    static Path folder(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(TestCatalogs.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static PatternCatalog small() {
        return PatternCatalog.load(folder("small"));
    }

    /** Writes a file, and the folders above it. */
    static void write(Path folder, String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What loading a folder complains about, with paths below the folder. */
    static List<String> problemsOf(Path folder) {
        return problems(folder, () -> PatternCatalog.load(folder));
    }

    /** What adding a folder to the small catalog complains about, with paths below the folder. */
    static List<String> problemsOfAdding(Path folder) {
        PatternCatalog small = small();
        return problems(folder, () -> small.plus(folder));
    }

    private static List<String> problems(Path folder, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        CatalogException e = catchThrowableOfType(CatalogException.class, call);
        if (e == null) {
            return List.of();
        }
        String root = folder + folder.getFileSystem().getSeparator();
        return e.problems().stream()
                .map(problem -> problem.toString().replace(root, ""))
                .toList();
    }
}
