// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.Messages;
import dev.fineprint.catalog.ClauseKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fineprint kinds}: lists the kinds of clauses that the catalog knows. */
@Command(name = "kinds", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class KindsCommand implements Callable<Integer> {
    /** How to list them. */
    enum Format {
        TEXT,
        JSON
    }

    private final Streams streams;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|json",
            descriptionKey = "cli.option.kinds-format")
    private Format format = Format.TEXT;

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    KindsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<ClauseKind> kinds = new ArrayList<>(catalog.catalog().kinds());
        kinds.sort(Comparator.comparing(ClauseKind::id));
        Messages messages = language.messages();
        if (format == Format.JSON) {
            json(kinds, messages);
        } else {
            text(kinds, messages);
        }
        return ExitStatus.DONE;
    }

    private void text(List<ClauseKind> kinds, Messages messages) {
        int longest = kinds.stream().mapToInt(kind -> kind.id().length()).max().orElse(0);
        PrintWriter out = streams.outWriter();
        for (ClauseKind kind : kinds) {
            String id = kind.id() + " ".repeat(longest - kind.id().length());
            String effect = String.format("%-10s", kind.effect().code());
            out.println(id + "  " + effect + "  " + messages.of(kind.title()));
        }
        out.flush();
    }

    private void json(List<ClauseKind> kinds, Messages messages) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(streams.outWriter())) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (ClauseKind kind : kinds) {
                json.writeStartObject();
                json.writeStringField("id", kind.id());
                json.writeStringField("effect", kind.effect().code());
                json.writeStringField("title", messages.of(kind.title()));
                json.writeStringField("meaning", messages.of(kind.meaning()));
                json.writeArrayFieldStart("criteria");
                for (int criterion : kind.osd()) {
                    json.writeString("OSD-" + criterion);
                }
                for (String freedom : kind.osaid()) {
                    json.writeString("OSAID-" + freedom);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
