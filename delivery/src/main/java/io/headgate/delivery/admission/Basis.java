package io.headgate.delivery.admission;

import io.headgate.engine.Landscape;
import org.jspecify.annotations.Nullable;

/**
 * What reviews are judged by as of now.
 *
 * @param judging the rules and the policy
 * @param landscape the landscape that objects come into, judged by the same policy; null while
 *     there is none
 */
public record Basis(Judging judging, @Nullable Landscape landscape) {}
