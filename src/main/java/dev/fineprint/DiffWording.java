// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.PatternCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what changes between two texts mean, in both languages at once. Immutable; thread-safe. */
final class DiffWording {
    private final PatternCatalog catalog;
    private final Wording wording;
    private final Messages english = Messages.in(Locale.ENGLISH);
    private final Messages chinese = Messages.in(Locale.CHINESE);

    DiffWording(PatternCatalog catalog, Wording wording) {
        this.catalog = catalog;
        this.wording = wording;
    }

    // ---------------------------------------------------------------- one clause

    LocalizedText meaning(
            ClauseChange.Type type,
            ClauseChange.Direction direction,
            Finding old,
            Finding now,
            List<ValueChange> values,
            DiffBuilder.Context context) {
        LocalizedText title = title(now.kind());
        return switch (type) {
            case CHANGED -> {
                List<LocalizedText> parts = new ArrayList<>();
                values.forEach(value -> parts.addAll(parts(now.kind(), value, context)));
                yield wording.message(
                        "diff.changed",
                        title,
                        wording.joined("separator.summary", parts),
                        wording.message("diff.direction." + direction));
            }
            case REWORDED -> wording.message(old.params().isEmpty() ? "diff.reworded" : "diff.reworded.values", title);
            case MOVED -> wording.message("diff.moved", title);
            default -> wording.message("diff.unchanged", title);
        };
    }

    /** What a value was and is; a list tells apart what other clauses name already or still. */
    private List<LocalizedText> parts(String kind, ValueChange value, DiffBuilder.Context context) {
        LocalizedText name = message("param." + value.name());
        if (!value.isList()) {
            Optional<LocalizedText> old = value.before().map(each -> word(value.name(), each));
            Optional<LocalizedText> now = value.after().map(each -> word(value.name(), each));
            if (value.name().equals(ValueChange.ATTITUDE)) {
                return List.of(wording.message("diff.attitude", old.orElse(name), now.orElse(name)));
            }
            return List.of(
                    old.isEmpty()
                            ? wording.message("diff.value.new", name, now.orElseThrow())
                            : now.isEmpty()
                                    ? wording.message("diff.value.gone", name, old.get())
                                    : wording.message("diff.value", name, old.get(), now.get()));
        }
        List<LocalizedText> parts = new ArrayList<>();
        Set<String> before = context.entriesBefore(kind, value.name());
        Set<String> after = context.entriesAfter(kind, value.name());
        list(parts, "diff.value.added", name, value.name(), value.added(), before, false);
        list(parts, "diff.value.added.elsewhere", name, value.name(), value.added(), before, true);
        list(parts, "diff.value.dropped", name, value.name(), value.dropped(), after, false);
        list(parts, "diff.value.dropped.elsewhere", name, value.name(), value.dropped(), after, true);
        return parts;
    }

    private void list(
            List<LocalizedText> parts,
            String key,
            LocalizedText name,
            String parameter,
            List<String> entries,
            Set<String> elsewhere,
            boolean wanted) {
        List<String> told = entries.stream()
                .filter(each -> elsewhere.contains(each) == wanted)
                .toList();
        if (!told.isEmpty()) {
            parts.add(wording.message(key, name, word(parameter, told)));
        }
    }

    /** A value as it is told: places and domains by their names, choices by their words. */
    private LocalizedText word(String name, Object value) {
        List<?> entries = value instanceof List<?> list ? list : List.of(value);
        List<LocalizedText> words = new ArrayList<>();
        for (Object entry : entries) {
            LocalizedText plain = wording.value(name, entry);
            String key = "value." + name + "." + entry;
            words.add(new LocalizedText(english.textOr(key, plain.en()), chinese.textOr(key, plain.zh())));
        }
        return wording.joined("separator.list", words);
    }

