// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.CatalogProblem;
import dev.fineprint.catalog.YamlNode;
import dev.fineprint.catalog.YamlNode.Field;
import dev.fineprint.catalog.YamlNode.Fields;
import dev.fineprint.catalog.YamlNode.Items;
import dev.fineprint.catalog.YamlNode.Text;
import dev.fineprint.catalog.YamlReader;
import dev.fineprint.identify.KnownLicense;
import dev.fineprint.identify.LicenseIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of {@code corpus/models.yaml}: what cards call licences, what those ask of derivatives, and which model comes
 * from which. Immutable once read.
 */
final class KnownModels {
    private static final String FILE = "models.yaml";

    /**
     * A model, or all models whose names begin so.
     *
     * @param id its id; of several what stands before the star
     * @param license the id of its licence
     * @param base the model that it was made from; empty for none that is known
     * @param relation how; empty if there is nothing to say
     * @param several whether it stands for all models whose ids begin so
     * @param multimodal whether it reads more than text, for clauses that speak of such models alone
     */
    record Model(String id, String license, String base, String relation, boolean several, boolean multimodal) {}

    private final Map<String, String> cardIds = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Map<String, String>> inherited = new HashMap<>();
    private final Map<String, Map<String, String>> inheritedIfMultimodal = new HashMap<>();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final List<Model> families = new ArrayList<>();
    private final Map<String, KnownLicense> licenses = new HashMap<>();

    private KnownModels() {}

    static KnownModels bundled() {
        KnownModels known = new KnownModels();
        for (KnownLicense license : LicenseIndex.bundled().known()) {
            known.licenses.putIfAbsent(key(license.id()), license);
            known.titles.putIfAbsent(card(license.title()), license.id());
        }
        try (InputStream in = KnownModels.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            List<CatalogProblem> problems = new ArrayList<>();
            Optional<YamlNode> root =
                    YamlReader.read(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8), problems);
            if (!problems.isEmpty() || root.isEmpty()) {
                throw new IllegalStateException(FILE + ": " + problems);
            }
            Fields file = (Fields) root.get();
            for (Map.Entry<String, Field> license : fields(file, "licenses").entrySet()) {
                known.license(license.getKey(), (Fields) license.getValue().value());
            }
            for (Map.Entry<String, Field> model : fields(file, "models").entrySet()) {
                Fields facts = (Fields) model.getValue().value();
                boolean several = model.getKey().endsWith("*");
                Model one = new Model(
                        several ? model.getKey().substring(0, model.getKey().length() - 1) : model.getKey(),
                        text(facts, "license"),
                        text(facts, "base"),
                        text(facts, "relation"),
                        several,
                        text(facts, "multimodal").equals("true"));
                if (several) {
                    known.families.add(one);
                } else {
                    known.models.put(key(one.id()), one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private void license(String id, Fields facts) {
        Field cards = facts.fields().get("cards");
        if (cards != null && cards.value() instanceof Items items) {
            for (YamlNode item : items.items()) {
                cardIds.put(card(((Text) item).value()), id);
            }
        }
        String title = text(facts, "title");
        if (!title.isEmpty()) { // one that no text is told by
            licenses.putIfAbsent(
                    key(id), new KnownLicense(id, title, KnownLicense.Source.FINGERPRINT, false, false, false, "", ""));
            titles.putIfAbsent(card(title), id);
        }
        inherited.put(key(id), texts(facts, "inherited"));
        inheritedIfMultimodal.put(key(id), texts(facts, "inherited-if-multimodal"));
    }

    private static Map<String, String> texts(Fields node, String key) {
        Map<String, String> all = new LinkedHashMap<>();
        fields(node, key).forEach((name, value) -> all.put(name, ((Text) value.value()).value()));
        return all;
    }

    /** Names in cards are written with blanks, dashes or underlines, as it happens. */
    private static String card(String name) {
        return key(name.strip()
                .replaceAll("[ _]+", "-")
                .replaceFirst("(?i)^the-", "")
                .replaceAll("[\"“”]", ""));
    }

    private static Map<String, Field> fields(Fields node, String key) {
        Field field = node.fields().get(key);
        return field != null && field.value() instanceof Fields inner ? inner.fields() : Map.of();
    }

    private static String text(Fields node, String key) {
        Field field = node.fields().get(key);
        return field != null && field.value() instanceof Text text ? text.value() : "";
    }

    static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replaceFirst("-(only|or-later)$", "");
    }

    /** The id under which a licence is known that a card or a header names; empty for "other" and what nobody knows. */
    Optional<String> license(String named) {
        String key = card(named);
        if (cardIds.containsKey(key)) {
            return Optional.of(cardIds.getOrDefault(key, ""));
        }
        return Optional.ofNullable(licenses.get(key))
                .map(KnownLicense::id)
                .or(() -> Optional.ofNullable(titles.get(key)));
    }

    /** The same, and for "other" what {@code license_name} beside it says. */
    Optional<String> license(String named, Optional<ModelCard> card) {
        return named.equalsIgnoreCase("other")
                ? card.flatMap(ModelCard::licenseName).flatMap(this::license)
                : license(named);
    }

    /** Whether two ids name the same licence, whatever is said of later versions, or two texts of one that has no number in its name. */
    static boolean same(String one, String other) {
        return undated(key(one)).equals(undated(key(other)));
    }

    private static String undated(String key) {
        return key.contains("license") || key.contains("terms")
                ? key.replaceFirst("-(?:\\d{4}(?:-\\d{2}){1,2}|\\d\\.\\d)$", "")
                : key;
    }

    boolean osiApproved(String id) {
        return Optional.ofNullable(licenses.get(key(id)))
                .filter(KnownLicense::osiApproved)
                .isPresent();
    }

    String title(String id) {
        return Optional.ofNullable(licenses.get(key(id)))
                .map(KnownLicense::title)
                .orElse(id);
    }

    /** The model of that id, or the family whose beginning is the longest that it has. */
    Optional<Model> model(String id) {
        String key = key(id);
        Model exact = models.get(key);
        return exact != null
                ? Optional.of(exact)
                : families.stream()
                        .filter(family -> key.startsWith(key(family.id())))
                        .max(Comparator.comparingInt(family -> family.id().length()));
    }

    /** The model of that id; for a name without a publisher the one model that is called so. */
    Optional<Model> exact(String id) {
        Model exact = models.get(key(id));
        if (exact != null || id.indexOf('/') >= 0) {
            return Optional.ofNullable(exact);
        }
        List<Model> called = models.values().stream()
                .filter(model -> key(Names.last(model.id())).equals(key(id)))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** What a licence asks of everything that is made from a model under it: kind of clause to value. */
    Map<String, String> inherited(String license, boolean multimodal) {
        Map<String, String> all = new LinkedHashMap<>(inherited.getOrDefault(key(license), Map.of()));
        if (multimodal) {
            all.putAll(inheritedIfMultimodal.getOrDefault(key(license), Map.of()));
        }
        return all;
    }

    List<Model> models() {
        List<Model> all = new ArrayList<>(models.values());
        all.addAll(families);
        return all;
    }

    boolean known(String license) {
        return licenses.containsKey(key(license));
    }
}
