// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.ToolInfo;
import dev.fineprint.Verdict;
import dev.fineprint.archive.ArchiveReader;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.read.Documents;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.scan.OpenPart.State;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads releases of models. Immutable and thread-safe: make one and keep it. Nothing reaches the network. */
public final class ReleaseScanner {
    private static final Set<Role> ANALYSED = Set.of(Role.LICENSE, Role.USE_POLICY, Role.NOTICE);

    private static final int DEEPEST_RELEASE = 3;

    private final LicenseAnalyzer analyzer;
    private final ScanLimits limits;
    private final Sentences sentences = new Sentences();
    private final KnownModels known = KnownModels.bundled();
    private final Segmenter segmenter = Segmenter.create();

    private ReleaseScanner(LicenseAnalyzer analyzer, ScanLimits limits) {
        this.analyzer = analyzer;
        this.limits = limits;
    }

    /** A scanner with the usual limits. */
    public static ReleaseScanner create(LicenseAnalyzer analyzer) {
        return create(analyzer, ScanLimits.usual());
    }

    /** A scanner with limits of its own. */
    public static ReleaseScanner create(LicenseAnalyzer analyzer, ScanLimits limits) {
        return new ReleaseScanner(analyzer, limits);
    }

    /**
     * The folders of releases in a folder: the folder itself (or the archive) if it is one, or if a file of a release lies in it, otherwise those below it, down
     * to the third, in the order of their names.
     *
     * @throws IOException if a folder cannot be listed
     */
    public List<Path> releases(Path folder) throws IOException {
        if (Files.isRegularFile(folder) && ArchiveReader.isArchive(String.valueOf(folder.getFileName()))) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        gather(folder, 0, found, new int[] {limits.entries()});
        return found.isEmpty() ? List.of(folder) : found;
    }

