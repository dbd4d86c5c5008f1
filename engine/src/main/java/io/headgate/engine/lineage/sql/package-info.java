/**
 * Follows fields through the SQL of apps: Lenses streaming SQL, Flink SQL and ksqlDB. Of a
 * statement the heads and clauses are read here, and the rest, put into words that every SQL has,
 * by a parser of the field. It never quotes a statement, and what it cannot read it says.
 */
@NullMarked
package io.headgate.engine.lineage.sql;

import org.jspecify.annotations.NullMarked;
