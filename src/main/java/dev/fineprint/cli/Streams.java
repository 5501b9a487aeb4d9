// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where the command reads and writes, and what is known of the terminal behind it. */
final class Streams {
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 160;

    private final InputStream in;
    private final OutputStream out;
    private final PrintWriter err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean colour;

    Streams(
            InputStream in,
            OutputStream out,
            OutputStream err,
            boolean outIsTerminal,
            boolean errIsTerminal,
            boolean colour) {
        this.in = in;
        this.out = out;
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.colour = colour;
    }

    /** Those of this process. Always UTF-8, whatever the machine's own encoding. */
    static Streams ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
        return new Streams(
                System.in,
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err),
                isTerminal(1),
                isTerminal(2),
                !plain);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    PrintWriter outWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    PrintWriter err() {
        return err;
    }

    /** One line on standard error; what would act on a terminal, such as in the name of somebody's file, is not shown. */
    void say(String line) {
        err.println(line.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]", "?"));
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            err.println(e.getMessage()); // the reader has gone; there is nobody else to tell
        }
        err.flush();
    }

    boolean coloursOut() {
        return outIsTerminal && colour;
    }

    boolean showsProgress() {
        return errIsTerminal;
    }

    /** The columns of the terminal; a usual width where the output is piped. */
    int width() {
        if (!outIsTerminal) {
            return USUAL_WIDTH;
        }
        return Math.min(Math.max(askWidth(), NARROWEST), WIDEST);
    }

    /** Java does not tell; Linux does by the name of what stands behind the descriptor, other systems by a command. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return askShell(descriptor);
        }
    }

    private static boolean askShell(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such command: plain output is right everywhere
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int askWidth() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            String[] rowsAndColumns = answer.trim().split(" ", -1);
            return rowsAndColumns.length == 2 ? Integer.parseInt(rowsAndColumns[1]) : USUAL_WIDTH;
        } catch (IOException | NumberFormatException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