    private static void gather(Path folder, int depth, List<Path> found, int[] left) throws IOException {
        List<Path> below = new ArrayList<>();
        boolean release = false;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path one : inside) {
                if (--left[0] < 0) {
                    break;
                }
                String name = String.valueOf(one.getFileName());
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                    if (!name.startsWith(".")) {
                        below.add(one);
                    }
                } else if (Role.of(name) != Role.OTHER) {
                    release = true;
                }
            }
        }
        if (release) {
            found.add(folder);
        } else if (depth < DEEPEST_RELEASE) {
            Collections.sort(below);
            for (Path one : below) {
                gather(one, depth + 1, found, left);
            }
        }
    }

    /**
     * Reads the release in a folder or in an archive (zip, tar, tar.gz).
     *
     * @throws IOException if it is not there, is neither, cannot be listed or is refused: the message says why. What cannot
     *     be read in it is said in the release
     */
    public ModelRelease scan(Path folder) throws IOException {
        Path fileName = folder.toRealPath().getFileName();
        String name = fileName == null ? folder.toString() : fileName.toString();
        if (Files.isRegularFile(folder) && ArchiveReader.isArchive(name)) {
            try (Archive archive = Archive.open(folder, limits, sentences)) {
                return scan(archive.folder(), archive.name(), archive.notes());
            }
        }
        return scan(folder, name, List.of());
    }

    private ModelRelease scan(Path folder, String name, List<LocalizedText> before) throws IOException {
        Folder listed = Folder.list(folder, limits, sentences);
        List<LocalizedText> notes = new ArrayList<>(before);
        notes.addAll(listed.notes());
        List<ReleaseDocument> documents = new ArrayList<>();
        List<HeaderField> fields = new ArrayList<>();
        Optional<ModelCard> card = Optional.empty();
        Optional<CardText> text = Optional.empty();
        boolean cardRead = true;
        int others = 0;
        int texts = 0;
        int headers = 0;
        for (Folder.Entry entry : listed.entries()) {
            Role role = Role.of(entry.name());
            if (role == Role.OTHER) {
                others++;
                continue;
            }
            Optional<LicenseReport> report = Optional.empty();
            Optional<LocalizedText> problem = Optional.empty();
            try {
                if (ANALYSED.contains(role)) {
                    if (texts++ < limits.documents()) {
                        report = Optional.of(analyzer.analyze(decode(entry)));
                    } else {
                        problem = Optional.of(sentences.message("refused.documents", limits.documents()));
                    }
                } else if (role == Role.CARD && text.isEmpty()) {
                    LicenseText words = decode(entry);
                    int noted = notes.size();
                    card = FrontMatter.read(entry.path(), words.original(), sentences, notes);
                    cardRead = notes.size() == noted;
                    text = Optional.of(CardText.read(entry.path(), words, segmenter));
                } else if ((role == Role.WEIGHTS || role == Role.CONFIG) && headers < limits.headers()) {
                    headers++;
                    fields.addAll(new Headers(sentences, limits).read(entry.path(), entry.file()));
                }
            } catch (Refused e) {
                problem = Optional.of(e.why());
            } catch (IOException e) {
                problem = Optional.of(sentences.message("refused.unreadable", String.valueOf(e.getMessage())));
            }
            problem.ifPresent(notes::add);
            documents.add(new ReleaseDocument(entry.path(), role, entry.bytes(), report, problem));
        }
        List<Ancestor> lineage = new LineageReader(known, sentences).read(card, fields);
        List<Observation> observations = new ArrayList<>(
                new Observations(sentences, known, name, documents, card, text, fields, lineage, cardRead).all());
        observations.sort(Comparator.comparingInt(Observations::gravity));
        List<OpenPart> openness = OpennessReader.read(listed.entries(), card, text);
        return new ModelRelease(
                new ToolInfo("fineprint", version(), analyzer.catalog().version()),
                name,
                documents,
                others,
                card,
                fields,
                lineage,
                openness,
                summary(documents, openness),
                observations,
                notes);
    }

    private LicenseText decode(Folder.Entry entry) throws IOException {
        try (InputStream in = Files.newInputStream(entry.file())) {
            ReadLimits usual = ReadLimits.usual().withText(limits.textBytes());
            return Documents.read(entry.path(), in, usual, StopSignal.onInterrupt());
        }
    }

    private static String version() {
        String version = ReleaseScanner.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private LocalizedText summary(List<ReleaseDocument> documents, List<OpenPart> openness) {
        List<LocalizedText> terms = documents.stream()
                .filter(document -> document.role() == Role.LICENSE)
                .flatMap(document -> document.report().stream())
                .map(this::terms)
                .toList();
        LocalizedText under = terms.isEmpty() ? sentences.message("summary.no-text") : terms.get(0);
        for (LocalizedText one : terms) {
            if (one.equals(sentences.message("summary.deviates"))) {
                under = one;
            }
        }
        List<LocalizedText> parts = new ArrayList<>();
        for (State state : List.of(State.PRESENT, State.DESCRIBED, State.ABSENT, State.NOT_ASSESSED)) {
            List<LocalizedText> named = openness.stream()
                    .filter(part -> part.state() == state)
                    .map(part -> sentences.message("part." + part.part().code()))
                    .toList();
            if (!named.isEmpty()) {
                parts.add(sentences.message("summary." + state.code(), sentences.list(named)));
            }
        }
        StringBuilder en = new StringBuilder();
        StringBuilder zh = new StringBuilder();
        for (LocalizedText part : parts) {
            en.append(en.isEmpty() ? "" : "; ").append(part.en());
            zh.append(zh.isEmpty() ? "" : "；").append(part.zh());
        }
        return sentences.message("summary.whole", new LocalizedText(en.toString(), zh.toString()), under);
    }

    private LocalizedText terms(LicenseReport report) {
        return sentences.message(
                report.verdict() == Verdict.DEVIATES
                        ? "summary.deviates"
                        : report.verdict() == Verdict.NO_DEVIATION_FOUND
                                ? "summary.none-found"
                                : "summary.undetermined");
    }
}
