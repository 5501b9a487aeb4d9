// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open list, or a numbering of sections. */
final class Level {
    /** What its items start with. */
    enum Kind {
        MARKED,
        /** Nothing: they are indented. */
        INDENTED,
        /** Nothing: they follow a colon and end with semicolons, or with nothing at all. */
        FLUSH
    }

    final Kind kind;
    /** Family, shape and depth of the markers; null and 0 for lists without them. */
    final Marker.@Nullable Family family;

    final Marker.@Nullable Shape shape;
    final int depth;
    final int indent;
    /** Whether its items are sections: no lead-in governs them. */
    final boolean section;
    /** How many lists it stands in, itself included; sections do not count. */
    final int nesting;
    /** The clauses that govern its items. */
    final List<Integer> leadIns;

    /** The ordinal of the current item. */
    int value;
    /** The first clause of the current item, -1 if it has none. */
    int item = -1;
    /** Whether a paragraph that belongs to no item has followed. */
    boolean interrupted;

    private Level(
            Kind kind,
            Marker.@Nullable Family family,
            @Nullable Marker marker,
            int indent,
            boolean section,
            @Nullable Level parent,
            List<Integer> leadIns) {
        this.kind = kind;
        this.family = family;
        this.shape = marker == null ? null : marker.shape();
        this.depth = marker == null ? 0 : marker.depth();
        this.indent = indent;
        this.section = section;
        this.nesting = (parent == null ? 0 : parent.nesting) + (section ? 0 : 1);
        this.leadIns = section ? List.of() : leadIns;
    }

    /** A list whose items have markers like the given one; its family tells how that is read. */
    static Level marked(
            Marker.Family family,
            Marker marker,
            int indent,
            boolean section,
            @Nullable Level parent,
            List<Integer> leadIns) {
        return new Level(Kind.MARKED, family, marker, indent, section, parent, leadIns);
    }

    /** A list whose items have no markers. */
    static Level unmarked(Kind kind, int indent, @Nullable Level parent, List<Integer> leadIns) {
        return new Level(kind, null, null, indent, false, parent, leadIns);
    }
}
