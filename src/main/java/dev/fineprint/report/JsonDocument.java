// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A JSON document that stands alone: one object, or an array of them, with broken lines and a line end behind it. */
final class JsonDocument {
    private JsonDocument() {}

    /** Writes one thing as a JSON object. */
    interface Body<T> {
        void write(T thing, JsonGenerator json) throws IOException;
    }

    static <T> void write(T thing, OutputStream out, Body<T> body) throws IOException {
        try (JsonGenerator json = generator(out)) {
            body.write(thing, json);
        }
        end(out);
    }

    static <T> void writeAll(Iterable<T> things, OutputStream out, Body<T> body) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (T thing : things) {
                body.write(thing, json);
            }
            json.writeEndArray();
        }
        end(out);
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return SafeJson.FACTORY.createGenerator(out).setPrettyPrinter(JsonReportWriter.printer());
    }

    private static void end(OutputStream out) throws IOException {
        out.write("\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
