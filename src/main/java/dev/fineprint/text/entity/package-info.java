// SPDX-License-Identifier: Apache-2.0
/** Reads numbers, money, periods, territories, ages and durations out of normalised text. */
@NullMarked
package dev.fineprint.text.entity;

import org.jspecify.annotations.NullMarked;
