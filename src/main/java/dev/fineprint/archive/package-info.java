// SPDX-License-Identifier: Apache-2.0

/**
 * Reads archives that may mean harm, file after file.
 *
 * <pre>{@code
 * try (ArchiveReader archive = ArchiveReader.open(Path.of("models.tar.gz"), ArchiveLimits.usual())) {
 *     while (archive.next()) {
 *         System.out.println(archive.path() + ": " + archive.content().readNBytes(1000).length);
 *     }
 * }
 * }</pre>
 *
 * <p>No claim of an archive is believed: paths that lead out of it and links are passed over, the number of files is
 * limited, and what unpacks to far more than its size is refused while it is read. Nothing is written to disk, and no
 * more than a few buffers stand in memory.
 */
@NullMarked
package dev.fineprint.archive;

import org.jspecify.annotations.NullMarked;
