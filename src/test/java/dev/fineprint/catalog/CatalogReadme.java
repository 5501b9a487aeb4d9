// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README of the catalog shows. */
public final class CatalogReadme {

    private static final Path FILE = Path.of("clause-patterns", "README.md");
    private static final Pattern BLOCK =
            Pattern.compile("( *)```yaml\n *# (\\S+\\.yaml)\n(.*?)\n *```", Pattern.DOTALL);

    private CatalogReadme() {}

    /** The whole text. */
    public static String text() throws IOException {
        return Files.readString(FILE);
    }

    /** Writes the files that it shows into a folder, and answers with their paths. */
    public static List<String> unpack(Path folder) throws IOException {
        List<String> paths = new ArrayList<>();
        Matcher block = BLOCK.matcher(text());
        while (block.find()) {
            paths.add(block.group(2));
            String content = ("\n" + block.group(3)).replace("\n" + block.group(1), "\n");
            TestCatalogs.write(folder, block.group(2), content);
        }
        return paths;
    }
}
