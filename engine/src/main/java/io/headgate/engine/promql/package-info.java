/**
 * Reads the expressions of Prometheus (PromQL) as far as their structure goes: selectors,
 * functions, aggregations and operators. It never evaluates one and asks no server, so it knows no
 * types and takes the name of every function.
 */
@NullMarked
package io.headgate.engine.promql;

import org.jspecify.annotations.NullMarked;
