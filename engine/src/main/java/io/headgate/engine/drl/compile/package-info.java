/**
 * Turns the DRL of a pack into compiled rules, in a process of its own: inspects the syntax tree,
 * refuses what does more than match and report, and has Drools compile what is left. Never on the
 * class path of a run that judges, and never executes anything of a pack.
 */
@NullMarked
package io.headgate.engine.drl.compile;

import org.jspecify.annotations.NullMarked;
