// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

/**
 * How much of a release is looked at. Whatever is beyond is named in the report, and not read.
 *
 * @param entries how many files and folders are listed
 * @param depth how many folders deep
 * @param documents how many texts are analysed
 * @param textBytes how large a text may be
 * @param headerBytes how much of a weights file is read
 * @param headers how many weights files are opened
 */
public record ScanLimits(int entries, int depth, int documents, int textBytes, int headerBytes, int headers) {
    public ScanLimits {
        if (entries < 1 || depth < 1 || documents < 1 || textBytes < 1 || headerBytes < 1024 || headers < 0) {
            throw new IllegalArgumentException("A limit is at least 1, and headerBytes at least 1024");
        }
    }

    /** 20,000 entries, 8 folders deep, 64 texts of 4 MiB, 32 MiB of the headers of 64 weights files. */
    public static ScanLimits usual() {
        return new ScanLimits(20_000, 8, 64, 4 << 20, 32 << 20, 64);
    }
}
