// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.text.LicenseText;
import java.nio.file.Path;

/** A text as its source has it. */
sealed interface Content {
    /** How much memory it takes, in bytes or characters; an estimate where it is not read yet. */
    long size();

    /** Still on disk. */
    record InFile(Path file, long size) implements Content {}

    /** Read, but not decoded. */
    record Bytes(byte[] bytes) implements Content {
        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** A string out of a JSON object. */
    record Chars(String chars) implements Content {
        @Override
        public long size() {
            return chars.length();
        }
    }

    /** Decoded by the caller. */
    record Decoded(LicenseText text) implements Content {
        @Override
        public long size() {
            return text.original().length();
        }
    }
}
