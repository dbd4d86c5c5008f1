/**
 * AsyncAPI documents with bindings for Kafka, and what SpecMesh makes of them: names below the id
 * of the document, and ACLs by prefixes and tags. It follows references within the document, and
 * never those to other files.
 */
@NullMarked
package io.headgate.engine.dialect.asyncapi;

import org.jspecify.annotations.NullMarked;
