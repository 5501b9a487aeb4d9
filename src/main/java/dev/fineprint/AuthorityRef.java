// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

/**
 * Who says that a kind of clause offends a criterion, and how plainly.
 *
 * @param source title of the source
 * @param url where it can be read
 * @param strength {@code DIRECT} (the OSI said it of this kind of clause), {@code REVIEWER} (a licence reviewer or board
 *     member said it), {@code ANALOGY} (said of a closely related kind) or {@code INFERENCE} (read from the criterion's
 *     own words by this project)
 * @param criterion the criterion that it speaks of, such as {@code OSD-6} or {@code OSAID-use}; {@code none} where
 *     it names no criterion
 * @param note what to know about it; may be empty
 */
public record AuthorityRef(String source, String url, String strength, String criterion, String note) {}
