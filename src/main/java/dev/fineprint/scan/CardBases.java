// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the sentences of a card which model it was made from, where they link to one on a hub. */
final class CardBases {
    private static final int MOST = 10;
    private static final int LONGEST = 1500;

    private static final Pattern MADE_FROM = Pattern.compile(
            "fine-?tun(?:ed|e|ing)(?: version)? (?:of|from|on)|\\bfine-?tuned (?:from )?model|\\boriginal model\\b|\\bbase model\\b|\\bderived from\\b|"
                    + "\\bquanti[sz](?:ed|ation)s?(?: version)? (?:of|from)|\\bdistilled from\\b|\\bmerge of\\b|\\binitiali[sz]ed from\\b|"
                    + "\\bbuilt (?:up)?on (?:top of )?|\\bcontinued? pre-?train(?:ed|ing) (?:of|from)|\\bconverted from\\b|\\bversion of\\b|\\buse the pre-?trained\\b|"
                    + "\\bformat model files for\\b|基座模型|底座模型|原始模型|原模型|基于.{0,80}(?:微调|训练|量化|得到)|微调自|量化自|蒸馏自");
    private static final Pattern LINK = Pattern.compile(
            "(?:huggingface\\.co|hf\\.co|modelscope\\.cn/models)/(?!datasets/|spaces/|papers/|docs/|blog/|models/)([\\w.-]{1,100}/[\\w.-]{1,100})");

    private CardBases() {}

    /** Adds the models that the sentences of a card name. */
    static void read(CardText text, List<Draft.Base> bases) {
        for (CardText.Line line : text.lines()) {
            String words = line.label().toLowerCase(Locale.ROOT) + " " + line.lower();
            if (bases.size() >= MOST
                    || line.text().length() > LONGEST
                    || !MADE_FROM.matcher(words).find()) {
                continue;
            }
            Matcher link = LINK.matcher(line.text());
            if (link.find()) {
                bases.add(new Draft.Base(link.group(1), relation(words), text.quotation(line)));
            }
        }
    }

    private static Optional<String> relation(String words) {
        if (words.contains("quanti") || words.contains("gguf") || words.contains("量化")) {
            return Optional.of("quantized");
        }
        if (words.contains("distill") || words.contains("蒸馏")) {
            return Optional.of("distilled");
        }
        if (words.contains("merge")) {
            return Optional.of("merge");
        }
        return words.contains("tun") || words.contains("微调") ? Optional.of("finetune") : Optional.empty();
    }
}
