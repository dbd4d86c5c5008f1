/** The report for people at a terminal. It loads nothing that the other formats need. */
@NullMarked
package io.headgate.engine.report.text;

import org.jspecify.annotations.NullMarked;
