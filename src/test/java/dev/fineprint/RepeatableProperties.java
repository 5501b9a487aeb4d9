// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property a seed of its own, made from its name: a run finds what any other run of the same code finds, so
 * that no change is refused for another's fault. {@code -Dfineprint.seed=random} looks elsewhere each time, and any
 * other word looks elsewhere, the same way each time.
 */
public final class RepeatableProperties implements AroundPropertyHook {
    private static final String SEED = System.getProperty("fineprint.seed", "");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (!SEED.equals("random") && context.attributes().seed().isEmpty()) {
            String name = context.containerClass().getName() + "." + context.label() + SEED;
            context.attributes().setSeed(Long.toString(name.hashCode()));
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
