/**
 * A rule pack as an organisation would write it, to copy from. It uses the SPI alone and ships with
 * nothing of headgate.
 */
@NullMarked
package io.headgate.packs.acme;

import org.jspecify.annotations.NullMarked;
