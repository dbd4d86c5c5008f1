/**
 * Looks again and again at what runs, and tells Prometheus how far it is from what is declared. It
 * reads no cluster itself and judges nothing: both are given to it.
 */
@NullMarked
package io.headgate.delivery.drift;

import org.jspecify.annotations.NullMarked;
