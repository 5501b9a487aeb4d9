// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

/** One line on standard error that says how far the work is; nothing unless that is a terminal and the work is long. */
final class Progress {
    private static final String CLEAR = "\r\u001B[K";
    private static final int LONGEST_NAME = 60;

    private final Streams streams;
    private final int total;
    private final boolean shown;
    private int done;

    /**
     * Begins.
     *
     * @param total how many things there are; 0 if nobody knows
     */
    Progress(Streams streams, int total) {
        this.streams = streams;
        this.total = total;
        this.shown = total != 1 && streams.showsProgress();
    }

    void next(String name) {
        done++;
        if (shown) {
            String plain = name.replaceAll("\\p{Cntrl}", "?");
            String tail = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
            streams.err().print(CLEAR + "[" + done + (total == 0 ? "" : "/" + total) + "] " + tail);
            streams.err().flush();
        }
    }

    /** Makes room for a message. */
    void clear() {
        if (shown) {
            streams.err().print(CLEAR);
        }
    }

    void end() {
        clear();
        streams.err().flush();
    }
}
