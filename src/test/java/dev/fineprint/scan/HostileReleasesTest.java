// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.scan.Observation.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases that mean harm: everything is bounded, refused clearly, and nothing throws. */
class HostileReleasesTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final ReleaseScanner SCANNER = ReleaseScanner.create(ANALYZER);

    @TempDir
    private Path folder = Path.of("");

    private ModelRelease scan() throws IOException {
        return Assertions.assertTimeout(Duration.ofSeconds(30), () -> SCANNER.scan(folder));
    }

    /** A GGUF header. */
    private static final class Gguf {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Gguf text(String magic) {
            bytes.writeBytes(magic.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Gguf four(int value) {
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Gguf eight(long value) {
            bytes.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
            return this;
        }

        Gguf string(String value) {
            return eight(value.getBytes(StandardCharsets.UTF_8).length).text(value);
        }
    }

    private ModelRelease scan(Gguf header) throws IOException {
        Files.write(folder.resolve("model.gguf"), header.bytes.toByteArray());
        return scan();
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Path secret = Files.writeString(outside.resolve("LICENSE"), "You must not use the Model for gambling.");
        Path release = Files.createDirectories(folder.resolve("release"));
        Files.createSymbolicLink(release.resolve("LICENSE"), secret);
        Files.createSymbolicLink(release.resolve("docs"), outside);
        Files.createSymbolicLink(release.resolve("loop"), release);
        Files.createSymbolicLink(release.resolve("nowhere"), Path.of("does-not-exist"));
        ModelRelease found = SCANNER.scan(release);
        assertThat(found.documents()).isEmpty();
        assertThat(found.notes()).hasSize(1);
        assertThat(found.notes().get(0).en()).startsWith("4 links lead out of the folder");
        Files.delete(secret);
        Files.delete(outside);
    }

    @Test
    void aLinkInsideTheFolderIsTheFile() throws IOException {
        Files.createDirectories(folder.resolve("blobs"));
        Files.writeString(folder.resolve("blobs/abc"), "You must not use the Model for gambling.");
        Files.createSymbolicLink(folder.resolve("LICENSE"), Path.of("blobs/abc"));
        assertThat(scan().documents(Role.LICENSE)).hasSize(1);
    }

    @Test
    void aBombOfYamlIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        Files.writeString(folder.resolve("README.md"), bomb + "---\n# Bomb\n");
        ModelRelease release = scan();
        assertThat(release.card()).isEmpty();
        assertThat(release.notes()).anyMatch(note -> note.en().contains("front matter cannot be read"));
        assertThat(release.observations()).noneMatch(one -> one.topic() == Topic.NO_LICENSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n",
                "---\n---\n",
                "---\nlicense: [[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n---\n",
                "---\n\t: x\n---\n",
                "---\nlicense: {a: b}\n---\nText.",
                "---\njust text\n---\nText."
            })
    void frontMatterOfAnyShapeIsReadOrRefused(String card) throws IOException {
        Files.writeString(folder.resolve("README.md"), card);
        ModelRelease release = scan();
        assertThat(release.card().map(ModelCard::licenses))
                .satisfiesAnyOf(
                        card1 -> assertThat(card1).isEmpty(),
                        card2 -> assertThat(card2.orElseThrow()).isEmpty());
    }

    @Test
    void endlessFrontMatterIsNone() throws IOException {
        Files.writeString(folder.resolve("README.md"), "---\n" + "key: value # and on\n".repeat(50_000));
        ModelRelease release = scan();
        assertThat(release.card()).isEmpty();
        assertThat(release.notes()).anyMatch(note -> note.en().contains("longer than"));
    }

    @Test
    void aHeaderThatClaimsABillionFieldsIsRefused() throws IOException {
        ModelRelease release = scan(new Gguf().text("GGUF").four(3).eight(0).eight(1_000_000_000L));
        assertThat(release.notes()).hasSize(1);
        assertThat(release.notes().get(0).en()).contains("claims 1000000000 fields");
        assertThat(release.documents(Role.WEIGHTS).get(0).problem()).isPresent();
    }

    @Test
    void aHeaderThatClaimsEndlessTextsIsRefused() throws IOException {
        assertThat(scan(new Gguf().text("GGUF").four(3).eight(0).eight(1).eight(Long.MAX_VALUE))
                        .notes())
                .hasSize(1);
        assertThat(scan(new Gguf().text("GGUF").four(3).eight(0).eight(1).eight(-1))
                        .notes())
                .hasSize(1);
        assertThat(scan(new Gguf().text("GGUF").four(3).eight(0).eight(-5)).notes())
                .hasSize(1);
    }

    @Test
    void endlessAndNestedArraysAreRefused() throws IOException {
        Gguf endless = new Gguf()
                .text("GGUF")
                .four(3)
                .eight(0)
                .eight(1)
                .string("x")
                .four(9)
                .four(8)
                .eight(30_000_000);
        assertThat(scan(endless).notes()).hasSize(1);
        Gguf nested =
                new Gguf().text("GGUF").four(3).eight(0).eight(1).string("x").four(9);
        for (int i = 0; i < 50; i++) {
            nested.four(9).eight(1);
        }
        assertThat(scan(nested).notes()).hasSize(1);
        assertThat(scan(new Gguf()
                                .text("GGUF")
                                .four(3)
                                .eight(0)
                                .eight(1)
                                .string("x")
                                .four(99))
                        .notes())
                .anyMatch(note -> note.en().contains("unknown type 99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GG", "GGUF", "ZIPP and more", "GGUF\u0009\u0000\u0000\u0000and so on"})
    void whatIsNoHeaderIsRefused(String bytes) throws IOException {
        Files.writeString(folder.resolve("model.gguf"), bytes, StandardCharsets.ISO_8859_1);
        assertThat(scan().notes()).hasSize(1);
    }

    @Test
    void aHeaderIsReadAsFarAsItMay() throws IOException {
        Gguf header = new Gguf().text("GGUF").four(3).eight(7).eight(3);
        header.string("tokens").four(9).four(4).eight(1000);
        for (int i = 0; i < 1000; i++) {
            header.four(i);
        }
        header.string("general.license").four(8).string("gemma");
        header.string("general.base_model.0.repo_url").four(8).string("https://huggingface.co/google/gemma-2b/");
        ModelRelease release = scan(header);
        assertThat(release.notes()).isEmpty();
        assertThat(release.fields()).extracting(HeaderField::value).contains("gemma");
        assertThat(release.lineage()).extracting(Ancestor::id).containsExactly("google/gemma-2b");
    }

    @Test
    void safetensorsThatClaimTooMuchOrHoldNoJsonAreRefused() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(file, new Gguf().eight(Long.MAX_VALUE).bytes.toByteArray());
        assertThat(scan().notes()).anyMatch(note -> note.en().contains("claims a length"));
        Files.write(file, new Gguf().eight(5).text("[1,2]").bytes.toByteArray());
        assertThat(scan().notes()).hasSize(1);
        String deep = "{\"__metadata__\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001);
        Files.write(file, new Gguf().eight(deep.length()).text(deep).bytes.toByteArray());
        assertThat(scan().notes()).hasSize(1);
        Files.writeString(folder.resolve("config.json"), "[".repeat(100_000));
        assertThat(scan().notes()).hasSize(2);
    }

    @Test
    void moreFilesThanAreKeptAreBoundedAndTheLicenceIsFoundAmongThem() throws IOException {
        for (int i = 0; i < 2_100; i++) {
            Files.createFile(folder.resolve("shard-" + i + ".txt"));
        }
        Files.writeString(folder.resolve("LICENSE"), "You must not use the Model for gambling.");
        ScanLimits few = new ScanLimits(2_000, 8, 64, 4 << 20, 32 << 20, 64);
        ModelRelease release = ReleaseScanner.create(ANALYZER, few).scan(folder);
        assertThat(release.documents()).extracting(ReleaseDocument::path).containsExactly("LICENSE");
        assertThat(release.others()).isBetween(1_999, 2_000);
        assertThat(release.notes()).anyMatch(note -> note.en().startsWith("More than 2,000 files"));
    }

    @Test
    void anArchiveOfAHundredThousandFilesIsCut() throws IOException {
        Path zip = folder.resolve("many.zip");
        try (ZipOutputStream out = zip(zip)) {
            put(out, "LICENSE", "You must not use the Model for gambling.".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100_000; i++) {
                put(out, "part/shard-" + i + ".txt", new byte[0]);
            }
        }
        ScanLimits few = new ScanLimits(1000, 8, 64, 4 << 20, 32 << 20, 64);
        ModelRelease release = Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> ReleaseScanner.create(ANALYZER, few).scan(zip));
        assertThat(release.documents(Role.LICENSE)).hasSize(1);
        assertThat(release.others()).isLessThanOrEqualTo(1000);
        assertThat(release.notes()).anyMatch(note -> note.en().startsWith("More than 1,000 files"));
    }

    @Test
    void moreThanTheLimitIsNotLookedAt() throws IOException {
        ReleaseScanner small = ReleaseScanner.create(ANALYZER, new ScanLimits(50, 3, 2, 1000, 1024, 1));
        for (int i = 0; i < 80; i++) {
            Files.writeString(
                    folder.resolve("LICENSE-%02d.txt".formatted(i)), "You must not use the Model for gambling.");
        }
        ModelRelease release = small.scan(folder);
        assertThat(release.documents()).hasSizeLessThanOrEqualTo(52);
        assertThat(release.documents().stream()
                        .filter(document -> document.report().isPresent()))
                .hasSize(2);
        assertThat(release.notes()).anyMatch(note -> note.en().startsWith("More than 50 files"));
    }

    @Test
    void deepFoldersAndLargeTextsAreNamed() throws IOException {
        ReleaseScanner small = ReleaseScanner.create(ANALYZER, new ScanLimits(50, 2, 2, 1000, 1024, 1));
        Files.createDirectories(folder.resolve("a/b/c/d"));
        Files.writeString(folder.resolve("LICENSE"), "x".repeat(2000));
        ModelRelease release = small.scan(folder);
        assertThat(release.notes())
                .anyMatch(note -> note.en().contains("a/b: more than 2 folders deep"))
                .anyMatch(note -> note.en().startsWith("Not read: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--",
                "[a. ",
                "](b) ",
                "# ",
                "https://github.com/",
                "licensed under the ",
                "open-source ",
                "trained on ",
                "开源",
                "模型许可协议",
                "The weights are licensed under the Heron Model License. "
            })
    void aCardOfEndlessRepetitionTakesLinearTime(String part) throws IOException {
        Files.writeString(
                folder.resolve("README.md"), "---\nlicense: mit\n---\n" + part.repeat(200_000 / part.length()));
        assertThat(scan().card()).isPresent();
    }

    @Test
    void binaryTextsAreNamed() throws IOException {
        Files.write(folder.resolve("LICENSE"), new byte[] {0, 1, 2, 0, 0, 5, 6, 7, 0, 0, 0, 0});
        ModelRelease release = scan();
        assertThat(release.notes()).hasSize(1);
        assertThat(release.documents(Role.LICENSE).get(0).problem()).isPresent();
    }

    private static ZipOutputStream zip(Path file) throws IOException {
        return new ZipOutputStream(Files.newOutputStream(file));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    @Test
    void anArchiveIsReadAsItsFolder() throws IOException {
        byte[] licence = "You must not use the Model for gambling.".getBytes(StandardCharsets.UTF_8);
        Path zip = folder.resolve("egret-7b.zip");
        try (ZipOutputStream out = zip(zip)) {
            put(out, "egret-main/LICENSE", licence);
            put(
                    out,
                    "egret-main/README.md",
                    "---\nlicense: apache-2.0\n---\n# Egret\n".getBytes(StandardCharsets.UTF_8));
            put(out, "egret-main/modeling.py", "pass".getBytes(StandardCharsets.UTF_8));
        }
        ModelRelease release = SCANNER.scan(zip);
        assertThat(release.name()).isEqualTo("egret-7b");
        assertThat(release.documents()).extracting(ReleaseDocument::path).contains("egret-main/LICENSE");
        assertThat(release.observations()).extracting(Observation::topic).contains(Topic.CARD_LICENSE_DIFFERS);
        assertThat(SCANNER.releases(zip)).containsExactly(zip);

        Path tar = folder.resolve("egret.tar.gz");
        try (TarArchiveOutputStream out =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
            TarArchiveEntry entry = new TarArchiveEntry("LICENSE");
            entry.setSize(licence.length);
            out.putArchiveEntry(entry);
            out.write(licence);
            out.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("NOTICE", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }
        ModelRelease second = SCANNER.scan(tar);
        assertThat(second.documents()).extracting(ReleaseDocument::path).containsExactly("LICENSE");
        assertThat(second.notes()).anyMatch(note -> note.en().contains("one entry leads out of the archive"));
    }

    @Test
    void anArchiveWritesNothingOutside() throws IOException {
        Path zip = folder.resolve("evil.zip");
        String stray = "fineprint-stray-" + System.nanoTime();
        try (ZipOutputStream out = zip(zip)) {
            for (String name :
                    new String[] {"../" + stray, "/tmp/" + stray, "a/../../" + stray, "C:\\" + stray, "..\\" + stray}) {
                put(out, name + "/LICENSE", new byte[] {'x'});
            }
            put(out, "LICENSE", "You must not use the Model for gambling.".getBytes(StandardCharsets.UTF_8));
        }
        ModelRelease release = SCANNER.scan(zip);
        assertThat(release.documents()).hasSize(1);
        assertThat(release.notes()).anyMatch(note -> note.en().contains("5 entries lead out"));
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), stray)).doesNotExist();
        assertThat(Path.of("/tmp", stray)).doesNotExist();
    }

    @Test
    void anArchiveThatUnpacksToAThousandTimesItsSizeIsRefused() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = zip(zip)) {
            put(out, "LICENSE", new byte[4_000_000]);
            put(out, "NOTICE", new byte[4_000_000]);
        }
        assertThatThrownBy(() -> SCANNER.scan(zip))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("200 times");
        Path tar = folder.resolve("bomb.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            TarArchiveOutputStream entries = new TarArchiveOutputStream(out);
            TarArchiveEntry entry = new TarArchiveEntry("skipped.dat");
            entry.setSize(50_000_000);
            entries.putArchiveEntry(entry);
            entries.write(new byte[50_000_000]);
            entries.closeArchiveEntry();
            entries.finish();
        }
        assertThatThrownBy(() -> SCANNER.scan(tar))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("200 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.zip", "broken.tar.gz", "broken.tgz"})
    void whatIsNoArchiveIsRefused(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "not an archive, whatever its name says");
        assertThatThrownBy(() -> SCANNER.scan(file)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        Path zip = folder.resolve("egret.zip");
        try (ZipOutputStream out = zip(zip)) {
            put(out, "LICENSE", "You must not use the Model for gambling.".getBytes(StandardCharsets.UTF_8));
        }
        Archive archive = Archive.open(zip, ScanLimits.usual(), new Sentences());
        assertThat(archive.folder().resolve("LICENSE")).exists();
        archive.close();
        assertThat(archive.folder()).doesNotExist();
    }

    @Test
    void whatIsNoFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("LICENSE"), "text");
        assertThatThrownBy(() -> SCANNER.scan(file)).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> SCANNER.scan(folder.resolve("none"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new ScanLimits(0, 1, 1, 1, 1024, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
