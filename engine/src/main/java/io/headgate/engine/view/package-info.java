/**
 * What a run looked at, as text and JSON for people and tools that ask before they judge. It judges
 * nothing itself.
 */
@NullMarked
package io.headgate.engine.view;

import org.jspecify.annotations.NullMarked;
