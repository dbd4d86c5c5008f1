/**
 * Schemas in files of their own, in Avro, JSON Schema or Protobuf, that are called like their
 * subject. It never guesses the subject of a file that is called otherwise.
 */
@NullMarked
package io.headgate.engine.dialect.schemafile;

import org.jspecify.annotations.NullMarked;
