// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.match.CompiledCatalog.CompiledDomain;
import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.CompiledReader;
import dev.fineprint.match.CompiledCatalog.Derived;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Packs the bundled catalog, compiled, for {@link PackedParts}, which reads everything in the order in which it is written
 * here. Runs in the build, after the catalog is packed; it is not in the jar.
 */
public final class MatcherPacker {
    private final IdentityHashMap<Node, Integer> nodes = new IdentityHashMap<>();
    private final Map<Integer, Node> leaves = new HashMap<>();
    private final Numbers nodeTable = new Numbers();
    private final StringBuilder characters = new StringBuilder();
    private Numbers out = new Numbers();

    private MatcherPacker() {}

    /**
     * Writes the resource.
     *
     * @param args the folder of the compiled classes, or another one that will be on the class path
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: MatcherPacker OUTPUT-DIRECTORY");
        }
        PatternCatalog catalog = PatternCatalog.bundled();
        Path folder = Files.createDirectories(Path.of(args[0]).resolve("dev/fineprint/match"));
        Files.write(folder.resolve(PackedParts.RESOURCE), pack(catalog, CompiledParts.compile(catalog)));
    }

    static byte[] pack(PatternCatalog catalog, CompiledParts parts) {
        MatcherPacker packer = new MatcherPacker();
        packer.text(catalog.version());
        packer.parts(parts);
        ByteBuffer file = ByteBuffer.allocate(
                3 * Integer.BYTES + packer.characters.length() * Character.BYTES + packer.out.size() * Integer.BYTES);
        file.putInt(PackedParts.MAGIC).putInt(packer.characters.length()).putInt(packer.out.size());
        for (int i = 0; i < packer.characters.length(); i++) {
            file.putChar(packer.characters.charAt(i));
        }
        for (int i = 0; i < packer.out.size(); i++) {
            file.putInt(packer.out.get(i));
        }
        return file.array();
    }

    private void parts(CompiledParts parts) {
        numbered(parts.vocabulary().stems());
        numbered(parts.vocabulary().exacts());
        numbered(parts.vocabulary().prefixes());
        out.add(parts.vocabulary().size());
        parts.trie().rows().forEach(out::addRow);
        out.add(parts.concepts());
        numbered(parts.conceptIds());
        // The nodes come first, and are known when all is written that names them.
        Numbers before = out;
        out = new Numbers();
        derived(parts);
        out.add(parts.derivedAtOnce());
        int pattern = 0;
        for (CompiledKind kind : parts.kinds()) {
            kind(kind);
            for (;
                    pattern < parts.patterns().size()
                            && parts.patterns().get(pattern).kind() == kind.index();
                    pattern++) {
                CompiledPattern each = parts.patterns().get(pattern);
                out.add(node(each.node()));
                nodes(each.unless());
                nodes(each.except());
            }
        }
        for (CompiledDomain domain : parts.domains()) {
            nodes(domain.expressions());
            nodes(domain.unless());
        }
        longs(parts.unanchored());
        out.addRow(parts.unsure());
        out.addRow(parts.unsureAt());
        out.add(parts.sayings().phrases());
        parts.sayings().write(out::addRow, this::rows);
        Numbers after = out;
        out = before;
        out.add(nodes.size());
        out.addAll(nodeTable);
        out.addAll(after);
    }

    private void derived(CompiledParts parts) {
        out.add(parts.derived().size());
        for (Derived derived : parts.derived()) {
            out.add(derived.concept());
            Node node = derived.node();
            out.add(node == null ? -1 : node(node));
            out.addRow(derived.hides());
        }
    }

    private void kind(CompiledKind kind) {
        for (String lang : kind.source().unless().keySet()) {
            nodes(kind.unless(lang));
        }
        out.addRow(kind.yieldsTo());
        for (String name : kind.source().reads().keySet()) {
            CompiledReader reader = Objects.requireNonNull(kind.reads().get(name));
            for (String choice : PackedParts.choices(reader.source())) {
                nodes(Objects.requireNonNull(reader.choices().get(choice)));
            }
            nodes(reader.after());
        }
    }

    private void longs(long[] longs) {
        out.add(longs.length);
        for (long each : longs) {
            out.add((int) each);
            out.add((int) (each >>> 32));
        }
    }

    private void rows(int[][] rows) {
        out.add(rows.length);
        for (int[] row : rows) {
            out.addRow(row);
        }
    }

    private void text(String text) {
        out.add(text.length());
        characters.append(text);
    }

    private void numbered(Map<String, Integer> numbered) {
        out.add(numbered.size());
        numbered.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            text(entry.getKey());
            out.add(entry.getValue());
        });
    }

    private void nodes(Node[] list) {
        out.add(list.length);
        for (Node node : list) {
            out.add(node(node));
        }
    }

    /** The number of a node; its parts, if it is new, come before it in the table. */
    private int node(Node other) {
        // One leaf for each concept is enough.
        Node node = other instanceof Node.Leaf leaf ? leaves.computeIfAbsent(leaf.concept, concept -> leaf) : other;
        Integer known = nodes.get(node);
        if (known != null) {
            return known;
        }
        Numbers own = new Numbers();
        Numbers outer = out;
        out = own;
        tag(node);
        out = outer;
        int number = nodes.size();
        nodes.put(node, number);
        nodeTable.addAll(own);
        return number;
    }

    private void tag(Node node) {
        if (node instanceof Node.Leaf leaf) {
            out.add(PackedParts.LEAF);
            out.add(leaf.concept);
        } else if (node instanceof Node.Alternatives alternatives) {
            out.add(PackedParts.ALTERNATIVES);
            nodes(alternatives.nodes());
        } else if (node instanceof Node.Sequence sequence) {
            out.add(PackedParts.SEQUENCE);
            nodes(sequence.items());
            out.addRow(sequence.leaves());
            out.addRow(sequence.gaps());
            for (Node[] without : sequence.without()) {
                nodes(without);
            }
        } else if (node instanceof Node.Start) {
            out.add(PackedParts.START);
        } else if (node instanceof Node.End) {
            out.add(PackedParts.END);
        } else {
            out.add(node instanceof Node.Any ? PackedParts.ANY : PackedParts.REST);
        }
    }
}
