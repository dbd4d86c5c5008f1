package io.headgate.engine.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The named types of an Avro schema, found the way Avro's own library 1.12 finds them. */
final class AvroNames {

  static final Set<String> PRIMITIVES =
      Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");

  /** What only an object can say. */
  static final List<String> COMPLEX = List.of("record", "error", "enum", "array", "map", "fixed");

  private final Map<String, AvroType> definitions = new LinkedHashMap<>();
  private boolean open;

  /** Says that a type has a name that is not known here: from now on any name may be defined. */
  void anyName() {
    open = true;
  }

  boolean mayBeAnything() {
    return open;
  }

  /** Whether the name was free. */
  boolean define(String name, AvroType type) {
    return definitions.putIfAbsent(name, type) == null;
  }

  boolean isDefined(String name) {
    return definitions.containsKey(name);
  }

  /**
   * The full name that a name means: in its own namespace, or, if only that is defined up to here,
   * without any.
   */
  String meaning(String written, @Nullable String namespace) {
    if (namespace == null || written.indexOf('.') >= 0) {
      return written;
    }
    String full = namespace + "." + written;
    return !isDefined(full) && isDefined(written) ? written : full;
  }

  /** The definition behind a reference; unknown if there is none. */
  AvroType resolve(AvroType type) {
    if (type instanceof AvroType.Reference reference) {
      AvroType definition = definitions.get(reference.name());
      return definition == null ? new AvroType.Unknown(reference.node()) : definition;
    }
    return type;
  }

  /** The full name of a type of the same simple name, or null. */
  @Nullable String namesake(String written) {
    String simple = simple(written);
    for (String name : definitions.keySet()) {
      if (simple(name).equals(simple)) {
        return name;
      }
    }
    return null;
  }

  /** What could have been meant by a written name. */
  Collection<String> candidates(String written) {
    Set<String> names = new TreeSet<>(PRIMITIVES);
    for (String name : definitions.keySet()) {
      names.add(written.indexOf('.') < 0 ? simple(name) : name);
    }
    return names;
  }

  /** What could have been meant by the type of an object. */
  Collection<String> words(String written) {
    List<String> words = new ArrayList<>(COMPLEX);
    words.addAll(candidates(written));
    return words;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * Whether it is a name by the library's rule, which takes any letter for a letter; the
   * specification names A to Z only.
   */
  static boolean isLegal(String name) {
    if (name.isEmpty() || !(Character.isLetter(name.charAt(0)) || name.charAt(0) == '_')) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** Whether all parts of a namespace are names. */
  static boolean isLegalNamespace(String namespace) {
    for (String part : namespace.split("\\.", -1)) {
      if (!isLegal(part)) {
        return false;
      }
    }
    return true;
  }
}
