// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.archive.ArchiveException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private static Map<String, String> read(Path file, ArchiveLimits limits) throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        try (ArchiveReader archive = ArchiveReader.open(file, limits)) {
            while (archive.next()) {
                read.put(archive.path(), new String(archive.content().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return read;
    }

    private static Map<String, String> three() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("b/LICENSE", "one");
        texts.put("a.txt", "two");
        texts.put("a..b/" + "long/".repeat(40) + "c.txt", "three");
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.JAR", "a.tar", "a.tar.gz", "a.tgz"})
    void readsEveryKindInItsOwnOrder(String name) throws IOException {
        Path file = folder.resolve(name);
        boolean zip = name.endsWith(".zip") || name.endsWith(".JAR");
        Path written = zip ? Archives.zip(file, three()) : Archives.tar(file, three());
        assertThat(read(written, ArchiveLimits.usual())).containsExactlyEntriesOf(three());
        assertThat(ArchiveReader.isArchive(name)).isTrue();
        assertThat(ArchiveReader.stem(name)).isEqualTo("a");
    }

    @Test
    void aFileThatIsNotReadToItsEndIsSkipped() throws IOException {
        Map<String, String> texts = Map.of("a", "x".repeat(100_000));
        Path file = folder.resolve("a.tar");
        try (TarArchiveOutputStream tar = Archives.tar(file)) {
            Archives.put(tar, "a", texts.get("a"));
            Archives.put(tar, "b", "behind");
        }
        try (ArchiveReader archive = ArchiveReader.open(file, ArchiveLimits.usual())) {
            assertThat(archive.next()).isTrue();
            assertThat(archive.content().readNBytes(3)).hasSize(3);
            assertThat(archive.next()).isTrue();
            assertThat(archive.content().readAllBytes()).asString().isEqualTo("behind");
            assertThat(archive.next()).isFalse();
        }
    }

    @Test
    void linksDevicesAndPathsThatLeadOutArePassedOver() throws IOException {
        Path file = folder.resolve("a.tar.gz");
        try (TarArchiveOutputStream tar = Archives.tar(file)) {
            for (String path : List.of("../up", "a/../../up", "/top", "C:\\windows", "..\\up", "a/..")) {
                Archives.put(tar, path, "stray");
            }
            TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            for (byte special : new byte[] {TarConstants.LF_FIFO, TarConstants.LF_CHR, TarConstants.LF_BLK}) {
                tar.putArchiveEntry(new TarArchiveEntry("special/LICENSE", special));
                tar.closeArchiveEntry();
            }
            Archives.put(tar, "a/./LICENSE", "inside");
        }
        try (ArchiveReader archive = ArchiveReader.open(file, ArchiveLimits.usual())) {
            assertThat(archive.next()).isTrue();
            assertThat(archive.path()).isEqualTo("a/./LICENSE");
            assertThat(archive.next()).isFalse();
            assertThat(archive.strays()).isEqualTo(10);
        }
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedWhereItIsSkippedToo() throws IOException {
        for (String name : List.of("bomb.zip", "bomb.tgz")) {
            Map<String, String> texts = Map.of("LICENSE", "\0".repeat(9_000_000));
            Path file = folder.resolve(name);
            Path written = name.endsWith("zip") ? Archives.zip(file, texts) : Archives.tar(file, texts);
            assertThatThrownBy(() -> read(written, ArchiveLimits.usual()))
                    .isInstanceOfSatisfying(
                            ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_DENSE));
            assertThat(read(written, new ArchiveLimits(10, 2000, 0))).hasSize(1);
        }
        try (ArchiveReader archive = ArchiveReader.open(folder.resolve("bomb.tgz"), ArchiveLimits.usual())) {
            archive.next();
            assertThatThrownBy(archive::next).isInstanceOf(ArchiveException.class);
        }
    }

    /** A reader keeps the name of a file in memory, however long it claims to be. */
    @Test
    void aNameOfAHundredMegabytesIsRefusedBeforeItIsInMemory() throws IOException {
        for (byte kind : new byte[] {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC}) {
            Path file = folder.resolve("names-" + kind + ".tar");
            byte[] name = new byte[100_000_000];
            Arrays.fill(name, (byte) 'x');
            byte[] record = "100000000 path=".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(record, 0, name, 0, kind == TarConstants.LF_GNUTYPE_LONGNAME ? 0 : record.length);
            name[name.length - 1] = '\n';
            try (TarArchiveOutputStream tar = Archives.tar(file)) {
                TarArchiveEntry entry = new TarArchiveEntry("x", kind);
                entry.setSize(name.length);
                tar.putArchiveEntry(entry);
                tar.write(name);
                tar.closeArchiveEntry();
                Archives.put(tar, "LICENSE", "text");
            }
            assertThatThrownBy(() -> read(file, ArchiveLimits.usual()))
                    .isInstanceOfSatisfying(
                            ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE_A_LIST));
        }
    }

    @Test
    void aListOfHundredsOfMegabytesIsRefusedBeforeItIsInMemory() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), three());
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 22 + 12, 500_000_000);
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file, ArchiveLimits.usual()))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE_A_LIST));
    }

    @Test
    void moreEntriesThanTheLimitAreNotLookedAt() throws IOException {
        Path file = Archives.tar(folder.resolve("a.tar"), three());
        try (ArchiveReader archive =
                ArchiveReader.open(file, ArchiveLimits.usual().entries(2))) {
            assertThat(archive.next()).isTrue();
            assertThat(archive.next()).isTrue();
            assertThat(archive.isCut()).isFalse();
            assertThat(archive.next()).isFalse();
            assertThat(archive.isCut()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.jar", "a.tar.gz", "a.tgz", "a.tar"})
    void whatIsNoArchiveOrBreaksOffIsBroken(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "no archive, whatever its name says. ".repeat(100));
        assertThatThrownBy(() -> read(file, ArchiveLimits.usual())).isInstanceOf(ArchiveException.class);
        boolean zip = name.equals("a.zip") || name.equals("a.jar");
        Path whole = zip ? Archives.zip(file, three()) : Archives.tar(file, three());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(file, Arrays.copyOf(bytes, zip || !name.equals("a.tar") ? bytes.length / 2 : 600));
        assertThatThrownBy(() -> read(file, ArchiveLimits.usual()))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));
    }

    @Test
    void gzipThatHoldsNoTarIsBroken() throws IOException {
        Path file = folder.resolve("a.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("no tar. ".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        }
        assertThatThrownBy(() -> read(file, ArchiveLimits.usual())).isInstanceOf(ArchiveException.class);
    }

    @Test
    void aFileThatIsMissingIsMissing() {
        assertThatThrownBy(() -> read(folder.resolve("gone.zip"), ArchiveLimits.usual()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void limitsMakeSense() {
        assertThatThrownBy(() -> new ArchiveLimits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArchiveLimits(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArchiveLimits(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
