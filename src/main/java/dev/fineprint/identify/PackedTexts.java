// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The deflated texts of the SPDX list, in files of a few dozen neighbours each. A text is laid beside very few others: a file is
 * read when the first of its texts is asked for. Thread-safe.
 */
final class PackedTexts implements IntFunction<byte[]> {
    private static final int FILE_SIZE = 40_000;

    private final int[] starts;
    private final char[] fileOf;
    private final Function<String, byte[]> files;
    private final AtomicReferenceArray<byte[]> read;

    private PackedTexts(int[] starts, char[] fileOf, Function<String, byte[]> files) {
        this.starts = starts;
        this.fileOf = fileOf;
        this.files = files;
        this.read = new AtomicReferenceArray<>(fileOf.length == 0 ? 0 : fileOf[fileOf.length - 1] + 1);
    }

    /** Where a text stands among all, and in which file. */
    static PackedTexts read(PackReader in, Function<String, byte[]> files) {
        return new PackedTexts(in.ints(), in.chars(), files);
    }

    /**
     * Packs texts.
     *
     * @param out notes which text stands where
     * @return the files with the texts, by their names
     */
    static Map<String, byte[]> write(List<byte[]> texts, PackWriter out) {
        int[] starts = new int[texts.size() + 1];
        char[] fileOf = new char[texts.size()];
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] file = {};
        for (int i = 0; i < fileOf.length; i++) {
            byte[] text = texts.get(i);
            if (file.length > 0 && file.length + text.length > FILE_SIZE) {
                files.put(name(files.size()), file);
                file = new byte[0];
            }
            int at = file.length;
            file = Arrays.copyOf(file, at + text.length);
            System.arraycopy(text, 0, file, at, text.length);
            fileOf[i] = (char) files.size();
            starts[i + 1] = starts[i] + text.length;
        }
        files.put(name(files.size()), file);
        out.ints(starts);
        out.chars(fileOf);
        return files;
    }

    private static String name(int file) {
        return "spdx-texts-" + file + ".bin";
    }

    @Override
    public byte[] apply(int text) {
        int number = fileOf[text];
        byte[] file = read.get(number);
        if (file == null) {
            file = files.apply(name(number));
            read.set(number, file);
        }
        int first = text;
        while (first > 0 && fileOf[first - 1] == number) {
            first--;
        }
        return Arrays.copyOfRange(file, starts[text] - starts[first], starts[text + 1] - starts[first]);
    }
}
