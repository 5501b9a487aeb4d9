// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.catalog.ValueReader;
import dev.fineprint.match.CompiledCatalog.CompiledDomain;
import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.CompiledReader;
import dev.fineprint.match.CompiledCatalog.Derived;
import dev.fineprint.pack.PackReader;
import dev.fineprint.text.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link CompiledParts} of the bundled catalog that the build packed: compiling it takes a few times as long as
 * the analysis that waits for it. The file is characters and numbers as they lie in memory, taken over in one piece; what
 * the catalog says itself is not in it.
 */
final class PackedParts {
    static final String RESOURCE = "matcher.bin";
    static final int MAGIC = 0x4650_4D31;

    /** What a node is. */
    static final int LEAF = 0;

    static final int START = 1;
    static final int END = 2;
    static final int ANY = 3;
    static final int REST = 4;
    static final int ALTERNATIVES = 5;
    static final int SEQUENCE = 6;

    private static final Node[] NO_NODES = {};
    private static final int[] NO_NUMBERS = {};

    private final String characters;
    private int nextCharacter;
    private final int[] numbers;
    private int next;
    private Node[] nodes = NO_NODES;

    private PackedParts(ByteBuffer file) throws IOException {
        if (file.getInt() != MAGIC) {
            throw new IOException("no packed matcher of this version");
        }
        char[] chars = new char[file.getInt()];
        numbers = new int[file.getInt()];
        file.asCharBuffer().get(chars);
        file.position(file.position() + chars.length * Character.BYTES);
        file.asIntBuffer().get(numbers);
        characters = String.valueOf(chars);
    }

    /** The parts that lie in the jar, if they are made from this very catalog. */
    static Optional<CompiledParts> bundled(PatternCatalog catalog) {
        // A jar is of one piece. In a folder of classes the compiler may be another one by now.
        if (!PackReader.isInJar(PackedParts.class, RESOURCE)) {
            return Optional.empty();
        }
        try {
            return read(PackReader.bytes(PackedParts.class, RESOURCE), catalog);
        } catch (IOException e) {
            throw new UncheckedIOException("the packed matcher cannot be read; build the library anew", e);
        }
    }

    /**
     * Reads the parts, if they are made from this catalog.
     *
     * @throws IOException if it is something else
     */
    static Optional<CompiledParts> read(byte[] file, PatternCatalog catalog) throws IOException {
        try {
            PackedParts in = new PackedParts(ByteBuffer.wrap(file));
            return in.text().equals(catalog.version()) ? Optional.of(in.parts(catalog)) : Optional.empty();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("a packed matcher that ends too early", e);
        }
    }

    private CompiledParts parts(PatternCatalog catalog) throws IOException {
        Vocabulary vocabulary = Vocabulary.of(numbered(), numbered(), numbered(), number());
        PhraseTrie trie = new PhraseTrie(row(), row(), row(), row());
        int concepts = number();
        Map<String, Integer> conceptIds = numbered();
        nodes = readNodes();
        List<Derived> derived = derived();
        int derivedAtOnce = number();
        List<ClauseKind> sources = catalog.kinds();
        List<CompiledKind> kinds = new ArrayList<>(sources.size());
        List<CompiledPattern> patterns = new ArrayList<>();
        for (int kind = 0; kind < sources.size(); kind++) {
            kinds.add(kind(kind, sources.get(kind)));
            for (ClausePattern pattern : sources.get(kind).patterns()) {
                patterns.add(new CompiledPattern(patterns.size(), kind, pattern, node(), nodes(), nodes()));
            }
        }
        List<CompiledDomain> domains = new ArrayList<>();
        for (Domain domain : catalog.domains()) {
            domains.add(new CompiledDomain(domain.id(), nodes(), nodes()));
        }
        return new CompiledParts(
                vocabulary,
                trie,
                concepts,
                conceptIds,
                derived,
                derivedAtOnce,
                kinds,
                patterns,
                domains,
                new Agenda(derived, patterns, domains),
                longs(),
                row(),
                row(),
                new Sayings(number(), row(), row(), rows(), row(), row()));
    }

    private List<Derived> derived() {
        int size = number();
        List<Derived> derived = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            derived.add(new Derived(number(), nodeOrNull(), row()));
        }
        return derived;
    }

    private CompiledKind kind(int index, ClauseKind source) {
        Map<String, Node[]> unless = new LinkedHashMap<>();
        for (String lang : source.unless().keySet()) {
            unless.put(lang, nodes());
        }
        int[] yieldsTo = row();
        Map<String, CompiledReader> reads = new LinkedHashMap<>();
        for (Map.Entry<String, ValueReader> reader : source.reads().entrySet()) {
            Map<String, Node[]> choices = new LinkedHashMap<>();
            for (String choice : choices(reader.getValue())) {
                choices.put(choice, nodes());
            }
            reads.put(reader.getKey(), new CompiledReader(reader.getValue(), choices, nodes()));
        }
        return new CompiledKind(index, source, unless, yieldsTo, reads);
    }

    /** The values among which a reader chooses, in its order. */
    static Iterable<String> choices(ValueReader reader) {
        if (reader instanceof ValueReader.ChoiceValue choice) {
            return choice.choices().keySet();
        }
        return reader instanceof ValueReader.SetValue set ? set.members().keySet() : List.of();
    }

    private Node[] readNodes() throws IOException {
        Node[] all = new Node[number()];
        nodes = all;
        for (int i = 0; i < all.length; i++) {
            int tag = number();
            all[i] = switch (tag) {
                case LEAF -> new Node.Leaf(number());
                case START -> new Node.Start();
                case END -> new Node.End();
                case ANY -> new Node.Any();
                case REST -> new Node.Rest();
                case ALTERNATIVES -> new Node.Alternatives(nodes());
                case SEQUENCE -> sequence();
                default -> throw new IOException("no node of a packed matcher: " + tag);
            };
        }
        return all;
    }

    private Node sequence() {
        Node[] items = nodes();
        int[] leaves = row();
        int[] gaps = row();
        Node[][] without = new Node[gaps.length][];
        for (int i = 0; i < without.length; i++) {
            without[i] = nodes();
        }
        return new Node.Sequence(items, leaves, gaps, without);
    }

    private int number() {
        return numbers[next++];
    }

    private int[] row() {
        int size = number();
        if (size == 0) {
            return NO_NUMBERS;
        }
        int[] row = Arrays.copyOfRange(numbers, next, next + size);
        next += size;
        return row;
    }

    private int[][] rows() {
        int[][] rows = new int[number()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row();
        }
        return rows;
    }

    private long[] longs() {
        long[] longs = new long[number()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = number() & 0xFFFFFFFFL | (long) number() << 32;
        }
        return longs;
    }

    private String text() {
        int end = nextCharacter + number();
        String text = characters.substring(nextCharacter, end);
        nextCharacter = end;
        return text;
    }

    /** Texts and their numbers, in their order. */
    private Map<String, Integer> numbered() {
        int size = number();
        Map<String, Integer> numbered = new LinkedHashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            numbered.put(text(), number());
        }
        return numbered;
    }

    private Node node() {
        return nodes[number()];
    }

    private @Nullable Node nodeOrNull() {
        int node = number();
        return node < 0 ? null : nodes[node];
    }

    private Node[] nodes() {
        int size = number();
        if (size == 0) {
            return NO_NODES;
        }
        Node[] list = new Node[size];
        for (int i = 0; i < size; i++) {
            list[i] = node();
        }
        return list;
    }
}
