/**
 * The report as JUnit XML, for servers that show nothing but tests. It is red where the gate is
 * closed and nowhere else.
 */
@NullMarked
package io.headgate.engine.report.junit;

import org.jspecify.annotations.NullMarked;
