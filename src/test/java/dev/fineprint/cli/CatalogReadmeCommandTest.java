// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.CatalogReadme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the catalog's README shows does what it says. */
class CatalogReadmeCommandTest {

    private static final Pattern COMMAND = Pattern.compile(" {4}java -jar target/fineprint\\.jar (patterns .*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        assertThat(CatalogReadme.unpack(folder)).hasSize(5);
    }

    @Test
    void the_examples_shown_come_out_as_marked() {
        CommandRun run = CommandRun.of("patterns", "check", folder.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo("3 patterns, 7 examples, no faults.");
    }

    @Test
    void the_commands_shown_run() throws IOException {
        Matcher commands = COMMAND.matcher(CatalogReadme.text());
        int count = 0;
        while (commands.find()) {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(commands.group(1).replace("house-patterns", folder.toString()));
            while (word.find()) {
                words.add(word.group(1) != null ? word.group(1) : word.group(2));
            }
            CommandRun run = CommandRun.of(words.toArray(new String[0]));
            assertThat(run.status()).as(commands.group()).isEqualTo(ExitStatus.DONE);
            assertThat(run.out()).as(commands.group()).contains(count == 0 ? "no faults" : "no-fortune-telling");
            count++;
        }
        assertThat(count).isEqualTo(2);
    }
}
