/**
 * Mends what rules know how to mend: it applies their fixes to the files in memory, judges again,
 * and keeps what takes findings away without bringing others. It never writes a file.
 */
@NullMarked
package io.headgate.engine.fix;

import org.jspecify.annotations.NullMarked;
