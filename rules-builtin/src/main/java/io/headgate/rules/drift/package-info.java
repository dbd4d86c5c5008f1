/**
 * Rules about what runs, held against what is declared: by what it means, never by its text. They
 * are silent where nobody has looked at a cluster, and they never look at one themselves.
 */
@NullMarked
package io.headgate.rules.drift;

import org.jspecify.annotations.NullMarked;
