// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that grows line by line, and can be taken up again where an interruption left it.
 *
 * <p>It grows as {@code FILE.part} and becomes {@code FILE} at its end. Taken up again, the lines that the former run
 * finished are handed out in order, and those that still hold are copied; a last line without an end is not one of them.
 * The former file, then called {@code FILE.part.old}, stays until everything that it says was copied: a second interruption
 * loses nothing either.
 */
final class GrowingLines implements AutoCloseable {
    private static final int END = '\n';

    private final Path file;
    private final Path part;
    private final Path old;
    private final FileChannel out;
    private final Queue<byte[]> kept = new ArrayDeque<>();
    private @Nullable InputStream former;
    private byte @Nullable [] next;
    private boolean otherHeader;

    /** Another process writes the file. */
    static final class BusyException extends IOException {
        private static final long serialVersionUID = 1L;

        BusyException(Path file) {
            super(file.toString());
        }
    }

    private GrowingLines(Path file, Path part, Path old, FileChannel out) {
        this.file = file;
        this.part = part;
        this.old = old;
        this.out = out;
    }

    /**
     * Begins a file, or takes it up again.
     *
     * @param header the first line, with which it begins; empty for none. What was written under another one does not count
     * @throws BusyException if another process writes it
     */
    static GrowingLines open(Path file, byte[] header, boolean resume) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path old = file.resolveSibling(file.getFileName() + ".part.old");
        FileChannel out = locked(part);
        try {
            if (!resume) {
                Files.deleteIfExists(old);
            } else if (!Files.exists(old) && out.size() > 0) {
                out.close(); // some systems move no open file
                move(part, old);
                out = locked(part);
            }
            out.truncate(0);
            GrowingLines lines = new GrowingLines(file, part, old, out);
            if (resume) {
                lines.takeUp(header);
            }
            lines.append(header);
            return lines;
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    private static FileChannel locked(Path part) throws IOException {
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean done = false;
        try {
            // a lock far behind the last line: some systems let nobody read what is locked
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            done = lock != null;
        } catch (OverlappingFileLockException e) {
            // another run of this very process
        } finally {
            if (!done) {
                channel.close();
            }
        }
        if (!done) {
            throw new BusyException(part);
        }
        return channel;
    }

    private void takeUp(byte[] header) throws IOException {
        Path from = Files.exists(old) ? old : file;
        if (!Files.exists(from)) {
            return;
        }
        former = new BufferedInputStream(Files.newInputStream(from), 1 << 16);
        next = readLine();
        if (header.length > 0 && next != null) {
            otherHeader = !Arrays.equals(header, next);
            next = otherHeader ? null : readLine();
        }
    }

    /** Whether there was something to take up that was written under another header. */
    boolean hadOtherHeader() {
        return otherHeader;
    }

    /** What a line of the former run is to the text whose turn it is. */
    enum Standing {
        /** It is of another text. */
        OTHER,
        /** It is of this text, and it will never hold again. */
        OUTDATED,
        /** It is of this text, and it holds. */
        HOLDS
    }

    /**
     * Looks at the next line that the former run finished, and passes over it if it is outdated.
     *
     * @param standing what the line, without its end, is to the text whose turn it is
     * @return whether there is one that holds; {@link #keep} copies it when its turn comes
     */
    boolean isFinished(Function<byte[], Standing> standing) {
        byte[] line = next;
        if (line == null) {
            return false;
        }
        Standing here = standing.apply(Arrays.copyOf(line, line.length - 1));
        if (here == Standing.OTHER) {
            return false;
        }
        try {
            next = readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (here == Standing.HOLDS) {
            kept.add(line);
        }
        return here == Standing.HOLDS;
    }

    /** Copies the first of the lines that held, and returns it without its end. */
    byte[] keep() throws IOException {
        byte[] line = kept.remove();
        append(line);
        forgetFormer();
        return Arrays.copyOf(line, line.length - 1);
    }

    /** Appends a line, its end included. */
    void append(byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        forgetFormer();
    }

    /** Once all of it was copied. */
    private void forgetFormer() throws IOException {
        if (former != null && next == null && kept.isEmpty()) {
            former.close();
            former = null;
            Files.deleteIfExists(old);
        }
    }

    /** The first line that was written and fits, without its end. */
    Optional<byte[]> find(Predicate<byte[]> wanted) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(part), 1 << 16)) {
            for (byte[] line = readLine(in); line != null; line = readLine(in)) {
                byte[] bare = Arrays.copyOf(line, line.length - 1);
                if (wanted.test(bare)) {
                    return Optional.of(bare);
                }
            }
        }
        return Optional.empty();
    }

    private byte @Nullable [] readLine() throws IOException {
        return former == null ? null : readLine(former);
    }

    /** A line with its end; none where the end is missing. */
    private static byte @Nullable [] readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == END) {
                return line.toByteArray();
            }
        }
        return null;
    }

    /** Nothing more is to come: puts the file in its place. */
    void finish() throws IOException {
        out.close();
        move(part, file);
        close();
        Files.deleteIfExists(old);
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves what was written so far, to be taken up again. */
    @Override
    public void close() throws IOException {
        out.close();
        if (former != null) {
            former.close();
        }
    }
}
