// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a catalog's folder, read but not understood yet: to be sent to another machine, where
 * {@link PatternCatalog#plus(CatalogFolder)} reads them as it would the folder. Immutable and serialisable.
 */
public final class CatalogFolder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final CatalogFiles.CatalogFile[] files;

    private CatalogFolder(String name, List<CatalogFiles.CatalogFile> files) {
        this.name = name;
        this.files = files.toArray(CatalogFiles.CatalogFile[]::new);
    }

    /**
     * Reads the files of a folder that is laid out like a catalog.
     *
     * @throws CatalogException if the folder or a file cannot be read or is too large
     */
    public static CatalogFolder read(Path folder) {
        Problems problems = new Problems();
        List<CatalogFiles.CatalogFile> files = CatalogFiles.below(folder, problems);
        problems.throwIfAny();
        return new CatalogFolder(folder.toString(), files);
    }

    /** What the folder is called in messages. */
    String name() {
        return name;
    }

    List<CatalogFiles.CatalogFile> files() {
        return List.of(files);
    }

    /** A short hash of the content of all files: the same on every machine, another one after every change. */
    public String version() {
        return CatalogFiles.version(files());
    }

    @Override
    public String toString() {
        return name + " (" + files.length + " files, version " + version() + ")";
    }
}
