// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A row of the table of reports as one line, and back. */
final class HtmlMemo {
    /** Sorted: the order of a map differs from one process to the next, and a memo is to be the same. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private HtmlMemo() {}

    static String of(HtmlReports.Row row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row is strings and numbers", e);
        }
    }

    static HtmlReports.Row row(String memo) {
        try {
            return JSON.readValue(memo, HtmlReports.Row.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no row of a table of reports", e);
        }
    }
}
