// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Messages;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.scan.ModelRelease;
import dev.fineprint.scan.Observation;
import dev.fineprint.scan.OpenPart;
import dev.fineprint.scan.Quotation;
import dev.fineprint.scan.ReleaseDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what was found in releases as SARIF 2.1.0 for code-scanning services: what does not fit together, how open each is,
 * the findings in its licences and, if somebody asked, the decision.
 */
final class ReleaseSarifWriter implements ReleaseWriter {
    private static final int QUOTE_COLUMNS = 400;

    private final Messages messages;
    private final SarifFindings findings;
    private final SarifDecisions decisions;

    ReleaseSarifWriter(ReportOptions options) {
        this.messages = Messages.in(options.locale());
        this.findings = new SarifFindings(options);
        this.decisions = new SarifDecisions(options);
    }

    @Override
    public void writeAll(Iterable<ModelRelease> releases, OutputStream out) throws IOException {
        try (SarifLog log = new SarifLog(out, SarifLog.RESULTS)) {
            for (ModelRelease release : releases) {
                write(release, log);
            }
        }
    }

    private void write(ModelRelease release, SarifLog log) throws IOException {
        log.tool(release.tool());
        Map<String, Integer> seen = new HashMap<>();
        for (Observation observation : release.observations()) {
            log.result(observation(release, observation, seen));
        }
        log.result(openness(release, seen));
        for (ReleaseDocument document : release.documents()) {
            String name = name(release, document.path());
            if (document.report().isPresent()) {
                findings.write(document.report().get(), name, log);
            } else {
                log.document(name, "");
            }
        }
        if (release.decision().isPresent()) {
            decisions.write(release.decision().get(), document -> name(release, document), log);
        }
        for (LocalizedText note : release.notes()) {
            log.note(messages.text("value", release.name(), SafeText.oneLine(messages.of(note))));
        }
    }

    private static String name(ModelRelease release, String path) {
        return path.isEmpty() || path.equals(".") ? release.name() : release.name() + "/" + path;
    }

    private SarifLog.Result observation(ModelRelease release, Observation observation, Map<String, Integer> seen) {
        String id = "release." + observation.topic().code();
        String title = messages.text("topic." + observation.topic().code());
        List<SarifLog.Place> places = new ArrayList<>();
        for (Quotation quotation : observation.quotations()) {
            places.add(place(release, quotation));
        }
        String level = switch (observation.topic()) {
            case CARD_LICENSE_DIFFERS, HEADER_LICENSE_DIFFERS, NO_LICENSE, WIDER_THAN_BASE, OPEN_CLAIM -> "error";
            case POLICY_ABSENT, NOTICE_ABSENT, NAME_DIFFERS, DISPLAY_ABSENT, UNKNOWN_BASE, CIRCULAR_BASE -> "warning";
            case SEVERAL_LICENSES, LICENSE_TEXT_ABSENT, UNSTATED_BASE -> "note";
        };
        return new SarifLog.Result(
                rule(id, title, level),
                level,
                SafeText.oneLine(messages.of(observation.text())),
                places.isEmpty()
                        ? List.of(new SarifLog.Place(release.name(), Optional.empty(), Optional.empty()))
                        : places.subList(0, 1),
                places.size() < 2 ? List.of() : places.subList(1, places.size()),
                SarifLog.fingerprint(id, release.name() + "\n" + messages.of(observation.text()), seen),
                Map.of("release", release.name()));
    }

    private SarifLog.Place place(ModelRelease release, Quotation quotation) {
        return new SarifLog.Place(
                name(release, quotation.path()),
                quotation.line() == 0 ? Optional.empty() : Optional.of(SarifLog.Region.ofLine(quotation.line())),
                Optional.of(messages.text("quote", SafeText.oneLine(quotation.text(), QUOTE_COLUMNS))));
    }

    private SarifLog.Result openness(ModelRelease release, Map<String, Integer> seen) {
        String parts = release.openness().stream()
                .map(part -> messages.text(
                        "value",
                        messages.text("part." + part.part().code()),
                        messages.text("state." + part.state().code())))
                .collect(Collectors.joining("\n"));
        List<SarifLog.Place> evidence = release.openness().stream()
                .map(OpenPart::evidence)
                .filter(quotations -> !quotations.isEmpty())
                .map(quotations -> place(release, quotations.get(0)))
                .distinct()
                .toList();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("release", release.name());
        release.openness()
                .forEach(part -> properties.put(part.part().code(), part.state().code()));
        return new SarifLog.Result(
                rule("release.openness", messages.text("release.openness"), "note"),
                "note",
                SafeText.oneLine(messages.of(release.summary())) + "\n" + parts,
                List.of(new SarifLog.Place(release.name(), Optional.empty(), Optional.empty())),
                evidence,
                SarifLog.fingerprint("release.openness", release.name(), seen),
                properties);
    }

    private SarifLog.Rule rule(String id, String title, String level) {
        return new SarifLog.Rule(
                id, title, title, title + "\n\n" + messages.text("disclaimer"), level, List.of("license", "release"));
    }
}
