// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made when it is first asked for, once, whichever thread asks. What fails is tried again. */
final class Later<T> {

    private @Nullable Supplier<T> maker;
    private volatile @Nullable T made;

    private Later(@Nullable Supplier<T> maker, @Nullable T made) {
        this.maker = maker;
        this.made = made;
    }

    static <T> Later<T> by(Supplier<T> maker) {
        return new Later<>(maker, null);
    }

    /** What is there already. */
    static <T> Later<T> of(T made) {
        return new Later<>(null, made);
    }

    T get() {
        T known = made;
        return known != null ? known : make();
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            if (maker == null) {
                throw new IllegalStateException("made neither before nor now");
            }
            known = maker.get();
            made = known;
            maker = null;
        }
        return known;
    }
}
