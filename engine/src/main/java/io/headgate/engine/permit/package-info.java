/**
 * What a judgement rested on, as digests, and the permit that says so: a statement of in-toto that
 * can be signed, kept and held against the files again. It judges nothing, signs nothing and checks
 * no signature.
 */
@NullMarked
package io.headgate.engine.permit;

import org.jspecify.annotations.NullMarked;
