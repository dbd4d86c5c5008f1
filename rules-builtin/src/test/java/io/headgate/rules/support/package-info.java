/** What the tests of several groups share. It never judges anything itself. */
@NullMarked
package io.headgate.rules.support;

import org.jspecify.annotations.NullMarked;
