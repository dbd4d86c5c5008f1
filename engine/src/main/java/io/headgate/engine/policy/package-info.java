/**
 * The organisation's policy: {@code headgate.yaml}, read strictly and with places, merged once into
 * what holds for an environment. It never looks at a bundle.
 */
@NullMarked
package io.headgate.engine.policy;

import org.jspecify.annotations.NullMarked;
