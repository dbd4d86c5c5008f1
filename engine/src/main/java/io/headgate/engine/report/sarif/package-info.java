/**
 * The report as SARIF 2.1.0, for code hosts and other tools. The only place that knows SARIF and
 * binds objects to JSON; it writes neither times nor paths of the machine, so that the same report
 * gives the same characters everywhere, and it never leaves out a result in silence.
 */
@NullMarked
package io.headgate.engine.report.sarif;

import org.jspecify.annotations.NullMarked;
