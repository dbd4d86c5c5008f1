/**
 * The text of a schema becomes located fields and problems: Avro, JSON Schema and Protobuf. It
 * never judges a schema by any policy, never compares versions, and never resolves what lies
 * outside the text.
 */
@NullMarked
package io.headgate.engine.schema;

import org.jspecify.annotations.NullMarked;
