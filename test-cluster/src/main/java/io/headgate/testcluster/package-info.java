/**
 * Starts real parts of a platform for tests: a Kafka broker, and servers that misbehave. It knows
 * nothing of headgate, so that the tests of any module can use it.
 */
@NullMarked
package io.headgate.testcluster;

import org.jspecify.annotations.NullMarked;
