// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One run of the command inside the tests' process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int status, String out, String err) {
    static CommandRun of(String... args) {
        return reading("", args);
    }

    static CommandRun reading(String standardInput, String... args) {
        return run(standardInput, false, args);
    }

    static CommandRun onTerminal(String... args) {
        return run("", true, args);
    }

    private static CommandRun run(String standardInput, boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        int status = Main.run(new Streams(in, out, err, false, terminal, true), args);
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
