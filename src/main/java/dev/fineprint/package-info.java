// SPDX-License-Identifier: Apache-2.0

/**
 * The front door: {@link dev.fineprint.LicenseAnalyzer} reads the text of a licence and answers with a
 * {@link dev.fineprint.LicenseReport}.
 *
 * <p>Everything in a report is immutable. Offsets are UTF-16 code units into the decoded original text, the end
 * exclusive, so that {@code text.substring(span.start(), span.end())} is always what the author wrote.
 */
@NullMarked
package dev.fineprint;

import org.jspecify.annotations.NullMarked;
