// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.identify.Identification.Form;
import java.util.ArrayList;
import java.util.List;

/** A licence of the SPDX list in a text, word by word. */
final class SpdxOccurrence implements Occurrence {
    private final SpdxIndex.Entry entry;
    private final Alignment alignment;

    SpdxOccurrence(SpdxIndex.Entry entry, Alignment alignment) {
        this.entry = entry;
        this.alignment = alignment;
    }

    @Override
    public List<KnownLicense> names() {
        return entry.licenses();
    }

    @Override
    public Form form() {
        return switch (entry.form()) {
            case LICENSE -> Form.LICENSE;
            case NOTICE -> Form.NOTICE;
            case EXCEPTION -> Form.EXCEPTION;
        };
    }

    @Override
    public int from() {
        return alignment.textFrom;
    }

    @Override
    public int to() {
        return alignment.textTo;
    }

    @Override
    public boolean whole() {
        return alignment.whole();
    }

    @Override
    public double baseCovered() {
        return alignment.baseCovered();
    }

    @Override
    public int same() {
        return alignment.same;
    }

    @Override
    public int lost() {
        return alignment.lost;
    }

    @Override
    public int added() {
        return alignment.added;
    }

    @Override
    public boolean knowsTitle() {
        return alignment.framed();
    }

    @Override
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Template base = alignment.base;
        for (Alignment.Hunk hunk : alignment.settled()) {
            boolean lost = hunk.baseFrom() < hunk.baseTo();
            boolean added = hunk.textFrom() < hunk.textTo();
            String removed = lost ? base.quote(hunk.baseFrom(), hunk.baseTo()) : "";
            if (added) {
                changes.add(Passages.change(
                        lost ? Change.Type.REPLACED : Change.Type.INSERTED,
                        alignment.text,
                        hunk.textFrom(),
                        hunk.textTo(),
                        removed));
            } else {
                int at = alignment.text.gapStart(Math.min(hunk.textFrom(), alignment.text.size));
                changes.add(new Change(Change.Type.REMOVED, at, at, removed));
            }
        }
        return changes;
    }
}
