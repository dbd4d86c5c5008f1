/** Small landscapes for the tests of lineage. It reads no file. */
@NullMarked
package io.headgate.engine.lineage.support;

import org.jspecify.annotations.NullMarked;
