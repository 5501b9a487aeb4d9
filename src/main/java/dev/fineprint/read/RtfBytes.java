// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import java.io.InputStream;

/**
 * The bytes of an RTF document as its parser gets them. The parser does not ask whether to stop, so these do. And it joins
 * all words between two commands that mean something to it, copying them with each character that is written as a command:
 * a long run of those is parted by empty groups, which say nothing.
 */
final class RtfBytes extends InputStream {
    private static final int LONGEST_RUN = 500;
    private static final String BINARY = "bin";

    private final byte[] bytes;
    private final StopSignal stop;
    private int at;
    /** Up to here braces and backslashes are no syntax. */
    private int plainEnd;
    /** Commands since the last group started or ended. */
    private int run;
    /** Whether the last command was the mark before one that readers may leave out. */
    private boolean marked;
    /** Whether an empty group has been opened and not closed. */
    private boolean open;

    RtfBytes(byte[] bytes, StopSignal stop) {
        this.bytes = bytes;
        this.stop = stop;
    }

    @Override
    public int read() {
        if (open) {
            open = false;
            return '}';
        }
        if (at >= bytes.length) {
            return -1;
        }
        stop.checkAt(at);
        byte b = bytes[at];
        if (at >= plainEnd) {
            if (b == '{' || b == '}') {
                run = 0;
            } else if (b == '\\') {
                boolean word = at + 1 < bytes.length && isLetter(bytes[at + 1]);
                if (run >= LONGEST_RUN && word && !marked) {
                    run = 0;
                    open = true;
                    return '{';
                }
                run++;
                marked = !word && at + 1 < bytes.length && bytes[at + 1] == '*';
                plainEnd = word ? wordEnd() : at + 2;
            }
        }
        at++;
        return b & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = 0;
        while (count < length) {
            int b = read();
            if (b < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count] = (byte) b;
            count++;
        }
        return count;
    }

    /** Where syntax goes on behind the command that starts here: behind its letters, or the bytes that it announces. */
    private int wordEnd() {
        int end = at + 1;
        while (end < bytes.length && isLetter(bytes[end])) {
            end++;
        }
        boolean binary = end - at == BINARY.length() + 1;
        for (int i = 0; i < BINARY.length(); i++) {
            binary = binary && bytes[at + 1 + i] == BINARY.charAt(i);
        }
        if (!binary) {
            return end;
        }
        long length = 0;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9' && length < bytes.length) {
            length = length * 10 + bytes[end] - '0';
            end++;
        }
        end += end < bytes.length && bytes[end] == ' ' ? 1 : 0;
        return (int) Math.min(bytes.length, end + length);
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}
