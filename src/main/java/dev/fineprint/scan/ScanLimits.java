// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of a release is looked at. Whatever is beyond is named in the report, and not read.
 *
 * @param entries how many files and folders are listed
 * @param depth how many folders deep
 * @param documents how many texts are analysed
 * @param textBytes how large a text may be
 * @param headerBytes how much of a weights file is read
 * @param headers how many weights files are opened
 * @param deadline how long reading and analysing one text may take; empty for no limit
 */
public record ScanLimits(
        int entries,
        int depth,
        int documents,
        int textBytes,
        int headerBytes,
        int headers,
        Optional<Duration> deadline) {
    public ScanLimits {
        if (deadline.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("An analysis cannot take a negative time: " + deadline.get());
        }
        if (entries < 1 || depth < 1 || documents < 1 || textBytes < 1 || headerBytes < 1024 || headers < 0) {
            throw new IllegalArgumentException("A limit is at least 1, and headerBytes at least 1024");
        }
    }

    /** Limits without one of time. */
    public ScanLimits(int entries, int depth, int documents, int textBytes, int headerBytes, int headers) {
        this(entries, depth, documents, textBytes, headerBytes, headers, Optional.empty());
    }

    /** 20,000 entries, 8 folders deep, 64 texts of 4 MiB, 32 MiB of the headers of 64 weights files. */
    public static ScanLimits usual() {
        return new ScanLimits(20_000, 8, 64, 4 << 20, 32 << 20, 64);
    }

    /** The same with another limit to the size of a text. */
    public ScanLimits withTextBytes(int bytes) {
        return new ScanLimits(entries, depth, documents, bytes, headerBytes, headers, deadline);
    }

    /** The same with a limit to the time that a text may take. */
    public ScanLimits withDeadline(Duration allowed) {
        return new ScanLimits(entries, depth, documents, textBytes, headerBytes, headers, Optional.of(allowed));
    }
}
