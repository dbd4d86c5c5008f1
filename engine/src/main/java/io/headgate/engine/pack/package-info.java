/**
 * Rule packs as files: a directory, a zip or a jar becomes a {@link io.headgate.spi.RulePack} that
 * is known by its place and its digest. It reads nothing outside of the pack, downloads nothing,
 * and none of it is loaded by a run that names no pack.
 */
@NullMarked
package io.headgate.engine.pack;

import org.jspecify.annotations.NullMarked;
