// SPDX-License-Identifier: Apache-2.0

/**
 * The command. It alone prints, exits and parses arguments, and it uses nothing of the library but public types.
 *
 * <p>Reports go to standard output as UTF-8, everything else to standard error. Exit status: 0 analysed, 1 a deviation
 * at or above {@code --fail-on}, 2 wrong usage or an input that could not be read.
 */
@NullMarked
package dev.fineprint.cli;

import org.jspecify.annotations.NullMarked;
