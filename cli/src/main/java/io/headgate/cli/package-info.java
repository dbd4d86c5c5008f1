/**
 * Commands, terminal and exit codes: composes the other modules. It never judges anything itself.
 */
@NullMarked
package io.headgate.cli;

import org.jspecify.annotations.NullMarked;
