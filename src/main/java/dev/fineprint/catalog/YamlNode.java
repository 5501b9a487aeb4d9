// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.List;
import java.util.Map;

/** A YAML file as a tree in which everything knows its place. Nothing is interpreted: a scalar is its text. */
public sealed interface YamlNode {

    /** Where it begins. */
    SourceRef at();

    /** What it is called in messages. */
    String shape();

    /**
     * A scalar.
     *
     * @param value the text after YAML's quoting and folding
     * @param plain whether it stands without quotes
     * @param at where it begins
     * @param written how it is written in the file
     */
    record Text(String value, boolean plain, SourceRef at, Written written) implements YamlNode {
        @Override
        public String shape() {
            return value.isEmpty() ? "nothing" : "a text";
        }

        /** Returns where the character at an offset of the value stands in the file. */
        public SourceRef at(int offset) {
            return written.position(this, offset);
        }
    }

    /**
     * A list.
     *
     * @param items what it holds
     * @param at where it begins
     */
    record Items(List<YamlNode> items, SourceRef at) implements YamlNode {
        @Override
        public String shape() {
            return "a list";
        }
    }

    /**
     * A mapping; its keys are all different.
     *
     * @param fields the keys with their values, in the order of the file
     * @param at where it begins
     */
    record Fields(Map<String, Field> fields, SourceRef at) implements YamlNode {
        @Override
        public String shape() {
            return "a mapping";
        }
    }

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the value
     */
    record Field(Text key, YamlNode value) {}

    /** How a scalar is written: maps offsets of its value to places of the file. */
    interface Written {
        /** Returns the place of a character of the scalar's value. */
        SourceRef position(Text text, int offset);
    }
}
