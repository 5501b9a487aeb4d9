// SPDX-License-Identifier: Apache-2.0
/** Tells which known licence a text is, and what was changed. */
@NullMarked
package dev.fineprint.identify;

import org.jspecify.annotations.NullMarked;
