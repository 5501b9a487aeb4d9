// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.archive.ArchiveLimits;
import dev.fineprint.archive.ArchiveReader;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Says which files of a folder or an archive are texts. Immutable and thread-safe.
 *
 * <p>The usual rule goes by the name alone, in any letter case. A text is
 *
 * <ul>
 *   <li>a file that ends in {@code .txt}, {@code .text}, {@code .md}, {@code .markdown}, {@code .rst}, {@code .htm},
 *       {@code .html}, {@code .xhtml}, {@code .pdf}, {@code .docx}, {@code .rtf}, {@code .license} or {@code .licence};
 *   <li>a file whose name begins with LICENSE, LICENCE, UNLICENSE, COPYING, COPYRIGHT, NOTICE, PATENTS, EULA, TERMS or
 *       USE_POLICY, and has no ending or one that does not begin with a small letter, such as {@code COPYING.LESSER} or
 *       {@code LICENSE-2.0}, but not {@code license.py}.
 * </ul>
 *
 * <p>Files and folders whose names begin with a dot are never read, and links only where they lead to a file of the same
 * folder.
 */
public final class FileRule {
    private static final Set<String> ENDINGS = Set.of(
            "txt", "text", "md", "markdown", "rst", "htm", "html", "xhtml", "pdf", "docx", "rtf", "license", "licence");
    private static final List<String> BEGINNINGS = List.of(
            "license",
            "licence",
            "unlicense",
            "copying",
            "copyright",
            "notice",
            "patents",
            "eula",
            "terms",
            "use_policy",
            "use-policy");

    private final List<Glob> globs;
    private final Optional<Path> without;

    private FileRule(List<Glob> globs, Optional<Path> without) {
        this.globs = globs;
        this.without = without;
    }

    /** One pattern; without a slash it is about the name alone. */
    private record Glob(PathMatcher matcher, boolean nameAlone) {
        boolean matches(Path path) {
            return matcher.matches(nameAlone ? path.getFileName() : path);
        }
    }

    /** The usual rule. */
    public static FileRule usual() {
        return new FileRule(List.of(), Optional.empty());
    }

    /**
     * This rule, but for patterns that say which names are texts instead of the usual ones; any of them will do.
     *
     * @param patterns globs as of {@link java.nio.file.FileSystem#getPathMatcher}; one with a slash is held against the
     *     path below the folder or in the archive, one without against the name of the file
     * @throws IllegalArgumentException if there is none, or one cannot be read
     */
    public FileRule including(List<String> patterns) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("Name at least one pattern");
        }
        List<Glob> all = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                all.add(new Glob(FileSystems.getDefault().getPathMatcher("glob:" + pattern), !pattern.contains("/")));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(pattern + ": " + e.getDescription(), e);
            }
        }
        return new FileRule(List.copyOf(all), without);
    }

    /** This rule, but that nothing is read in a folder, such as the one that reports are written to. */
    public FileRule without(Path folder) {
        return new FileRule(globs, Optional.of(real(folder)));
    }

    /**
     * Whether a file is a text.
     *
     * @param path its path below the folder or in the archive, with {@code /} between the steps
     */
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith(".") || path.contains("/.")) {
            return false;
        }
        if (globs.isEmpty()) {
            return usual(name);
        }
        try {
            Path asPath = Path.of(path);
            return globs.stream().anyMatch(glob -> glob.matches(asPath));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean usual(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 ? name.substring(dot + 1) : "";
        if (ENDINGS.contains(ending.toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean format = !ending.isEmpty() && Character.isLowerCase(ending.charAt(0));
        String lower = name.toLowerCase(Locale.ROOT);
        return !format && !ArchiveReader.isArchive(name) && BEGINNINGS.stream().anyMatch(lower::startsWith);
    }

    /** Whether nothing is read in a folder, even if it lies in one that is read. */
    public boolean leavesOut(Path folder) {
        return without.isPresent() && real(folder).equals(without.get());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize(); // not there yet
        }
    }

    ArchiveLimits archives() {
        return ArchiveLimits.usual();
    }
}
