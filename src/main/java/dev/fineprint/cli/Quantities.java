// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads quantities with units off the command line. */
final class Quantities {
    private Quantities() {}

    /** {@code 500ms}, {@code 30s}, {@code 2m}; a number alone is seconds. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            Map<String, Long> units = new LinkedHashMap<>(); // milliseconds; the longer ending first
            units.put("ms", 1L);
            units.put("s", 1000L);
            units.put("m", 60_000L);
            BigDecimal millis = read(value, units, 1000L, "a time such as 30s, 500ms or 2m");
            return Duration.ofMillis(millis.longValue());
        }
    }

    /** {@code 65536}, {@code 64K}, {@code 16M}, {@code 1G}: bytes, in steps of 1024. */
    static final class Size implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            Map<String, Long> units = Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);
            BigDecimal bytes = read(value, units, 1L, "a size such as 64K or 16M");
            if (bytes.compareTo(BigDecimal.ONE) < 0 || bytes.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE - 8)) > 0) {
                throw new TypeConversionException("'" + value + "' must be at least one byte and less than 2G");
            }
            return bytes.intValue();
        }
    }

    private static BigDecimal read(String value, Map<String, Long> units, long alone, String wanted) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        long unit = alone;
        for (Map.Entry<String, Long> one : units.entrySet()) {
            if (text.endsWith(one.getKey())) {
                text = text.substring(0, text.length() - one.getKey().length()).strip();
                unit = one.getValue();
                break;
            }
        }
        try {
            BigDecimal number = new BigDecimal(text.length() > 20 ? "" : text);
            if (number.signum() >= 0 && number.precision() - number.scale() < 16) {
                return number.multiply(BigDecimal.valueOf(unit));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException("'" + value + "' is not " + wanted);
    }

    /** Seconds, as short as they are exact. */
    static String inWords(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
