// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that says which language to answer in. */
final class LanguageOption {
    /** The languages that there are words in. */
    enum Choice {
        EN(Locale.ENGLISH),
        ZH(Locale.CHINESE);

        private final Locale locale;

        Choice(Locale locale) {
            this.locale = locale;
        }

        @Override
        public String toString() {
            return locale.getLanguage();
        }
    }

    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "cli.option.lang")
    private Choice choice = Choice.EN;

    Locale locale() {
        return choice.locale;
    }

    Messages messages() {
        return Messages.in(locale());
    }
}
