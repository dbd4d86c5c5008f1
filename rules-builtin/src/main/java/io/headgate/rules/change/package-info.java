/**
 * Rules about a change: each compares a bundle with what it was and is silent when that is not
 * known. They never judge a state by itself; other rules do that.
 */
@NullMarked
package io.headgate.rules.change;

import org.jspecify.annotations.NullMarked;
