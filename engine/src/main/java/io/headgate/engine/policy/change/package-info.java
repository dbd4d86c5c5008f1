/**
 * Compares the policy of a change with that of its base, and says what of it is weaker. It compares
 * what holds, never text, and it judges no landscape.
 */
@NullMarked
package io.headgate.engine.policy.change;

import org.jspecify.annotations.NullMarked;
