/**
 * Shows the lineage of one field: as text, as JSON, and as a picture. It asks the lineage and
 * draws; what flows where it does not decide.
 */
@NullMarked
package io.headgate.engine.lineage.view;

import org.jspecify.annotations.NullMarked;
