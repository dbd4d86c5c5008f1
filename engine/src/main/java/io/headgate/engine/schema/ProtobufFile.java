package io.headgate.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Protobuf text declares, in its order. */
final class ProtobufFile {

  /** A name or number and where it stands. */
  record Word(String text, int from, int to) {}

  /**
   * An option.
   *
   * @param name dotted, without parentheses
   */
  record Option(String name, Word value) {}

  /** Numbers from one to another, both included. */
  record Range(long from, long to) {}

  /**
   * A field.
   *
   * @param label optional, required, repeated, or empty
   * @param isBare whether it needs no label in any syntax: in a oneof, or a map
   * @param type as it is written; that of the values for a map
   */
  record Field(
      Word name,
      String label,
      boolean isBare,
      Word type,
      Word number,
      List<Option> options,
      String comment) {}

  /** A value of an enum. */
  record Value(Word name, Word number) {}

  /** An enum. */
  record Enumeration(Word name, String fullName, List<Value> values, List<Option> options) {}

  /**
   * A message.
   *
   * @param others what else takes a name in it: its oneofs and the types within
   */
  record Message(
      Word name,
      String fullName,
      List<Field> fields,
      List<Word> others,
      List<Range> reserved,
      Set<String> reservedNames) {}

  /** {@code proto2} unless the text says otherwise. */
  String syntax = "proto2";

  @Nullable Word syntaxWord;
  String packageName = "";
  final List<Word> imports = new ArrayList<>();

  /** All messages, a message ahead of those within it. */
  final List<Message> messages = new ArrayList<>();

  final List<Enumeration> enumerations = new ArrayList<>();
}
