// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.CatalogProblem;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.YamlNode;
import dev.fineprint.catalog.YamlReader;
import dev.fineprint.read.Documents;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the files of one release, each by its role. Not thread-safe: one for each release. */
final class DraftReader {
    private static final Set<Role> ANALYSED = Set.of(Role.LICENSE, Role.USE_POLICY, Role.NOTICE);
    private static final int MOST_CARDS = 8;
    private static final int MOST_CODE = 200;
    private static final int CODE_BYTES = 4096;
    private static final int MOST_MERGED = 100;
    private static final int LONGEST_POINTER = 1024;
    private static final String TAG = "SPDX-License-Identifier:";

    private final LicenseAnalyzer analyzer;
    private final ScanLimits limits;
    private final Sentences sentences;
    private final Segmenter segmenter;
    private final Map<String, LicenseReport> read;

    private final List<LocalizedText> notes = new ArrayList<>();
    private final List<ReleaseDocument> documents = new ArrayList<>();
    private final List<HeaderField> fields = new ArrayList<>();
    private final List<CardText> cards = new ArrayList<>();
    private final List<Quotation> merged = new ArrayList<>();
    private final List<Quotation> codeTerms = new ArrayList<>();
    private final List<Quotation> shards = new ArrayList<>();
    private final Set<String> pointers = new HashSet<>();
    private final List<ModelCard> dataCards = new ArrayList<>();
    private Optional<ModelCard> card = Optional.empty();
    private boolean cardRead = true;
    private int texts;
    private int headers;
    private int code;
    private int topmost;

    /**
     * @param read reports of texts that were read before, by the name and the digest of the text; shared by all that read at once
     */
    DraftReader(
            LicenseAnalyzer analyzer,
            ScanLimits limits,
            Sentences sentences,
            Segmenter segmenter,
            Map<String, LicenseReport> read) {
        this.analyzer = analyzer;
        this.limits = limits;
        this.sentences = sentences;
        this.segmenter = segmenter;
        this.read = read;
    }

    Draft read(Path folder, String name, List<String> ids, List<LocalizedText> before) throws IOException {
        Folder listed = Folder.list(folder, limits, sentences);
        notes.addAll(before);
        notes.addAll(listed.notes());
        int others = 0;
        for (Folder.Entry entry : listed.entries()) {
            Role role = Role.of(entry.name());
            if (role == Role.OTHER) {
                others++;
                if (isRecipe(entry.name())) {
                    recipe(entry);
                } else if (entry.name().endsWith(".index.json")) {
                    index(entry);
                }
                continue;
            }
            documents.add(document(entry, role));
        }
        List<String> names = new ArrayList<>(ids);
        fields.stream()
                .filter(field -> field.name().equals("general.repo_url"))
                .map(field -> Names.id(field.value()))
                .filter(Names::isId)
                .forEach(names::add);
        return new Draft(
                name,
                names.stream().distinct().toList(),
                Names.cache(folder).isPresent() || name.contains("--"),
                listed.entries(),
                documents,
                others,
                card,
                cards.stream().findFirst(),
                cards,
                cardRead,
                fields,
                merged,
                codeTerms,
                shards,
                pointers,
                dataCards,
                notes);
    }

    private ReleaseDocument document(Folder.Entry entry, Role role) {
        Optional<LicenseReport> report = Optional.empty();
        Optional<LocalizedText> problem = Optional.empty();
        try {
            if (ANALYSED.contains(role)) {
                if (texts++ < limits.documents()) {
                    report = Optional.of(analyzed(entry));
                } else {
                    problem = Optional.of(sentences.message("refused.documents", limits.documents()));
                }
            } else if (role == Role.CARD && Scope.of(entry.path()) == Scope.DATA) {
                FrontMatter.read(entry.path(), decode(entry).original(), sentences, notes)
                        .ifPresent(dataCards::add);
            } else if (role == Role.CARD && cards.size() < MOST_CARDS) {
                card(entry);
            } else if (role == Role.WEIGHTS && isPointer(entry)) {
                pointers.add(entry.path());
            } else if ((role == Role.WEIGHTS || role == Role.CONFIG) && headers < limits.headers()) {
                headers++;
                fields.addAll(new Headers(sentences, limits).read(entry.path(), entry.file()));
            } else if (role == Role.CODE && code++ < MOST_CODE) {
                head(entry).ifPresent(codeTerms::add);
            }
        } catch (Refused e) {
            problem = Optional.of(e.why());
        } catch (AnalysisStoppedException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            problem = Optional.of(sentences.message(
                    "refused.late",
                    entry.path(),
                    limits.deadline().orElse(Duration.ZERO).toMillis() / 1000.0));
        } catch (IOException e) {
            problem = Optional.of(sentences.message("refused.unreadable", String.valueOf(e.getMessage())));
        }
        problem.ifPresent(notes::add);
        return new ReleaseDocument(entry.path(), role, entry.bytes(), report, problem);
    }

