/**
 * Regular expressions of a landscape: which topics a connector subscribes to by its pattern. It
 * never hands a pattern from the files to a matcher that backtracks, and it never guesses: what it
 * does not understand, it refuses.
 */
@NullMarked
package io.headgate.engine.pattern;

import org.jspecify.annotations.NullMarked;
