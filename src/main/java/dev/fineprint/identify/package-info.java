// SPDX-License-Identifier: Apache-2.0
/**
 * Tells which known licence a text is, and what was changed.
 *
 * <pre>{@code
 * LicenseText text = LicenseText.read(Path.of("LICENSE"));
 * Identification found = LicenseIndex.bundled().identify(text);
 * System.out.println(found.relation() + " " + found.id());          // MODIFIED MIT
 * for (Change change : found.changes()) {
 *     System.out.println(change.type() + " " + text.original().substring(change.start(), change.end()));
 * }
 * }</pre>
 *
 * <h2>What is known</h2>
 *
 * <p>{@link dev.fineprint.identify.LicenseIndex#bundled()} knows the whole SPDX list by its words, with the optional and
 * replaceable parts of its templates, its short notices and its exceptions; and the licences of {@code
 * corpus/licenses.yaml} by {@linkplain dev.fineprint.identify.Fingerprint fingerprints}, which do not hold the text. More
 * are added with {@link dev.fineprint.identify.LicenseIndex#plus}.
 *
 * <h2>What counts as the same</h2>
 *
 * <p>The SPDX matching guidelines: case, white space, punctuation, quotes, dashes, list markers, copyright notices and
 * accepted spellings do not count; optional parts may be missing; replaceable parts may be replaced by what reads like a
 * name, or by the words that the template lists. Stricter than the guidelines in one thing: words that could carry a
 * condition are never passed over as a name, a title or a notice. So a sentence put beside the copyright line of a known
 * licence makes it another text, as it should.
 *
 * <h2>How</h2>
 *
 * <p>A text is read once into words. A table of runs of five words names the few licences worth a look; each is laid
 * beside the text, long common runs first, then word by word at least cost where something lies between. A licence known
 * by fingerprint is recognised by the value of its letters, its siblings by the share of its runs of words. All of it is
 * linear in the length of the text, and bounded.
 *
 * <p>{@link dev.fineprint.identify.LicenseComparison} compares two texts that need not be known; {@link
 * dev.fineprint.identify.ReferenceShingles} tells how much of a passage stands somewhere in a set of texts.
 *
 * <p>{@code IndexBuilder} packs the SPDX list in the build; it is not in the jar.
 */
@NullMarked
package dev.fineprint.identify;

import org.jspecify.annotations.NullMarked;
