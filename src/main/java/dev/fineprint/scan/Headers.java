// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the fields that name licence, model and base model out of configuration files and the headers of weights files. No
 * weight is read, and no number of a header is believed before it was held against the limits.
 */
final class Headers {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private static final Set<String> CONFIG_FIELDS =
            Set.of("_name_or_path", "license", "base_model_name_or_path", "base_model", "model_type", "name");
    private static final Set<String> METADATA_FIELDS = Set.of(
            "license",
            "licence",
            "base_model",
            "model_name",
            "name",
            "modelspec.license",
            "modelspec.title",
            "ss_base_model_version",
            "ss_sd_model_name");

    private static final String QUANTIZED = "quantization_config";

    private static final long MOST_FIELDS = 65_536;
    private static final int LONGEST_VALUE = 8_192;
    private static final int LONGEST_KEY = 65_535;
    private static final int MOST_KEPT = 100;
    private static final int MOST_SHARDS = 10_000;
    private static final int GGUF_STRING = 8;
    private static final int GGUF_ARRAY = 9;
    /** Bytes of a GGUF value by its type; 0 for those without a size of their own. */
    private static final int[] GGUF_SIZES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final Sentences sentences;
    private final ScanLimits limits;

    Headers(Sentences sentences, ScanLimits limits) {
        this.sentences = sentences;
        this.limits = limits;
    }

