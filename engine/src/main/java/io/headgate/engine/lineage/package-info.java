/**
 * Makes the lineage of a bundle: which field flows where through its apps and connectors. It judges
 * nothing, and does no work before somebody asks.
 */
@NullMarked
package io.headgate.engine.lineage;

import org.jspecify.annotations.NullMarked;
