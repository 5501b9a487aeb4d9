// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of JSON Lines. Of a line no more stands in memory than its text. */
final class JsonLinesItems implements Items {
    private final String name;
    private final List<String> path;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private final boolean closes;
    private final int limit;
    private final Words words;
    private final JsonFactory json;
    private long number;
    private boolean ended;

    JsonLinesItems(String name, List<String> path, InputStream in, boolean closes, int limit, Words words) {
        this.name = name;
        this.path = path;
        this.in = in;
        this.closes = closes;
        this.limit = limit;
        this.words = words;
        this.json = JsonFactory.builder()
                // names of fields are other people's: none is remembered
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(limit).build())
                .build();
    }

    static Items open(Path file, String name, List<String> path, int limit, Words words) {
        try {
            return new JsonLinesItems(name, path, Files.newInputStream(file), true, limit, words);
        } catch (IOException e) {
            return new TextSource.OneItem(Item.failed(new BulkText(name, path), e));
        }
    }

    @Override
    public @Nullable Item next() {
        while (!ended) {
            number++;
            Line line = new Line();
            try {
                Item item = read(line);
                line.skipRest();
                if (item != null) {
                    return item;
                }
            } catch (IOException e) {
                ended = true; // the stream itself
                return Item.failed(new BulkText(name, path), e);
            }
        }
        return null;
    }

    private @Nullable Item read(Line line) throws IOException {
        String id = null;
        String text = null;
        try (JsonParser parser = json.createParser(line)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null; // a blank line, or the end
            }
            if (first != JsonToken.START_OBJECT) {
                return broken("bulk.line.object");
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (field.equals("text") && value == JsonToken.VALUE_STRING) {
                    text = parser.getText();
                } else if ((field.equals("id") || field.equals("name") && id == null)
                        && (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT)) {
                    id = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                return broken("bulk.line.json", column(parser));
            }
        } catch (StreamConstraintsException e) {
            return broken("bulk.line.long", limit);
        } catch (JsonEOFException e) {
            return broken("bulk.line.end");
        } catch (JsonParseException e) {
            // the parser's own message may hold any character of the line
            return broken("bulk.line.json", e.getLocation().getColumnNr());
        } catch (JsonProcessingException e) {
            return broken("bulk.line.json", 1);
        }
        if (text == null) {
            return broken("bulk.line.text");
        }
        String called = id == null || id.isEmpty() ? name + ":" + number : id;
        List<String> steps = new ArrayList<>(path);
        steps.add(id == null || id.isEmpty() ? String.valueOf(number) : id);
        return new Item.Text(new BulkText(called, steps), new Content.Chars(text));
    }

    private static int column(JsonParser parser) {
        return parser.currentTokenLocation().getColumnNr();
    }

    private Item broken(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = name;
        all[1] = String.valueOf(number);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Item.failed(new BulkText(name + ":" + number, path), words.failure(key, all));
    }

    @Override
    public void close() throws IOException {
        if (closes) {
            in.close();
        }
    }

    /** One line as a stream of its own, which ends where the line does. */
    private final class Line extends InputStream {
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (!over && at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                ended = end == 0;
                over = ended;
            }
            if (over) {
                return -1;
            }
            int most = Math.min(count, end - at);
            int taken = 0;
            while (taken < most && buffer[at + taken] != '\n') {
                taken++;
            }
            System.arraycopy(buffer, at, into, from, taken);
            at += taken;
            if (taken < most) {
                at++; // the end of the line
                over = true;
            }
            return over && taken == 0 ? -1 : taken;
        }

        void skipRest() throws IOException {
            byte[] rest = new byte[1 << 13];
            for (int read = 0; read >= 0; ) {
                read = read(rest, 0, rest.length);
            }
        }
    }
}
