// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.CompiledDomain;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.Derived;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a clause may match, flat and numbered: a rule is one alternative of one owner, and the rules of an owner follow
 * each other. The owners are the derived concepts in the order in which they depend on each other, then the patterns, then
 * the domains; so whoever takes up the rules that a clause set off in the order of their numbers finds everything known on
 * which a rule depends. Immutable.
 */
final class Agenda {
    private final @Nullable Node[] rules;
    private final int[] ownerOf;

    /** For each owner its first rule; after the last owner, the number of rules. */
    private final int[] first;

    private final int derived;
    private final int patterns;

    Agenda(List<Derived> derived, List<CompiledPattern> patterns, List<CompiledDomain> domains) {
        this.derived = derived.size();
        this.patterns = patterns.size();
        List<List<@Nullable Node>> owners = new ArrayList<>();
        for (Derived each : derived) {
            List<@Nullable Node> own = alternatives(each.node() == null ? List.of() : List.of(each.node()));
            if (each.hides().length > 0) {
                // Set off by the concept itself, which may have come with a phrase: nothing to match, something to
                // hide.
                own.add(null);
            }
            owners.add(own);
        }
        patterns.forEach(each -> owners.add(alternatives(List.of(each.node()))));
        domains.forEach(each -> owners.add(alternatives(List.of(each.expressions()))));
        first = new int[owners.size() + 1];
        for (int owner = 0; owner < owners.size(); owner++) {
            first[owner + 1] = first[owner] + owners.get(owner).size();
        }
        rules = new Node[first[owners.size()]];
        ownerOf = new int[rules.length];
        for (int owner = 0; owner < owners.size(); owner++) {
            Arrays.fill(ownerOf, first[owner], first[owner + 1], owner);
            for (int i = 0; i < owners.get(owner).size(); i++) {
                rules[first[owner] + i] = owners.get(owner).get(i);
            }
        }
    }

    private static List<@Nullable Node> alternatives(List<Node> nodes) {
        List<@Nullable Node> all = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Node.Alternatives several) {
                all.addAll(alternatives(List.of(several.nodes())));
            } else {
                all.add(node);
            }
        }
        return all;
    }

    /** How many rules there are. */
    int size() {
        return rules.length;
    }

    /** What a rule matches; null where its owner only hides others. */
    @Nullable
    Node rule(int rule) {
        return rules[rule];
    }

    /** After the last rule of the owner of a rule. */
    int endOfOwner(int rule) {
        return first[ownerOf[rule] + 1];
    }

    /** The derived concept that owns a rule. */
    int derivedOf(int rule) {
        return ownerOf[rule];
    }

    /** The pattern that owns a rule. */
    int patternOf(int rule) {
        return ownerOf[rule] - derived;
    }

    /** The domain that owns a rule. */
    int domainOf(int rule) {
        return ownerOf[rule] - derived - patterns;
    }

    int firstOfDerived(int index) {
        return first[index];
    }

    int firstOfPattern(int index) {
        return first[derived + index];
    }

    int firstOfDomain(int index) {
        return first[derived + patterns + index];
    }

    /** Adds the rules from one number to another to a set. */
    static void add(long[] set, int from, int to) {
        for (int rule = from; rule < to; rule++) {
            Bits.set(set, rule);
        }
    }
}
