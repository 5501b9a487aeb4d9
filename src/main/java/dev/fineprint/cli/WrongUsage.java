// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What is wrong with the arguments of a command. A class of its own, so that the parser's classes are not loaded for the
 * commands that need no parser.
 */
final class WrongUsage {
    private WrongUsage() {}

    /** To be thrown: the message is shown, and how to get help. */
    static RuntimeException of(@Nullable CommandSpec spec, String message) {
        return new CommandLine.ParameterException(
                Objects.requireNonNull(spec, "arguments that need no parser cannot be wrong")
                        .commandLine(),
                message);
    }
}
