// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.ToolInfo;
import dev.fineprint.archive.ArchiveReader;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads releases of models. Immutable and thread-safe: make one and keep it. Nothing reaches the network. */
public final class ReleaseScanner {
    private final LicenseAnalyzer analyzer;
    private final ScanLimits limits;
    private final Sentences sentences = new Sentences();
    private final KnownModels known = KnownModels.bundled();
    private final Segmenter segmenter = Segmenter.create();
    private final LineageReader lineages = new LineageReader(known, sentences);
    private final Terms terms;

    private ReleaseScanner(LicenseAnalyzer analyzer, ScanLimits limits) {
        this.analyzer = analyzer;
        this.limits = limits;
        this.terms = new Terms(analyzer, known, sentences, lineages);
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
     * The folders and archives of releases in a folder, in the order of their paths: the folder itself (or the archive) if it
     * is one, otherwise those below it, down to the fifth. A folder is a release if weights, a configuration or a model card
     * with front matter lie in it; one in which only a licence or a README lies is a release unless two or more lie below it.
     *
     * @throws IOException if a folder cannot be listed
     */
    public List<Path> releases(Path folder) throws IOException {
        return new ReleaseFinder().find(folder);
    }

    /**
     * Reads the release in a folder or in an archive (zip, tar, tar.gz).
     *
     * @throws IOException if it is not there, is neither, cannot be listed or is refused: the message says why. What cannot
     *     be read in it is said in the release
     */
    public ModelRelease scan(Path folder) throws IOException {
        Draft draft = draft(folder, new ConcurrentHashMap<>());
        return release(draft, new Shelf(List.of(draft)));
    }

    /**
     * Reads several releases, on all processors; each may be an ancestor of the others. What goes wrong with one is part of
     * its answer and takes none of the others with it.
     *
     * @param folders folders and archives, such as {@link #releases} finds them
     * @return one answer for each, in their order
     */
    public List<Scanned> scanAll(List<Path> folders) {
        Map<String, LicenseReport> read = new ConcurrentHashMap<>();
        List<InParallel.Attempt<Draft>> drafts = InParallel.each(folders, folder -> draft(folder, read));
        Shelf shelf =
                new Shelf(drafts.stream().flatMap(one -> one.done().stream()).toList());
        List<InParallel.Attempt<Optional<ModelRelease>>> releases =
                InParallel.each(drafts, one -> one.done().map(draft -> release(draft, shelf)));
        List<Scanned> all = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            all.add(new Scanned(
                    folders.get(i),
                    releases.get(i).done().flatMap(one -> one),
                    drafts.get(i).failure().or(releases.get(i)::failure)));
        }
        return List.copyOf(all);
    }

    private Draft draft(Path folder, Map<String, LicenseReport> read) throws IOException {
        Path real = folder.toRealPath();
        String name = String.valueOf(real.getFileName());
        if (Files.isRegularFile(real) && ArchiveReader.isArchive(name)) {
            try (Archive archive = Archive.open(folder, limits, sentences)) {
                return new DraftReader(analyzer, limits, sentences, segmenter, read)
                        .read(archive.folder(), archive.name(), List.of(archive.name()), archive.notes());
            }
        }
        return new DraftReader(analyzer, limits, sentences, segmenter, read)
                .read(folder, Names.of(real), Names.ids(real), List.of());
    }

    private ModelRelease release(Draft draft, Shelf shelf) {
        LineageReader.Lineage lineage = lineages.read(draft, shelf);
        List<LicenseReport> own = terms.own(draft);
        List<Observation> observations =
                new ArrayList<>(new Observations(sentences, known, draft, own, lineage, terms).all());
        observations.sort(Comparator.comparingInt(Observations::gravity));
        List<OpenPart> openness = new OpennessReader(known, sentences, draft, own).read();
        return new ModelRelease(
                new ToolInfo("fineprint", version(), analyzer.catalog().version()),
                draft.name(),
                draft.documents(),
                draft.others(),
                draft.card(),
                draft.fields(),
                lineage.ancestors(),
                openness,
                new OpennessSummary(sentences).of(openness, own),
                observations,
                draft.notes(),
                Stream.concat(own.stream(), terms.inherited(draft, lineage).stream())
                        .toList(),
                Optional.empty());
    }

    static String version() {
        String version = ReleaseScanner.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
