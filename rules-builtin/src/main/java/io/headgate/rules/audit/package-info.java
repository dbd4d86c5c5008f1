/** Rules about what is recorded of people's deeds. It never looks at what they may do. */
@NullMarked
package io.headgate.rules.audit;

import org.jspecify.annotations.NullMarked;