    LocalizedText appeared(Finding finding, DiffBuilder.Context context) {
        if (finding.kind().equals(Finding.UNCLASSIFIED)) {
            return wording.message("diff.appeared.unclassified");
        }
        List<LocalizedText> named = named(finding, true, context);
        if (context.wasThere(finding.kind()) && !named.isEmpty()) {
            return wording.message("diff.kind", title(finding.kind()), wording.joined("separator.summary", named));
        }
        String key = context.wasThere(finding.kind())
                ? "diff.appeared.more"
                : context.wordsStay(finding, true) ? "diff.appeared.same-words" : "diff.appeared";
        return wording.message(key, says(finding));
    }

    LocalizedText vanished(Finding finding, DiffBuilder.Context context) {
        if (finding.kind().equals(Finding.UNCLASSIFIED)) {
            return wording.message("diff.vanished.unclassified");
        }
        List<LocalizedText> named = named(finding, false, context);
        if (context.isThere(finding.kind()) && !named.isEmpty()) {
            return wording.message("diff.kind", title(finding.kind()), wording.joined("separator.summary", named));
        }
        if (context.isThere(finding.kind())) {
            return wording.message("diff.vanished.one", says(finding));
        }
        return context.wordsStay(finding, false)
                ? wording.message("diff.vanished.same-words", says(finding))
                : gone(finding);
    }

    /** What a clause that one text alone has names, and no other clause of its kind in the other text. */
    private List<LocalizedText> named(Finding finding, boolean appeared, DiffBuilder.Context context) {
        List<LocalizedText> parts = new ArrayList<>();
        finding.params().forEach((name, value) -> {
            if (value instanceof List<?> entries) {
                Set<String> there = appeared
                        ? context.entriesBefore(finding.kind(), name)
                        : context.entriesAfter(finding.kind(), name);
                list(
                        parts,
                        appeared ? "diff.value.added" : "diff.value.dropped",
                        message("param." + name),
                        name,
                        entries.stream().map(String::valueOf).toList(),
                        there,
                        false);
            }
        });
        return parts;
    }

    /** What holds now that no clause of a kind is left. */
    private LocalizedText gone(Finding finding) {
        String key = "diff.gone." + finding.kind();
        return wording.has(key) ? wording.message(key) : wording.message("diff.vanished", says(finding));
    }

    private LocalizedText says(Finding finding) {
        return catalog.kind(finding.kind())
                .map(kind -> wording.explanation(kind, List.of(finding)))
                .orElseGet(() -> title(finding.kind()));
    }

    // ---------------------------------------------------------------- the whole

    LocalizedText summary(boolean sameWords, List<ClauseChange> changes, int others) {
        if (sameWords) {
            return wording.message("diff.same", changes.size());
        }
        Map<ClauseChange.Type, Integer> counts = new EnumMap<>(ClauseChange.Type.class);
        changes.forEach(change -> counts.merge(change.type(), 1, Integer::sum));
        return wording.message(
                "diff.summary",
                counts.getOrDefault(ClauseChange.Type.APPEARED, 0),
                counts.getOrDefault(ClauseChange.Type.VANISHED, 0),
                counts.getOrDefault(ClauseChange.Type.CHANGED, 0),
                counts.getOrDefault(ClauseChange.Type.REWORDED, 0),
                counts.getOrDefault(ClauseChange.Type.MOVED, 0),
                counts.getOrDefault(ClauseChange.Type.UNCHANGED, 0),
                others);
    }

