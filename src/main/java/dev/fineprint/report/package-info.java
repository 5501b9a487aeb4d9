// SPDX-License-Identifier: Apache-2.0

/**
 * Writes reports in the formats that people look at and machines read.
 *
 * <p>All formats come from the one immutable {@link dev.fineprint.LicenseReport} through the one small interface
 * {@link dev.fineprint.report.ReportWriter}. {@link dev.fineprint.report.ReportFormats} finds a format by name; an
 * embedder adds its own:
 *
 * <pre>{@code
 * ReportFormat brief = new ReportFormat("brief", "txt", options -> new BriefWriter(options));
 * ReportFormats formats = ReportFormats.standard().plus(brief);
 * formats.find("brief").orElseThrow().writer(ReportOptions.defaults()).write(report, System.out);
 * }</pre>
 *
 * <p>A format that has a page in front of a folder of reports gives it out by {@link
 * dev.fineprint.report.ReportWriter#index}. The pages for a browser are templates in {@code src/main/jte}, which escape
 * whatever they are handed.
 *
 * <p>Licence text is other people's text: every writer escapes what its format, a browser, a terminal or a spreadsheet
 * would act upon.
 */
@NullMarked
package dev.fineprint.report;

import org.jspecify.annotations.NullMarked;
