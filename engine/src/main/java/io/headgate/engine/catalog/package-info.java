/**
 * The rules of a run, from all packs and the core itself, with their pages. It runs none of them.
 */
@NullMarked
package io.headgate.engine.catalog;

import org.jspecify.annotations.NullMarked;
