// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.scan.OpenPart.Part;
import dev.fineprint.scan.OpenPart.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Says of each part that the Open Source AI Definition asks for whether the release has it. */
final class OpennessReader {
    private static final int MOST_FILES = 3;

    private static final List<String> DATA_HEADINGS = List.of(
            "training data",
            "dataset",
            "data set",
            "pre-training data",
            "pretraining data",
            "data information",
            "训练数据",
            "数据集",
            "数据来源");
    private static final List<String> PROCESS_HEADINGS = List.of(
            "training procedure",
            "training process",
            "training details",
            "hyperparameter",
            "hyper-parameter",
            "how it was trained",
            "training setup",
            "training regime",
            "训练过程",
            "训练方法",
            "训练细节",
            "超参数");
    private static final List<String> LINKS = List.of("github.com/", "gitlab.com/", "gitee.com/", "codeberg.org/");

    private OpennessReader() {}

    static List<OpenPart> read(List<Folder.Entry> entries, Optional<ModelCard> card, Optional<CardText> text) {
        List<OpenPart> parts = new ArrayList<>();
        parts.add(files(Part.WEIGHTS, entries, entry -> Role.of(entry.name()) == Role.WEIGHTS && !trains(entry)));
        parts.add(files(Part.CONFIGURATION, entries, entry -> Role.of(entry.name()) == Role.CONFIG));
        Optional<Quotation> elsewhere = text.flatMap(OpennessReader::link);
        parts.add(orElsewhere(
                files(Part.INFERENCE_CODE, entries, entry -> Role.of(entry.name()) == Role.CODE && !trains(entry)),
                elsewhere));
        parts.add(orElsewhere(
                files(Part.TRAINING_CODE, entries, entry -> Role.of(entry.name()) == Role.CODE && trains(entry)),
                elsewhere));
        parts.add(data(entries, card, text));
        OpenPart process = files(
                Part.TRAINING_PROCESS,
                entries,
                entry ->
                        entry.name().startsWith("training_args") || entry.name().equals("trainer_state.json"));
        parts.add(process.state() == State.PRESENT ? process : described(process, text, PROCESS_HEADINGS));
        return parts;
    }

    private static boolean trains(Folder.Entry entry) {
        String path = entry.path().toLowerCase(Locale.ROOT);
        return path.contains("train")
                || path.contains("finetune")
                || path.contains("fine_tune")
                || path.contains("sft");
    }

    private static OpenPart files(Part part, List<Folder.Entry> entries, Predicate<Folder.Entry> wanted) {
        List<Quotation> found = entries.stream()
                .filter(wanted)
                .limit(MOST_FILES)
                .map(entry -> new Quotation(entry.path(), 0, entry.name()))
                .toList();
        return new OpenPart(part, found.isEmpty() ? State.ABSENT : State.PRESENT, found);
    }

    private static OpenPart orElsewhere(OpenPart part, Optional<Quotation> elsewhere) {
        return part.state() == State.ABSENT && elsewhere.isPresent()
                ? new OpenPart(part.part(), State.NOT_ASSESSED, List.of(elsewhere.get()))
                : part;
    }

    private static Optional<Quotation> link(CardText text) {
        return text.lines().stream()
                .filter(line -> LINKS.stream().anyMatch(line.text()::contains))
                .findFirst()
                .map(text::quotation);
    }

    private static OpenPart data(List<Folder.Entry> entries, Optional<ModelCard> card, Optional<CardText> text) {
        OpenPart files = files(Part.DATA, entries, entry -> Role.of(entry.name()) == Role.DATA);
        if (files.state() == State.PRESENT) {
            return files;
        }
        List<Quotation> told = new ArrayList<>();
        card.ifPresent(one -> one.datasets().stream()
                .limit(MOST_FILES)
                .forEach(dataset -> told.add(one.quotation("datasets", dataset))));
        text.flatMap(one -> one.section(DATA_HEADINGS).map(one::quotation)).ifPresent(told::add);
        return told.isEmpty() ? files : new OpenPart(Part.DATA, State.DESCRIBED, told);
    }

    private static OpenPart described(OpenPart part, Optional<CardText> text, List<String> headings) {
        return text.flatMap(one -> one.section(headings).map(one::quotation))
                .map(line -> new OpenPart(part.part(), State.DESCRIBED, List.of(line)))
                .orElse(part);
    }
}
