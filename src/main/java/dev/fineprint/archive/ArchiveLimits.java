// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

/**
 * How much of an archive is read.
 *
 * @param entries how many files and folders; the rest is not looked at
 * @param ratio how many times its own size it may unpack to: text packs to a fifth or a tenth, a thousandth is a trap
 * @param harmless bytes unpacked below which a high ratio harms nobody
 */
public record ArchiveLimits(int entries, int ratio, long harmless) {
    public ArchiveLimits {
        if (entries < 1 || ratio < 1 || harmless < 0) {
            throw new IllegalArgumentException(
                    "An archive may have at least 1 entry and 1 as its ratio, and no negative number of bytes is harmless");
        }
    }

    /** A million entries, 200 times its size, but for the first MiB. */
    public static ArchiveLimits usual() {
        return new ArchiveLimits(1_000_000, 200, 1 << 20);
    }

    /** These with another number of entries. */
    public ArchiveLimits entries(int most) {
        return new ArchiveLimits(most, ratio, harmless);
    }
}
