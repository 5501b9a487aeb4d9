// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

/**
 * What made a report.
 *
 * @param name name of the tool
 * @param version its version
 * @param catalog version or content hash of the pattern catalog that was used
 */
public record ToolInfo(String name, String version, String catalog) {}
