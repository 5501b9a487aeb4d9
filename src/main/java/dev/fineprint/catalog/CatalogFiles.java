// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files of a catalog: from a folder or from the class path, in the order of their paths, and bounded. */
final class CatalogFiles {

    private static final int MAX_FILES = 5_000;
    private static final int MAX_FILE_BYTES = 1 << 20;
    private static final long MAX_BYTES = 8L << 20;
    private static final int MAX_DEPTH = 8;
    private static final int VERSION_LENGTH = 12;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int END = 0xFFFF;
    private static final String BUNDLED = "clause-patterns/";

    private CatalogFiles() {}

    /**
     * One file.
     *
     * @param path the path below the catalog's folder, with slashes
     * @param shown the path as messages show it
     * @param content the decoded text
     */
    record CatalogFile(String path, String shown, String content) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Whether a catalog is packed beside these classes. */
    static boolean isBundled() {
        return CatalogFiles.class.getResource(BUNDLED + "index") != null;
    }

    /** The files that the index of the packed catalog lists. */
    static List<CatalogFile> bundled(Problems problems) {
        List<CatalogFile> files = new ArrayList<>();
        for (String path : new String(resource("index", problems), StandardCharsets.UTF_8).split("\\R")) {
            if (!path.isBlank()) {
                decode(path.strip(), BUNDLED + path.strip(), resource(path.strip(), problems), problems, files);
            }
        }
        files.sort(Comparator.comparing(CatalogFile::path));
        return files;
    }

    private static byte[] resource(String path, Problems problems) {
        try (InputStream in = CatalogFiles.class.getResourceAsStream(BUNDLED + path)) {
            if (in != null) {
                return in.readAllBytes();
            }
            problems.add(problem(
                    BUNDLED + path, "the index lists a file that is not there", path, "", "build the library anew"));
        } catch (IOException e) {
            problems.add(problem(
                    BUNDLED + path,
                    "the file cannot be read",
                    String.valueOf(e.getMessage()),
                    "",
                    "build the library anew"));
        }
        return new byte[0];
    }

    /** The YAML files below a folder; hidden ones and other names are left alone. */
    static List<CatalogFile> below(Path folder, Problems problems) {
        List<CatalogFile> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            problems.add(problem(folder.toString(), "no folder", "", "the folder of a catalog", "check the path"));
            return files;
        }
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
            walk.filter(Files::isRegularFile)
                    .filter(path -> isYaml(folder.relativize(path)))
                    .limit(MAX_FILES + 1L)
                    .forEach(paths::add);
        } catch (IOException | UncheckedIOException e) {
            problems.add(problem(
                    folder.toString(), "the folder cannot be read", String.valueOf(e.getMessage()), "", "check it"));
            return files;
        }
        if (paths.size() > MAX_FILES) {
            problems.add(problem(
                    folder.toString(),
                    "too many files",
                    "",
                    "at most " + MAX_FILES,
                    "is this the folder of a catalog?"));
            return files;
        }
        long total = 0;
        for (Path path : paths) {
            String relative = relative(folder, path);
            String shown = path.toString();
            try {
                long size = Files.size(path);
                total += size;
                if (size > MAX_FILE_BYTES) {
                    problems.add(problem(
                            shown, "the file is too large", size + " bytes", "at most " + MAX_FILE_BYTES, "split it"));
                } else if (total > MAX_BYTES) {
                    problems.add(problem(
                            folder.toString(),
                            "the files are too large",
                            total + " bytes",
                            "at most " + MAX_BYTES,
                            "is this the folder of a catalog?"));
                    return List.of();
                } else {
                    decode(relative, shown, Files.readAllBytes(path), problems, files);
                }
            } catch (IOException e) {
                problems.add(problem(
                        shown, "the file cannot be read", String.valueOf(e.getMessage()), "", "check its rights"));
            }
        }
        files.sort(Comparator.comparing(CatalogFile::path));
        return files;
    }

    private static boolean isYaml(Path relative) {
        for (Path step : relative) {
            if (step.toString().startsWith(".")) {
                return false;
            }
        }
        String name = relative.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String relative(Path folder, Path path) {
        List<String> steps = new ArrayList<>();
        folder.relativize(path).forEach(step -> steps.add(step.toString()));
        return String.join("/", steps);
    }

    private static void decode(String path, String shown, byte[] bytes, Problems problems, List<CatalogFile> files) {
        try {
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            files.add(new CatalogFile(path, shown, content));
        } catch (CharacterCodingException e) {
            problems.add(problem(shown, "the file is not UTF-8", "", "text in UTF-8", "convert it"));
        }
    }

    /** A short hash over all paths and contents; line endings make no difference. */
    static String version(List<CatalogFile> files) {
        long hash = FNV_OFFSET;
        for (CatalogFile file : files) {
            hash = hash(hash(hash, file.path()), file.content());
        }
        return shown(hash);
    }

    /** The version of two catalogs together. */
    static String version(String first, String second) {
        return shown(hash(hash(FNV_OFFSET, first), second));
    }

    /** FNV-1a over UTF-16 units: it guards against mistakes, not against malice, and costs no start-up time. */
    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\r') {
                hash = (hash ^ c) * FNV_PRIME;
            }
        }
        return (hash ^ END) * FNV_PRIME;
    }

    private static String shown(long hash) {
        return Long.toHexString(hash | Long.MIN_VALUE).substring(16 - VERSION_LENGTH);
    }

    private static CatalogProblem problem(String file, String what, String value, String expected, String advice) {
        return new CatalogProblem(new SourceRef(file, 1, 1), what, value, expected, advice);
    }
}
