package io.headgate.engine.schema;

import static io.headgate.engine.schema.Problems.quoted;

import io.headgate.engine.document.Positions;
import io.headgate.engine.schema.ProtobufFile.Enumeration;
import io.headgate.engine.schema.ProtobufFile.Field;
import io.headgate.engine.schema.ProtobufFile.Message;
import io.headgate.engine.schema.ProtobufFile.Value;
import io.headgate.engine.schema.ProtobufFile.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Says what is wrong with a Protobuf text whose grammar is right. */
final class ProtobufJudge {

  private static final long FIRST_OF_PROTOBUF = 19_000;
  private static final long LAST_OF_PROTOBUF = 19_999;

  private final ProtobufFile file;
  private final ProtobufTypes types;
  private final Positions positions;
  private final Problems problems;

  ProtobufJudge(ProtobufFile file, ProtobufTypes types, Positions positions, Problems problems) {
    this.file = file;
    this.types = types;
    this.positions = positions;
    this.problems = problems;
  }

  void judge() {
    Word syntax = file.syntaxWord;
    if (syntax != null
        && !Set.of("proto2", "proto3", "edition").contains(file.syntax)
        && !TemplateMarks.anyIn(syntax.text())) {
      add(
          SchemaPath.ROOT,
          syntax,
          "the syntax is proto2 or proto3, not " + quoted(syntax.text()) + ".");
    }
    Set<String> defined = new HashSet<>();
    for (Message message : file.messages) {
      define(message.fullName(), message.name(), defined);
      SchemaPath path = path(message);
      names(message, path);
      numbers(message, path);
      for (Field field : message.fields()) {
        type(message, field, path.child(field.name().text()));
      }
    }
    for (Enumeration type : file.enumerations) {
      define(type.fullName(), type.name(), defined);
      values(type);
    }
  }

  private void add(SchemaPath path, Word at, String message) {
    problems.add(path, positions.place(at.from(), at.to()), message);
  }

  /** The fields of the root are the schema's; those of other types go by the name of their type. */
  private SchemaPath path(Message message) {
    return message.fullName().equals(file.messages.get(0).fullName())
        ? SchemaPath.ROOT
        : SchemaPath.ROOT.child(message.fullName());
  }

  private void define(String fullName, Word name, Set<String> defined) {
    if (!defined.add(fullName)) {
      add(SchemaPath.ROOT, name, "the type " + quoted(fullName) + " is defined twice.");
    }
  }

  private void names(Message message, SchemaPath path) {
    List<Word> names = new ArrayList<>(message.others());
    message.fields().forEach(field -> names.add(field.name()));
    names.sort((a, b) -> Integer.compare(a.from(), b.from()));
    Set<String> taken = new HashSet<>();
    for (Word name : names) {
      if (!taken.add(name.text())) {
        add(
            path.child(name.text()),
            name,
            "the message "
                + quoted(message.fullName())
                + " gives the name "
                + quoted(name.text())
                + " twice.");
      }
    }
    for (Field field : message.fields()) {
      if (message.reservedNames().contains(field.name().text())) {
        add(
            path.child(field.name().text()),
            field.name(),
            "the name "
                + quoted(field.name().text())
                + " is reserved in the message "
                + quoted(message.fullName())
                + "; take another one.");
      }
    }
  }

  private void numbers(Message message, SchemaPath path) {
    Map<Long, String> taken = new HashMap<>();
    NavigableMap<Long, Long> reserved = reserved(message);
    for (Field field : message.fields()) {
      Word literal = field.number();
      SchemaPath own = path.child(field.name().text());
      String of = "the number of the field " + quoted(field.name().text());
      Long number = ProtobufParser.number(literal.text());
      if (number == null || number < 1 || number > ProtobufParser.MOST) {
        add(
            own,
            literal,
            of
                + " is from 1 to "
                + ProtobufParser.MOST
                + ", not "
                + quoted(literal.text()).replace("'", "")
                + ".");
        continue;
      }
      if (number >= FIRST_OF_PROTOBUF && number <= LAST_OF_PROTOBUF) {
        add(own, literal, of + " is " + number + "; 19000 to 19999 belong to Protobuf itself.");
      }
      Map.Entry<Long, Long> range = reserved.floorEntry(number);
      if (range != null && number <= range.getValue()) {
        add(
            own,
            literal,
            of
                + " is "
                + number
                + ", which the message "
                + quoted(message.fullName())
                + " reserves; take another one.");
      }
      String other = taken.putIfAbsent(number, field.name().text());
      if (other != null) {
        add(own, literal, of + " is " + number + " like that of " + quoted(other) + ".");
      }
    }
  }

  /** Where reserved ranges begin, and how far those that begin up to there reach. */
  private static NavigableMap<Long, Long> reserved(Message message) {
    NavigableMap<Long, Long> ranges = new TreeMap<>();
    message.reserved().forEach(range -> ranges.merge(range.from(), range.to(), Math::max));
    long reach = Long.MIN_VALUE;
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      reach = Math.max(reach, range.getValue());
      range.setValue(reach);
    }
    return ranges;
  }

  private void type(Message message, Field field, SchemaPath path) {
    Word type = field.type();
    if (types.isMissing(type.text(), message.fullName())) {
      add(
          path,
          type,
          "the type "
              + quoted(type.text())
              + " is neither declared nor imported."
              + problems.hint(type.text(), types::candidates));
    }
    if (file.syntax.equals("proto2") && field.label().isEmpty() && !field.isBare()) {
      add(
          path,
          type,
          "the field "
              + quoted(field.name().text())
              + " is neither optional, required nor repeated; proto2, which is meant where no"
              + " syntax is given, needs one of them.");
    }
    if (file.syntax.equals("proto3") && field.label().equals("required")) {
      add(
          path,
          field.name(),
          "the field " + quoted(field.name().text()) + " is required, which proto3 does not know.");
    }
  }

  private void values(Enumeration type) {
    boolean mayRepeat =
        type.options().stream()
            .anyMatch(
                option ->
                    option.name().equals("allow_alias") && option.value().text().equals("true"));
    Set<String> names = new HashSet<>();
    Map<Long, String> numbers = new HashMap<>();
    for (Value value : type.values()) {
      String name = value.name().text();
      if (!names.add(name)) {
        add(
            SchemaPath.ROOT,
            value.name(),
            "the enum " + quoted(type.fullName()) + " gives the value " + quoted(name) + " twice.");
      }
      Long number = ProtobufParser.number(value.number().text());
      if (number == null || number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
        add(
            SchemaPath.ROOT,
            value.number(),
            "the number of the value " + quoted(name) + " is a whole number of 32 bits.");
        continue;
      }
      String other = numbers.putIfAbsent(number, name);
      if (other != null && !mayRepeat) {
        add(
            SchemaPath.ROOT,
            value.number(),
            "the number of the value "
                + quoted(name)
                + " is "
                + number
                + " like that of "
                + quoted(other)
                + "; only an enum with the option allow_alias may do that.");
      }
    }
    if (type.values().isEmpty()) {
      add(SchemaPath.ROOT, type.name(), "the enum " + quoted(type.fullName()) + " has no values.");
    } else if (file.syntax.equals("proto3")) {
      Word first = type.values().get(0).number();
      Long number = ProtobufParser.number(first.text());
      if (number != null && number != 0) {
        add(
            SchemaPath.ROOT,
            first,
            "the first value of the enum "
                + quoted(type.fullName())
                + " is 0 in proto3, not "
                + number
                + ".");
      }
    }
  }
}
