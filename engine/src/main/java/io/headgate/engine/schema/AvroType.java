package io.headgate.engine.schema;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type of an Avro schema, as it is written. */
sealed interface AvroType {

  /** Where it is written. */
  Node node();

  /** A primitive type, as a word or as an object with attributes. */
  record Primitive(Node node, String name) implements AvroType {}

  /**
   * A named type by its name.
   *
   * @param name the full name it stands for
   */
  record Reference(Scalar node, String name) implements AvroType {}

  /** A record. */
  record Structure(Mapping node, String name, List<AvroField> fields) implements AvroType {}

  /**
   * An enum.
   *
   * @param symbols null if not all of them are known
   */
  record Enumeration(Mapping node, String name, @Nullable Set<String> symbols)
      implements AvroType {}

  /** Bytes of a fixed number. */
  record Fixed(Mapping node, String name) implements AvroType {}

  /** An array or a map: many values of one type. */
  record Many(Mapping node, boolean isMap, AvroType values) implements AvroType {}

  /** One of several types. */
  record Union(Sequence node, List<AvroType> branches) implements AvroType {}

  /** What is templated, or so wrong that it is no type. */
  record Unknown(Node node) implements AvroType {}

  /**
   * A field of a record.
   *
   * @param name null if it has none
   * @param path where it is defined
   */
  record AvroField(Mapping node, @Nullable Scalar name, AvroType type, SchemaPath path) {}
}
