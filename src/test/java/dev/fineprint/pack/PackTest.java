// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PackTest {
    private static final int MAGIC = 0x4650_0001;

    private static byte[] pack() {
        PackWriter out = new PackWriter(MAGIC);
        out.number(-7);
        out.ints(1, -2, Integer.MAX_VALUE);
        out.longs(Long.MIN_VALUE, 3);
        out.shorts((short) -1, (short) 300);
        out.chars('a', '\uFFFF');
        out.bytes((byte) -128, (byte) 7);
        out.texts(List.of("plain", "", "Réunion", "许可证", "a许", "last"));
        out.ints();
        return out.toBytes();
    }

    private static PackReader read(byte[] pack) {
        return PackReader.of("a.bin", pack, MAGIC);
    }

    private static void readAll(PackReader in) {
        assertThat(in.number()).isEqualTo(-7);
        assertThat(in.ints()).containsExactly(1, -2, Integer.MAX_VALUE);
        assertThat(in.longs()).containsExactly(Long.MIN_VALUE, 3);
        assertThat(in.shorts()).containsExactly((short) -1, (short) 300);
        assertThat(in.chars()).containsExactly('a', '\uFFFF');
        assertThat(in.bytes()).containsExactly((byte) -128, (byte) 7);
        assertThat(in.texts()).containsExactly("plain", "", "Réunion", "许可证", "a许", "last");
        assertThat(in.ints()).isEmpty();
    }

    @Test
    void readsWhatWasWritten() {
        readAll(read(pack()));
    }

    @Test
    void aPackThatEndsTooEarlyIsRefused() {
        byte[] pack = pack();
        for (int length = 0; length < pack.length; length++) {
            byte[] cut = Arrays.copyOf(pack, length);
            assertThatThrownBy(() -> readAll(read(cut)))
                    .as("%d bytes", length)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("build the library anew");
        }
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> PackReader.of("a.bin", pack(), MAGIC + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a.bin is no pack of this version; build the library anew");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        PackWriter out = new PackWriter(MAGIC);
        assertThatThrownBy(() -> out.texts(List.of("x".repeat(40_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40000");
    }

    @Test
    void filesBesideAClassAreReadWhole() throws Exception {
        byte[] file = PackReader.bytes(Messages.class, "messages.properties");
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("effect.restricts = ");
        assertThat(PackReader.isInJar(Messages.class, "messages.properties")).isFalse();
        assertThat(PackReader.isInJar(Assertions.class, "Assertions.class")).isTrue();
        assertThat(PackReader.bytes(Assertions.class, "Assertions.class")).hasSizeGreaterThan(10_000);
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThat(PackReader.isInJar(Messages.class, "none.bin")).isFalse();
        assertThatThrownBy(() -> PackReader.beside(Messages.class, "none.bin", MAGIC))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("none.bin cannot be read; build the library anew")
                .hasRootCauseMessage("not on the class path: dev/fineprint/none.bin");
    }
}
