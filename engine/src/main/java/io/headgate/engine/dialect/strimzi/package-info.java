/**
 * Strimzi's custom resources, {@code v1} and the removed beta versions. It reads topics and users;
 * the kinds it knows but does not read are counted.
 */
@NullMarked
package io.headgate.engine.dialect.strimzi;

import org.jspecify.annotations.NullMarked;
