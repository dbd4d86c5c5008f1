/** Rules about stream applications. They never look beyond the bundle. */
@NullMarked
package io.headgate.rules.app;

import org.jspecify.annotations.NullMarked;
