/**
 * Reporters: what a report looks like to people and tools. They never change the verdict and never
 * leave out a result in silence.
 */
@NullMarked
package io.headgate.engine.report;

import org.jspecify.annotations.NullMarked;
