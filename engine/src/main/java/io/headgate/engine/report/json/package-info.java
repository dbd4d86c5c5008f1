/**
 * The report as headgate's own JSON, for programs: all that the run has to say, nothing cut and
 * nothing left out. It writes neither times nor paths of the machine.
 */
@NullMarked
package io.headgate.engine.report.json;

import org.jspecify.annotations.NullMarked;
