// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.List;
import java.util.Map;

/** A YAML file as a tree in which everything knows its place. Nothing is interpreted: a scalar is its text. */
sealed interface YamlNode {

    /** Where it begins. */
    SourceRef at();

    /** What it is called in messages. */
    String shape();

    /**
     * A scalar.
     *
     * @param value the text after YAML's quoting and folding
     * @param plain whether it stands without quotes
     * @param written how it is written in the file
     */
    record Text(String value, boolean plain, SourceRef at, Written written) implements YamlNode {
        @Override
        public String shape() {
            return value.isEmpty() ? "nothing" : "a text";
        }

        /** Where the character at an offset of the value stands in the file. */
        SourceRef at(int offset) {
            return written.position(this, offset);
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, SourceRef at) implements YamlNode {
        @Override
        public String shape() {
            return "a list";
        }
    }

    /** A mapping; its keys are all different. */
    record Fields(Map<String, Field> fields, SourceRef at) implements YamlNode {
        @Override
        public String shape() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Field(Text key, YamlNode value) {}

    /** How a scalar is written: maps offsets of its value to places of the file. */
    interface Written {
        SourceRef position(Text text, int offset);
    }
}
