// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.LicenseReport;
import dev.fineprint.read.DocumentFormat;
import dev.fineprint.read.Documents;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads, decodes and analyses single texts, each text only once as long as it is remembered. Thread-safe. */
final class Desk {
    private final BulkAnalyzer settings;
    private final Words words = new Words();
    private final Memory memory;

    Desk(BulkAnalyzer settings) {
        this.settings = settings;
        this.memory = new Memory(settings.remembered());
    }

    /** Reads what is still on disk. */
    Content load(String name, Content content) throws IOException {
        int limit = settings.analyzer().limit();
        if (content instanceof Content.InFile file) {
            try (InputStream in = Files.newInputStream(file.file())) {
                return new Content.Bytes(StreamItems.readAtMost(name, in, limit));
            }
        }
        if (!(content instanceof Content.Bytes) && content.size() > limit) {
            throw words.failure("bulk.large", name, limit);
        }
        return content;
    }

    static String sha256(Content content) {
        if (content instanceof Content.Decoded decoded) {
            return decoded.text().sha256();
        }
        byte[] bytes = content instanceof Content.Chars chars
                ? chars.chars().getBytes(StandardCharsets.UTF_8)
                : content instanceof Content.Bytes read ? read.bytes() : new byte[0];
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Completes the result of a text: now, or when the same text is done on another thread. */
    void work(Item.Text item, CompletableFuture<BulkResult> result) {
        try {
            Content content = load(item.text().name(), item.content());
            // a string and the bytes of a file are decoded differently, and some files by what their names say
            Object format = content instanceof Content.Bytes read
                    ? DocumentFormat.of(item.text().name(), read.bytes())
                    : content.getClass().getSimpleName();
            String key = format + sha256(content);
            Memory.Place fresh = new Memory.Place();
            Memory.Place place = memory.place(key, fresh);
            if (place == fresh) {
                result.complete(first(item, content, key, place));
            } else {
                CompletableFuture<LicenseReport> unused = place.report()
                        .whenComplete((report, problem) -> result.complete(
                                report != null
                                        ? new BulkResult.Analyzed(
                                                item.text(),
                                                report.named(item.text().name()))
                                        : again(item, content, problem)));
            }
        } catch (IOException | RuntimeException | Error e) { // one text must never take the others with it
            result.complete(new BulkResult.Failed(item.text(), e));
        }
    }

    private BulkResult first(Item.Text item, Content content, String key, Memory.Place place) {
        try {
            LicenseReport report = analyze(item.text().name(), content);
            memory.keep(place, report);
            return new BulkResult.Analyzed(item.text(), report);
        } catch (IOException | RuntimeException | Error e) {
            memory.fail(key, place, e, !(e instanceof AnalysisStoppedException));
            return new BulkResult.Failed(item.text(), e);
        }
    }

    /** A copy of a text that failed: only a failure of reading names the text, and is quickly had again. */
    private BulkResult again(Item.Text item, Content content, Throwable problem) {
        if (problem instanceof IOException) {
            try {
                return new BulkResult.Analyzed(item.text(), analyze(item.text().name(), content));
            } catch (IOException | RuntimeException | Error e) {
                return new BulkResult.Failed(item.text(), e);
            }
        }
        return new BulkResult.Failed(item.text(), problem);
    }

    private LicenseReport analyze(String name, Content content) throws IOException {
        Optional<Duration> deadline = settings.deadline();
        if (deadline.isEmpty()) {
            return settings.analyzer().analyze(decode(name, content, StopSignal.onInterrupt()));
        }
        long start = System.nanoTime();
        LicenseText text = decode(name, content, StopSignal.after(deadline.get()));
        Duration left = deadline.get().minusNanos(System.nanoTime() - start);
        return settings.analyzer().analyze(text, left.isNegative() ? Duration.ZERO : left);
    }

    private LicenseText decode(String name, Content content, StopSignal stop) throws IOException {
        if (content instanceof Content.Decoded decoded) {
            return decoded.text();
        }
        if (content instanceof Content.Chars chars) {
            return LicenseText.of(name, chars.chars(), stop);
        }
        byte[] bytes = ((Content.Bytes) content).bytes();
        return Documents.read(
                name, bytes, ReadLimits.usual().withText(settings.analyzer().limit()), stop);
    }
}
