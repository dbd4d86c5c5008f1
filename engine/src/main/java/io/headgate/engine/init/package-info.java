/**
 * A first policy for a repository: what its files tell of bundles, environments, owners and names,
 * each guess with what speaks for it. It never judges, writes no file, and knows no rule by itself.
 */
@NullMarked
package io.headgate.engine.init;

import org.jspecify.annotations.NullMarked;
