/**
 * What the author of a rule uses: {@link io.headgate.spi.Rule rules} as data, {@link
 * io.headgate.spi.Checker checkers} as code, what they say ({@link io.headgate.spi.Finding}), and
 * the {@link io.headgate.spi.RulePack pack} that brings them. It never reads files, never knows a
 * dialect, and never decides what a finding means for the gate.
 */
@NullMarked
package io.headgate.spi;

import org.jspecify.annotations.NullMarked;
