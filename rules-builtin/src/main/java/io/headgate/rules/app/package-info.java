/** Rules about stream applications. It never looks at what their statements compute. */
@NullMarked
package io.headgate.rules.app;

import org.jspecify.annotations.NullMarked;
