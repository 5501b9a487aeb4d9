// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.osi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.pack.PackReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedentsPackTest {
    @Test
    void theBuildPacksWhatWasCounted(@TempDir Path folder) throws IOException {
        PrecedentsPacker.main(new String[] {folder.toString()});
        byte[] pack = Files.readAllBytes(folder.resolve("dev/fineprint/osi").resolve(Precedents.PACKED));
        Precedents counted = Precedents.counted();
        Precedents read = Precedents.read(PackReader.of(Precedents.PACKED, pack, Precedents.MAGIC));
        assertThat(read.licences()).isPositive().isEqualTo(counted.licences());
        for (ClauseKind kind : PatternCatalog.bundled().kinds()) {
            assertThat(read.count(kind.id())).isPresent().isEqualTo(counted.count(kind.id()));
            assertThat(read.which(kind.id())).isEqualTo(counted.which(kind.id()));
        }
        assertThat(read.count("no.such")).isEmpty();
        assertThat(read.pack()).isEqualTo(pack);
    }
}