    /** What a repository of Git holds in the place of a large file. */
    private static boolean isPointer(Folder.Entry entry) throws IOException {
        if (entry.bytes() > LONGEST_POINTER) {
            return false;
        }
        return new String(Files.readAllBytes(entry.file()), StandardCharsets.UTF_8)
                .startsWith("version https://git-lfs.github.com/spec/");
    }

    private void index(Folder.Entry entry) {
        try {
            for (String shard : new Headers(sentences, limits).shards(entry.path(), entry.file())) {
                shards.add(new Quotation(entry.path(), 0, shard));
            }
        } catch (Refused e) {
            notes.add(e.why());
        } catch (IOException e) {
            notes.add(sentences.message("refused.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private void card(Folder.Entry entry) throws IOException {
        LicenseText words = decode(entry);
        CardText body = CardText.read(entry.path(), words, segmenter);
        boolean top = cards.isEmpty() || entry.depth() == topmost;
        if (cards.isEmpty()) {
            topmost = entry.depth();
        }
        if (top && card.isEmpty()) {
            int noted = notes.size();
            card = FrontMatter.read(entry.path(), words.original(), sentences, notes);
            cardRead &= notes.size() == noted;
            if (card.isPresent()) { // the card of a hub, whatever lies beside it
                cards.add(0, body);
                return;
            }
        }
        cards.add(body);
    }

    /** Many releases carry the same text under the same name: it is read once. */
    private LicenseReport analyzed(Folder.Entry entry) throws IOException {
        StopSignal stop = stop();
        LicenseText text = decode(entry, stop);
        String key = text.name() + "\n" + text.sha256();
        LicenseReport known = read.get(key);
        if (known == null) {
            known = analyzer.analyze(text, stop);
            read.put(key, known);
        }
        return known;
    }

    private StopSignal stop() {
        return limits.deadline().map(StopSignal::after).orElseGet(StopSignal::onInterrupt);
    }

    private LicenseText decode(Folder.Entry entry) throws IOException {
        return decode(entry, stop());
    }

    private LicenseText decode(Folder.Entry entry, StopSignal stop) throws IOException {
        try (InputStream in = Files.newInputStream(entry.file())) {
            ReadLimits usual = ReadLimits.usual().withText(limits.textBytes());
            return Documents.read(entry.path(), in, usual, stop);
        }
    }

    /** The licence that a code file names in its head. */
    private static Optional<Quotation> head(Folder.Entry entry) throws IOException {
        String words;
        try (InputStream in = Files.newInputStream(entry.file())) {
            words = new String(in.readNBytes(CODE_BYTES), StandardCharsets.UTF_8);
        }
        int line = 1;
        for (String one : words.lines().toList()) {
            boolean tag = one.contains(TAG);
            boolean apache = one.contains("Apache License, Version 2.0");
            boolean mit = one.contains("MIT License") || one.contains("MIT license");
            if (tag || apache || mit) {
                String id = tag
                        ? one.substring(one.indexOf(TAG) + TAG.length())
                                .replaceAll("(\\*/|-->|\").*$", "")
                                .strip()
                        : apache ? "Apache-2.0" : "MIT";
                return id.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Quotation(entry.path(), line, 0, id, one.strip()));
            }
            line++;
        }
        return Optional.empty();
    }

    private static boolean isRecipe(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mergekit") && (lower.endsWith(".yml") || lower.endsWith(".yaml"));
    }

    private void recipe(Folder.Entry entry) {
        try {
            List<CatalogProblem> problems = new ArrayList<>();
            Optional<YamlNode> root =
                    YamlReader.read(entry.path(), decode(entry).original(), problems);
            if (!problems.isEmpty()) {
                notes.add(sentences.message(
                        "note.recipe", entry.path(), problems.get(0).toString()));
            }
            root.ifPresent(node -> models(entry.path(), "", node));
        } catch (IOException e) {
            notes.add(sentences.message("refused.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private void models(String path, String key, YamlNode node) {
        if (node instanceof YamlNode.Fields all) {
            all.fields().forEach((name, field) -> models(path, name, field.value()));
        } else if (node instanceof YamlNode.Items all) {
            all.items().forEach(item -> models(path, key, item));
        } else if (node instanceof YamlNode.Text text
                && (key.equals("model") || key.equals("base_model"))
                && merged.size() < MOST_MERGED) {
            String id = text.value().strip();
            boolean said = merged.stream().anyMatch(one -> one.text().endsWith(": " + id));
            if (!said && Names.isId(Names.id(id))) {
                merged.add(new Quotation(path, text.at().line(), key + ": " + id));
            }
        }
    }
}
