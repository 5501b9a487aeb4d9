// SPDX-License-Identifier: Apache-2.0

/**
 * Decides for one use: may we, and what must we do?
 *
 * <p>A {@link dev.fineprint.policy.UseProfile} says what somebody is about to do with a model; a
 * {@link dev.fineprint.policy.Decider} holds it against the clauses of a report:
 *
 * <pre>{@code
 * LicenseReport report = LicenseAnalyzer.create().analyze(Path.of("LICENSE"));
 * UseProfile profile = UseProfile.builder().commercial(true).monthlyActiveUsers(2_000_000).build();
 * Decision decision = Decider.create().decide(report, profile);
 * System.out.println(decision.answer() + ": " + decision.summary().en());
 * for (Duty duty : decision.duties()) {
 *     System.out.println("[ ] " + duty.text().en());
 * }
 * }</pre>
 *
 * <p>Each clause gets an {@link dev.fineprint.policy.Answer} of its own, with the clause quoted and a reason; the whole
 * gets the gravest of them. What the profile does not say, or the clause does not, makes the answer
 * {@link dev.fineprint.policy.Answer#UNCLEAR}, and the decision names what is missing. No answer clears a use: a program
 * read the text, and this is no legal advice.
 */
@NullMarked
package dev.fineprint.policy;

import org.jspecify.annotations.NullMarked;
