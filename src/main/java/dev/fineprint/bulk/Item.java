// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

/** What a source hands out: a text, or word of one that cannot be read. */
sealed interface Item {
    record Text(BulkText text, Content content) implements Item {}

    record Other(BulkResult result) implements Item {}

    static Item failed(BulkText text, Throwable cause) {
        return new Other(new BulkResult.Failed(text, cause));
    }
}
