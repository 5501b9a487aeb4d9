// SPDX-License-Identifier: Apache-2.0
/**
 * Takes the text out of the documents that licences are published in: web pages, PDF, RTF and DOCX; plain text and
 * Markdown are read as they are.
 *
 * <pre>{@code
 * LicenseText text = Documents.read(Path.of("LICENSE.pdf"));
 * System.out.println(text.pages() + " pages, page 2 starts with: " + text.original().lines().findFirst());
 * }</pre>
 *
 * <p>What a document is, its first bytes say, and its name only where they do not. The text that comes out is what
 * every offset points into; in a document with pages {@link dev.fineprint.text.LicenseText#page} tells the page.
 * The labels of lists ("3.", "(b)", "第四条"), which such documents do not hold as text, are written out; running heads,
 * page numbers, navigation and scripts are left out.
 *
 * <p>Each format has a library of its own, which is loaded when the first document of that format comes: PDF
 * {@code org.apache.pdfbox:pdfbox}, DOCX {@code org.apache.poi:poi-ooxml}, RTF {@code com.github.joniles:rtfparserkit}.
 * Where one is not on the class path, such documents are refused, and the message names it.
 *
 * <p>Documents are strangers: a damaged, encrypted or hostile one raises {@link
 * dev.fineprint.text.UnreadableTextException}, within bounds of time and memory that {@link
 * dev.fineprint.read.ReadLimits} sets.
 */
@NullMarked
package dev.fineprint.read;

import org.jspecify.annotations.NullMarked;
