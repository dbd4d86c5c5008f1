package io.headgate.engine.schema;

import io.headgate.engine.schema.ProtobufFile.Enumeration;
import io.headgate.engine.schema.ProtobufFile.Message;
import io.headgate.engine.schema.ProtobufFile.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The types of a Protobuf text by their names. */
final class ProtobufTypes {

  private static final Set<String> SCALARS =
      Set.of(
          "double",
          "float",
          "int32",
          "int64",
          "uint32",
          "uint64",
          "sint32",
          "sint64",
          "fixed32",
          "fixed64",
          "sfixed32",
          "sfixed64",
          "bool",
          "string",
          "bytes");

  /** Files whose types all have names with dots. */
  private static final List<String> FOREIGN = List.of("google/", "confluent/");

  private final Map<String, Message> messages = new HashMap<>();
  private final Map<String, Enumeration> enumerations = new HashMap<>();
  private final boolean noImports;
  private final boolean onlyForeignImports;

  ProtobufTypes(ProtobufFile file) {
    file.messages.forEach(message -> messages.putIfAbsent(message.fullName(), message));
    file.enumerations.forEach(type -> enumerations.putIfAbsent(type.fullName(), type));
    noImports = file.imports.isEmpty();
    onlyForeignImports =
        (file.packageName + ".").indexOf("google.") != 0
            && (file.packageName + ".").indexOf("confluent.") != 0
            && file.imports.stream().map(Word::text).allMatch(ProtobufTypes::isForeign);
  }

  private static boolean isForeign(String path) {
    return FOREIGN.stream().anyMatch(path::startsWith);
  }

  static boolean isScalar(String type) {
    return SCALARS.contains(type);
  }

  /** The message that a type means inside another message, or null. */
  @Nullable Message message(String type, String scope) {
    return find(messages, type, scope);
  }

  /** Whether a type means an enum. */
  boolean isEnumeration(String type, String scope) {
    return find(enumerations, type, scope) != null;
  }

  /** Whether a type is missing for certain: nothing that is imported can have it. */
  boolean isMissing(String type, String scope) {
    return !isScalar(type)
        && message(type, scope) == null
        && !isEnumeration(type, scope)
        && (noImports || (onlyForeignImports && type.indexOf('.') < 0));
  }

  /** What could have been meant. */
  Set<String> candidates() {
    Set<String> names = new TreeSet<>(SCALARS);
    messages.values().forEach(message -> names.add(message.name().text()));
    enumerations.values().forEach(type -> names.add(type.name().text()));
    return names;
  }

  /** From the innermost scope outwards. */
  private static <T> @Nullable T find(Map<String, T> types, String type, String scope) {
    if (type.startsWith(".")) {
      return types.get(type.substring(1));
    }
    String around = scope;
    while (!around.isEmpty()) {
      T found = types.get(around + "." + type);
      if (found != null) {
        return found;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
    return types.get(type);
  }
}
