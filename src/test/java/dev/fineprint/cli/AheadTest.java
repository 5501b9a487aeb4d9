// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AheadTest {
    private static final int ROOM = 200_000;

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static byte[] written(Ahead.Written document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.writeTo(out);
        return out.toByteArray();
    }

    @Test
    void aDocumentIsWhatWasWritten() throws IOException {
        Ahead ahead = new Ahead(ROOM);
        for (int size : new int[] {0, 1, 1 << 14, (1 << 14) + 1, 3 << 14, 100_000}) {
            byte[] bytes = bytes(size);
            try (Ahead.Written document = ahead.write(out -> {
                        for (int at = 0; at < size; ) {
                            out.write(bytes[at++]);
                            int some = Math.min(10_000, size - at);
                            out.write(bytes, at, some);
                            at += some;
                        }
                    })
                    .orElseThrow()) {
                assertThat(written(document)).isEqualTo(bytes);
            }
        }
    }

    @Test
    void thereIsNoMoreThanTheRoomAndWhatIsClosedGivesItBack() throws IOException {
        Ahead ahead = new Ahead(ROOM);
        byte[] bytes = bytes(50_000);
        for (int round = 0; round < 3; round++) {
            List<Ahead.Written> kept = new ArrayList<>();
            Optional<Ahead.Written> one = ahead.write(out -> out.write(bytes));
            while (one.isPresent()) {
                kept.add(one.get());
                one = ahead.write(out -> out.write(bytes));
            }
            assertThat(kept).as("as many as fit, each time").hasSize(3);
            for (Ahead.Written each : kept) {
                assertThat(written(each)).isEqualTo(bytes);
                each.close();
            }
        }
    }

    @Test
    void whatCannotBeWrittenTakesNoRoom() {
        Ahead ahead = new Ahead(ROOM);
        for (int round = 0; round < 10; round++) {
            assertThat(ahead.write(out -> {
                        out.write(bytes(100_000));
                        throw new IllegalStateException("a fault");
                    }))
                    .isEmpty();
        }
        assertThat(ahead.write(out -> out.write(bytes(150_000)))).isPresent();
    }
}
