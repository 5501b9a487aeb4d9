// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the readers of files put what is wrong, and the names that are to be looked up when all files are read. */
record Sink(Problems problems, List<Reference> references) {

    void problem(SourceRef at, String what, String value, String expected, String advice) {
        problems.add(new CatalogProblem(at, what, value, expected, advice));
    }

    /**
     * Reads an expression.
     *
     * @param owner the concept that it belongs to, or the empty string
     */
    Optional<Expression> expression(Text text, String owner) {
        List<ExpressionParser.Mention> mentions = new ArrayList<>();
        Optional<Expression> expression = ExpressionParser.parse(text.value(), text::at, problems, mentions);
        for (ExpressionParser.Mention mention : mentions) {
            references.add(new Reference(Reference.What.CONCEPT, mention.concept(), owner, mention.at()));
        }
        boolean concept = !owner.isEmpty();
        if (concept && expression.isPresent() && !ExpressionParser.namesWords(expression.get())) {
            problem(
                    text.at(),
                    "an alternative names nothing to look for",
                    text.value(),
                    "a word, a concept or an entity beside <any> and <rest>",
                    "add one");
        }
        return expression;
    }

    void refer(Reference.What what, String name, String owner, SourceRef at) {
        references.add(new Reference(what, name, owner, at));
    }
}
