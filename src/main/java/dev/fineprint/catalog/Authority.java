// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/**
 * Somebody who said that a kind of clause offends a criterion.
 *
 * @param id short name used in {@link CriterionRef#by}
 * @param title what the page is called, and whose it is
 * @param url where it stands
 */
public record Authority(String id, String title, String url) {}