    /** One sentence for the verdict, one for the licences, one for each kind whose clauses are others now. */
    List<LocalizedText> meanings(
            LicenseReport before, LicenseReport after, List<ClauseChange> changes, DiffBuilder.Context context) {
        List<LocalizedText> meanings = new ArrayList<>();
        if (before.verdict() != after.verdict()) {
            meanings.add(wording.message(
                    "diff.verdict",
                    message("verdict." + before.verdict().name()),
                    message("verdict." + after.verdict().name())));
        }
        known(before, after).ifPresent(meanings::add);
        Map<String, List<ClauseChange>> kinds = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> change.type().compareTo(ClauseChange.Type.CHANGED) <= 0 && counts(change, context))
                .sorted(Comparator.comparing((ClauseChange change) -> change.effect() == Effect.COMPATIBLE)
                        .thenComparing(change -> change.effect() == Effect.REVIEW)
                        .thenComparing(ClauseChange::effect)
                        .thenComparing(ClauseChange::type))
                .forEach(change -> kinds.computeIfAbsent(change.kind(), kind -> new ArrayList<>())
                        .add(change));
        kinds.forEach((kind, of) -> meanings.add(of.size() == 1 ? of.get(0).meaning() : meaning(kind, of, context)));
        return meanings;
    }

    /** Whether a change is more than another reading of words that both texts have, beside clauses of the same kind. */
    private static boolean counts(ClauseChange change, DiffBuilder.Context context) {
        return change.type() == ClauseChange.Type.CHANGED
                || !context.wordsStay(change.clause(), change.type() == ClauseChange.Type.APPEARED)
                || !context.wasThere(change.kind()) && !change.kind().equals(Finding.UNCLASSIFIED)
                || !context.isThere(change.kind()) && !change.kind().equals(Finding.UNCLASSIFIED);
    }

    /** What several changes of one kind come to. */
    private LocalizedText meaning(String kind, List<ClauseChange> changes, DiffBuilder.Context context) {
        boolean unknown = kind.equals(Finding.UNCLASSIFIED);
        boolean wordsStay = changes.stream()
                .anyMatch(change -> change.type() != ClauseChange.Type.CHANGED
                        && context.wordsStay(change.clause(), change.type() == ClauseChange.Type.APPEARED));
        if (!unknown && !wordsStay && !context.isThere(kind)) {
            return gone(changes.get(0).clause());
        }
        List<Finding> clauses = changes.stream().map(ClauseChange::clause).toList();
        if (!unknown && !wordsStay && !context.wasThere(kind)) {
            ClauseKind known = catalog.kind(kind).orElseThrow();
            return wording.message("diff.appeared", wording.explanation(known, clauses));
        }
        List<LocalizedText> parts = new ArrayList<>();
        count(parts, "diff.kind.appeared", changes, ClauseChange.Type.APPEARED);
        count(parts, "diff.kind.vanished", changes, ClauseChange.Type.VANISHED);
        Set<String> lists = new LinkedHashSet<>();
        for (ClauseChange change : changes) {
            change.values().stream()
                    .filter(value -> !value.isList())
                    .forEach(value -> parts.addAll(parts(kind, value, context)));
        }
        clauses.forEach(clause -> clause.params().forEach((name, value) -> {
            if (value instanceof List<?>) {
                lists.add(name);
            }
        }));
        for (String name : lists) {
            Set<String> old = context.entriesBefore(kind, name);
            Set<String> now = context.entriesAfter(kind, name);
            LocalizedText called = message("param." + name);
            list(parts, "diff.value.added", called, name, List.copyOf(now), old, false);
            list(parts, "diff.value.dropped", called, name, List.copyOf(old), now, false);
        }
        count(parts, "diff.kind.changed", parts.isEmpty() ? changes : List.of(), ClauseChange.Type.CHANGED);
        return wording.message("diff.kind", title(kind), wording.joined("separator.summary", parts));
    }

    private void count(List<LocalizedText> parts, String key, List<ClauseChange> changes, ClauseChange.Type type) {
        long count = changes.stream().filter(change -> change.type() == type).count();
        if (count > 0) {
            parts.add(wording.message(key, count));
        }
    }

    /** Which licences the texts are, where one of them is known and they are not the same. */
    private Optional<LocalizedText> known(LicenseReport before, LicenseReport after) {
        LocalizedText old = known(before);
        LocalizedText now = known(after);
        return old.equals(now) ? Optional.empty() : Optional.of(wording.message("diff.known", old, now));
    }

    private LocalizedText known(LicenseReport report) {
        return report.identification()
                .map(known -> wording.message("diff.known." + known.relation(), known.title()))
                .orElseGet(() -> wording.message("diff.known.NONE", ""));
    }

    private LocalizedText title(String kind) {
        return catalog.kind(kind).map(ClauseKind::title).orElseGet(() -> message("kind.unclassified"));
    }

    private LocalizedText message(String key) {
        return new LocalizedText(english.textOr(key, key), chinese.textOr(key, key));
    }
}
