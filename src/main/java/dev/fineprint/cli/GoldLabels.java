// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of one text: which clauses a careful reader finds in it.
 *
 * @param file the name of the text's file
 * @param sha256 the checksum of its bytes in hexadecimal; empty if the labels do not say
 * @param marked the labelled clauses, in UTF-16 offsets into the decoded text
 */
record GoldLabels(String file, String sha256, List<Score.Marked> marked) {
    /** How the files of labels end. */
    static final String EXTENSION = ".gold.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a file of labels.
     *
     * @throws IOException if it cannot be read or is not JSON
     */
    static GoldLabels read(Path path) throws IOException {
        JsonNode file;
        try {
            file = JSON.readTree(path.toFile());
        } catch (JsonProcessingException e) {
            throw new IOException(path.toString(), e);
        }
        List<Score.Marked> marked = new ArrayList<>();
        for (JsonNode label : file.path("annotations")) {
            marked.add(new Score.Marked(
                    label.path("kind").asText(),
                    label.path("start").asInt(),
                    label.path("end").asInt(),
                    params(label.path("params"))));
        }
        return new GoldLabels(file.path("file").asText(), file.path("sha256").asText(), List.copyOf(marked));
    }

    private static Map<String, Object> params(JsonNode node) {
        Map<String, Object> params = new LinkedHashMap<>();
        node.properties().forEach(entry -> params.put(entry.getKey(), value(entry.getValue())));
        return params;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<String> several = new ArrayList<>();
            node.forEach(one -> several.add(one.asText()));
            return several;
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
