// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import dev.fineprint.bulk.SourceException;
import dev.fineprint.read.Documents;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what the command line names. */
final class Inputs {
    /** Stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private Inputs() {}

    /** What reports call an argument. */
    static String name(String argument) {
        return argument.equals(STANDARD_INPUT) ? "stdin" : argument;
    }

    /** The name of an argument's report: the file's name without its last extension. */
    static String stem(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return name(argument);
        }
        Path fileName = Path.of(argument).getFileName();
        String name = fileName == null ? argument : fileName.toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Reads an argument.
     *
     * @throws IOException if it cannot be read; {@link #reason} puts it in words
     */
    static LicenseText read(String argument, InputStream standardInput) throws IOException {
        return read(argument, standardInput, ReadLimits.usual(), StopSignal.onInterrupt());
    }

    /** The same within limits of one's own. */
    static LicenseText read(String argument, InputStream standardInput, ReadLimits limits, StopSignal stop)
            throws IOException {
        if (argument.equals(STANDARD_INPUT)) {
            return Documents.read(name(argument), standardInput, limits, stop);
        }
        Path file = path(argument);
        if (Files.isDirectory(file)) {
            throw new DirectoryException(argument);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Documents.read(name(argument), in, limits, stop);
        }
    }

    private static Path path(String argument) throws IOException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new FileNotFoundException(argument);
        }
    }

    /** Why a thing could not be read, and what to do about it. */
    static String reason(Exception problem, Messages messages) {
        String detail = String.valueOf(problem.getMessage());
        if (problem instanceof UnreadableTextException) {
            return detail;
        }
        if (problem instanceof SourceException source) {
            return messages.of(source.why());
        }
        if (problem instanceof DirectoryException) {
            return messages.text("cli.input.directory", detail);
        }
        if (problem instanceof NoSuchFileException || problem instanceof FileNotFoundException) {
            return messages.text("cli.input.missing", detail);
        }
        if (problem instanceof AccessDeniedException) {
            return messages.text("cli.input.denied", detail);
        }
        return messages.text("cli.input.failed", detail);
    }

    /** A folder where a file is wanted. */
    static final class DirectoryException extends IOException {
        private static final long serialVersionUID = 1L;

        DirectoryException(String name) {
            super(name);
        }
    }
}
