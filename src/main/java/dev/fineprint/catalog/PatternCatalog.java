// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of clauses, the fields of use, the lexicon, and the patterns that find them. Immutable.
 *
 * <p>A catalog is a folder: {@code kinds/<group>/<kind>.yaml}, {@code domains/<domain>.yaml},
 * {@code lexicon/<language>/<topic>.yaml} and {@code authorities.yaml}. Reading one either gives a catalog in which
 * everything fits together, or a {@link CatalogException} with all that is wrong.
 */
public final class PatternCatalog {

    /** Names the folder to read as the bundled catalog where none is packed beside the classes. */
    private static final String FOLDER_PROPERTY = "fineprint.catalog";

    private final Later<Draft> draft;
    private final Map<String, ClauseKind> kinds;
    private final Map<String, Domain> domains;
    private final Map<String, Concept> concepts;
    private final Map<String, Authority> authorities;
    private final String version;

    /** What fits together; the maps are not copied. */
    PatternCatalog(
            Later<Draft> draft,
            Map<String, ClauseKind> kinds,
            Map<String, Domain> domains,
            Map<String, Concept> concepts,
            Map<String, Authority> authorities,
            String version) {
        this.draft = draft;
        this.kinds = Collections.unmodifiableMap(kinds);
        this.domains = Collections.unmodifiableMap(domains);
        this.concepts = Collections.unmodifiableMap(concepts);
        this.authorities = Collections.unmodifiableMap(authorities);
        this.version = version;
    }

    /**
     * The catalog that comes with the library. It is read at each call: keep it.
     *
     * @throws CatalogException if the library was packed without one, or with a faulty one
     */
    public static PatternCatalog bundled() {
        Optional<PatternCatalog> packed = PackedCatalog.bundled();
        if (packed.isPresent()) {
            return packed.get();
        }
        if (CatalogFiles.isBundled()) {
            return ofBundledFiles();
        }
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        if (!folder.isEmpty()) {
            return load(Path.of(folder));
        }
        Problems problems = new Problems();
        problems.add(new CatalogProblem(
                new SourceRef("clause-patterns/index", 1, 1),
                "the bundled catalog is missing",
                "",
                "it beside the classes",
                "use a complete build of the library, or name a folder with -D" + FOLDER_PROPERTY + "=..."));
        throw problems.exception();
    }

    /**
     * A catalog of one's own that stands by itself.
     *
     * @param folder the folder that holds {@code kinds/}, {@code lexicon/} and so on
     * @throws CatalogException if the folder or a file cannot be read, or anything in it is wrong
     */
    public static PatternCatalog load(Path folder) {
        Problems problems = new Problems();
        return whole(CatalogFiles.below(folder, problems), folder.toString(), problems);
    }

    /** The bundled catalog out of its files, all of which is checked. */
    static PatternCatalog ofBundledFiles() {
        Problems problems = new Problems();
        return whole(CatalogFiles.bundled(problems), "clause-patterns", problems);
    }

    /** What the files of the bundled catalog say, to add another one to. */
    static Draft bundledDraft() {
        Problems problems = new Problems();
        Draft draft = CatalogReader.read(CatalogFiles.bundled(problems), problems);
        problems.throwIfAny();
        return draft;
    }

    private static PatternCatalog whole(List<CatalogFiles.CatalogFile> files, String folder, Problems problems) {
        Draft draft = CatalogReader.read(files, problems);
        if (draft.kinds().isEmpty() && problems.isEmpty()) {
            problems.add(new CatalogProblem(
                    new SourceRef(folder, 1, 1),
                    "the catalog holds no kind of clause",
                    "",
                    "kinds/<group>/<kind>.yaml",
                    "check the path, or add the folder to another catalog"));
        }
        return link(draft, CatalogFiles.version(files), problems);
    }

    /**
     * This catalog and what a folder adds to it: kinds, patterns for known kinds (a file of the kind's name with nothing
     * but {@code id} and {@code patterns}), domains, concepts, expressions for known concepts, authorities. Nothing is
     * replaced: an id that is already there is a fault.
     *
     * @param folder laid out like a catalog; each part of it may be missing
     * @throws CatalogException if the folder or a file cannot be read, or anything in it is wrong or does not fit
     */
    public PatternCatalog plus(Path folder) {
        Problems problems = new Problems();
        return plus(CatalogFiles.below(folder, problems), folder.toString(), problems);
    }

    /**
     * This catalog and what a folder adds to it whose files were read before, maybe on another machine.
     *
     * @throws CatalogException if anything in it is wrong or does not fit
     */
    public PatternCatalog plus(CatalogFolder folder) {
        return plus(folder.files(), folder.name(), new Problems());
    }

    private PatternCatalog plus(List<CatalogFiles.CatalogFile> files, String folder, Problems problems) {
        Draft added = CatalogReader.read(files, problems);
        if (added.isEmpty() && problems.isEmpty()) {
            problems.add(new CatalogProblem(
                    new SourceRef(folder, 1, 1),
                    "the folder adds nothing",
                    "",
                    "kinds/, domains/, lexicon/ or authorities.yaml in it",
                    "check the path"));
        }
        return link(draft.get().with(added), CatalogFiles.version(version, CatalogFiles.version(files)), problems);
    }

    /**
     * This catalog and another one.
     *
     * @throws CatalogException if an id is in both, or they do not fit otherwise
     */
    public PatternCatalog plus(PatternCatalog other) {
        return link(draft.get().with(other.draft.get()), CatalogFiles.version(version, other.version), new Problems());
    }

    private static PatternCatalog link(Draft draft, String version, Problems problems) {
        CatalogLinker linker = new CatalogLinker(draft, problems);
        linker.link();
        problems.throwIfAny();
        return new PatternCatalog(
                Later.of(draft), linker.kinds(), linker.domains(), linker.concepts(), linker.authorities(), version);
    }

    /** All kinds, sorted by id. */
    public List<ClauseKind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** The kind of an id. */
    public Optional<ClauseKind> kind(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** All domains, sorted by id. */
    public List<Domain> domains() {
        return List.copyOf(domains.values());
    }

    /** The domain of an id. */
    public Optional<Domain> domain(String id) {
        return Optional.ofNullable(domains.get(id));
    }

    /** All concepts, sorted by name; none refers to itself by any way round. */
    public List<Concept> concepts() {
        return List.copyOf(concepts.values());
    }

    /** The concept of a name; entities are none. */
    public Optional<Concept> concept(String name) {
        return Optional.ofNullable(concepts.get(name));
    }

    /** Who says what offends: id to authority, sorted. */
    public Map<String, Authority> authorities() {
        return authorities;
    }

    /** A short hash of the content of all files: the same on every machine, another one after every change. */
    public String version() {
        return version;
    }
}
