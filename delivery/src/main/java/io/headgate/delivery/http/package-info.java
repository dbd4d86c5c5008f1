/**
 * What the servers of this module share: the JDK's HTTP server with limits, bound with a message
 * that helps, and answers that are written at once. It never decides what is answered.
 */
@NullMarked
package io.headgate.delivery.http;

import org.jspecify.annotations.NullMarked;
