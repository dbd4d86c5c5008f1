/**
 * A server's certificate from PEM files, read anew when they change. It never writes a key, never
 * names what is in one, and never gives up a certificate that works for one that does not.
 */
@NullMarked
package io.headgate.delivery.tls;

import org.jspecify.annotations.NullMarked;
