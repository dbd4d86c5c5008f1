/** Rules about secrets: where they stand and in what form. It never sees the secrets themselves. */
@NullMarked
package io.headgate.rules.secret;

import org.jspecify.annotations.NullMarked;
