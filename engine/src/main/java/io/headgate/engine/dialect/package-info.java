/**
 * From documents to resources: what all dialects share, and the list of dialects. A dialect is the
 * only code that knows both a file format and the model; it never judges what it reads.
 */
@NullMarked
package io.headgate.engine.dialect;

import org.jspecify.annotations.NullMarked;
