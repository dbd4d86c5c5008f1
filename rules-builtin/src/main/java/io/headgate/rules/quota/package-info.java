/** Rules about client quotas. It never looks at what clients may do, only at how much. */
@NullMarked
package io.headgate.rules.quota;

import org.jspecify.annotations.NullMarked;
