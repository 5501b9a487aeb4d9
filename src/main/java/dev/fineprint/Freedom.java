// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.List;

/**
 * One of the four freedoms of the Open Source AI Definition, seen through the findings.
 *
 * @param id {@code use}, {@code study}, {@code modify} or {@code share}
 * @param restricted whether some finding takes from it
 * @param findings ids of the findings that touch it, in the order of the text
 */
public record Freedom(String id, boolean restricted, List<String> findings) {
    public Freedom {
        findings = List.copyOf(findings);
    }
}
