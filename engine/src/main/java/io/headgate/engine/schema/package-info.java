/**
 * From the text of a schema to its fields, each at its true place in the file, and to what is wrong
 * with it. It never resolves anything outside the text.
 */
@NullMarked
package io.headgate.engine.schema;

import org.jspecify.annotations.NullMarked;
