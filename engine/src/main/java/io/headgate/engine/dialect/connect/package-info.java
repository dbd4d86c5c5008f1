/**
 * Connectors as Kafka Connect's REST interface takes them: a name with a configuration, or the
 * configuration alone. It never reads what another tool wraps around one.
 */
@NullMarked
package io.headgate.engine.dialect.connect;

import org.jspecify.annotations.NullMarked;
