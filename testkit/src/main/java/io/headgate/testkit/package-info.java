/**
 * What the author of a rule pack extends to hold the pack to its contract. It knows no rule and
 * runs nothing but the pack it is given.
 */
@NullMarked
package io.headgate.testkit;

import org.jspecify.annotations.NullMarked;
