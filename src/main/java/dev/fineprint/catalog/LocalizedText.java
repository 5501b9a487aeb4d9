// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/**
 * One text in the languages that reports are written in.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record LocalizedText(String en, String zh) {}