    /**
     * The fields of a file, by its name: a configuration, GGUF or safetensors; none of any other.
     *
     * @throws Refused if it is not what its name says, or claims too much
     */
    List<HeaderField> read(String path, Path file) throws IOException {
        String name = path.toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".gguf")) {
                return gguf(path, file);
            }
            if (name.endsWith(".safetensors")) {
                return safetensors(path, file);
            }
            if (name.endsWith(".json")) {
                return config(path, file);
            }
        } catch (EOFException e) {
            throw new Refused(sentences.message("refused.short", path));
        } catch (JsonProcessingException e) {
            throw new Refused(sentences.message("refused.json", path));
        }
        return List.of();
    }

    /**
     * The files that an index of weights lists, each once.
     *
     * @throws Refused if it is no index, or too large
     */
    Set<String> shards(String path, Path file) throws IOException {
        if (Files.size(file) > limits.headerBytes()) {
            throw new Refused(sentences.message("refused.large", path, limits.headerBytes()));
        }
        Set<String> shards = new LinkedHashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Refused(sentences.message("refused.json", path));
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean map = json.currentName().equals("weight_map");
                if (json.nextToken() != JsonToken.START_OBJECT || !map) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    if (json.nextToken() == JsonToken.VALUE_STRING && shards.size() < MOST_SHARDS) {
                        shards.add(json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new Refused(sentences.message("refused.json", path));
        }
        return shards;
    }

    private List<HeaderField> config(String path, Path file) throws IOException {
        if (Files.size(file) > limits.textBytes()) {
            throw new Refused(sentences.message("refused.large", path, limits.textBytes()));
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = JSON.createParser(in)) {
            return strings(path, json, CONFIG_FIELDS);
        }
    }

    private List<HeaderField> safetensors(String path, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long length = number(in, 8);
            if (length < 2 || length > limits.headerBytes()) {
                throw new Refused(sentences.message(
                        "refused.header-length", path, Long.toUnsignedString(length), limits.headerBytes()));
            }
            byte[] header = in.readNBytes((int) length);
            if (header.length < length) {
                throw new EOFException();
            }
            try (JsonParser json = JSON.createParser(new ByteArrayInputStream(header))) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw new Refused(sentences.message("refused.json", path));
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    if (field.equals("__metadata__") && json.currentToken() == JsonToken.START_OBJECT) {
                        return fields(path, json, METADATA_FIELDS);
                    }
                    json.skipChildren();
                }
            }
            return List.of();
        }
    }

    private List<HeaderField> strings(String path, JsonParser json, Set<String> wanted) throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) { // a list of settings names nothing
            json.skipChildren();
            return List.of();
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Refused(sentences.message("refused.json", path));
        }
        return fields(path, json, wanted);
    }

    /** The texts among the fields of an object whose brace was read. */
    private static List<HeaderField> fields(String path, JsonParser json, Set<String> wanted) throws IOException {
        List<HeaderField> fields = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING && wanted.contains(field) && fields.size() < MOST_KEPT) {
                String text = json.getText();
                if (!text.isBlank() && text.length() <= LONGEST_VALUE) {
                    fields.add(new HeaderField(path, field, text.strip()));
                }
            } else {
                if (value == JsonToken.START_OBJECT && field.equals(QUANTIZED) && wanted.contains("model_type")) {
                    fields.add(new HeaderField(path, QUANTIZED, "{...}"));
                }
                json.skipChildren();
            }
        }
        return fields;
    }

    private List<HeaderField> gguf(String path, Path file) throws IOException {
        try (Budget in =
                new Budget(new BufferedInputStream(Files.newInputStream(file), 1 << 16), limits.headerBytes())) {
            if (!new String(in.bytes(4), StandardCharsets.ISO_8859_1).equals("GGUF")) {
                throw new Refused(sentences.message("refused.magic", path));
            }
            long version = number(in, 4);
            if (version < 1 || version > 3) {
                throw new Refused(sentences.message("refused.version", path, Long.toUnsignedString(version)));
            }
            int width = version == 1 ? 4 : 8;
            number(in, width); // tensors, which nobody reads
            long count = number(in, width);
            if (count < 0 || count > MOST_FIELDS) {
                throw new Refused(sentences.message("refused.fields", path, Long.toUnsignedString(count), MOST_FIELDS));
            }
            List<HeaderField> fields = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                String key = text(path, in, width, LONGEST_KEY);
                int type = (int) number(in, 4);
                if (type == GGUF_STRING && key.startsWith("general.") && fields.size() < MOST_KEPT) {
                    String value = text(path, in, width, limits.headerBytes());
                    boolean said = value.length() <= LONGEST_VALUE && !value.isBlank();
                    if (said) {
                        fields.add(new HeaderField(path, key, value.strip()));
                    }
                } else {
                    skip(path, in, type, width, 0);
                }
            }
            return fields;
        } catch (Budget.Spent e) {
            throw new Refused(sentences.message("refused.budget", path, limits.headerBytes()));
        }
    }

    private void skip(String path, Budget in, int type, int width, int depth) throws IOException {
        if (type < 0 || type >= GGUF_SIZES.length || depth > 2) {
            throw new Refused(sentences.message("refused.type", path, type));
        }
        if (type == GGUF_STRING) {
            in.skipExactly(length(path, number(in, width)));
        } else if (type == GGUF_ARRAY) {
            int of = (int) number(in, 4);
            long items = length(path, number(in, width));
            if (of >= 0 && of < GGUF_SIZES.length && GGUF_SIZES[of] > 0) {
                in.skipExactly(items * GGUF_SIZES[of]);
            } else {
                for (long i = 0; i < items; i++) {
                    skip(path, in, of, width, depth + 1);
                }
            }
        } else {
            in.skipExactly(GGUF_SIZES[type]);
        }
    }

    /** A length that cannot fit is refused before anything is made of it. */
    private long length(String path, long claimed) throws Refused {
        if (claimed < 0 || claimed > limits.headerBytes()) {
            throw new Refused(sentences.message(
                    "refused.header-length", path, Long.toUnsignedString(claimed), limits.headerBytes()));
        }
        return claimed;
    }

    private String text(String path, Budget in, int width, int most) throws IOException {
        long length = length(path, number(in, width));
        if (length > most) {
            throw new Refused(sentences.message("refused.header-length", path, String.valueOf(length), most));
        }
        return new String(in.bytes((int) length), StandardCharsets.UTF_8);
    }

    private static long number(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        return bytes == 4 ? Integer.toUnsignedLong(buffer.getInt()) : buffer.getLong();
    }
}
