// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of one of several folders.
 *
 * @param folder the folder or the archive
 * @param release what was read; empty if it could not be
 * @param failure why not: an {@link java.io.IOException} where the folder is at fault, anything else is a fault of Fineprint
 */
public record Scanned(Path folder, Optional<ModelRelease> release, Optional<Throwable> failure) {}
