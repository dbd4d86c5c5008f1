package io.headgate.rules.schema;

import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader cannot read that knows one Avro schema, of records written with another: what
 * Avro's schema resolution says of fields that miss a default, of types that no promotion joins,
 * and of null. Of unions of several types, symbols, sizes and fields with aliases it says nothing.
 */
final class AvroEvolution {

  private static final Map<String, Set<String>> PROMOTIONS =
      Map.of(
          "int", Set.of("long", "float", "double"),
          "long", Set.of("float", "double"),
          "float", Set.of("double"),
          "string", Set.of("bytes"),
          "bytes", Set.of("string"));

  private final Schema reader;
  private final Schema writer;
  private final boolean readerIsNew;
  private final String level;

  /**
   * A reader and a writer.
   *
   * @param readerIsNew whether the reader has the new schema, and so the writer the old one
   * @param level the compatibility level that demands that it can read
   */
  AvroEvolution(Schema reader, Schema writer, boolean readerIsNew, String level) {
    this.reader = reader;
    this.writer = writer;
    this.readerIsNew = readerIsNew;
    this.level = level;
  }

  void report(Findings findings) {
    Set<String> ambiguous = new HashSet<>();
    Map<String, Field> written = byPath(writer.fields(), ambiguous);
    Map<String, Field> read = byPath(reader.fields(), ambiguous);
    for (Map.Entry<String, Field> entry : read.entrySet()) {
      String path = entry.getKey();
      Field field = entry.getValue();
      if (!field.name().isKnown() || isBelowOne(path, ambiguous)) {
        continue;
      }
      Field other = written.get(path);
      if (other == null) {
        if (isInRecord(path, read, written)
            && !field.properties().containsKey("default")
            && !field.properties().containsKey("aliases")) {
          missing(field, findings);
        }
      } else {
        String fault = fault(field, other);
        if (fault != null) {
          differs(field, other, fault, findings);
        }
      }
    }
  }

  /**
   * The fields by path; those that stand at one path twice, as in a union, are told apart by none.
   */
  private static Map<String, Field> byPath(List<Field> fields, Set<String> ambiguous) {
    Map<String, Field> byPath = new LinkedHashMap<>();
    for (Field field : fields) {
      if (byPath.putIfAbsent(field.path(), field) != null || field.type().equals("union")) {
        ambiguous.add(field.path());
      }
    }
    return byPath;
  }

  private static boolean isBelowOne(String path, Set<String> ambiguous) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      if (ambiguous.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the record of a field is there on both sides, and has not become something else. */
  private static boolean isInRecord(
      String path, Map<String, Field> read, Map<String, Field> written) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return true;
    }
    Field parent = read.get(path.substring(0, dot));
    Field other = written.get(path.substring(0, dot));
    return parent != null && other != null && parent.type().equals(other.type());
  }

  private static @Nullable String fault(Field reads, Field writes) {
    String collection = writes.properties().get("collection");
    boolean alike = Objects.equals(collection, reads.properties().get("collection"));
    boolean mayBeNull = writes.properties().containsKey("nullable");
    boolean takesNull = reads.properties().containsKey("nullable");
    if (!alike && (mayBeNull || takesNull)) {
      return null; // a union hides that a branch is an array or a map
    }
    if (!alike || !canBecome(writes.type(), reads.type())) {
      return shape(writes) + " cannot be read as " + shape(reads);
    }
    return mayBeNull && !takesNull ? "null cannot be read as " + shape(reads) : null;
  }

  private static boolean canBecome(String from, String to) {
    return from.equals(to) || PROMOTIONS.getOrDefault(from, Set.of()).contains(to);
  }

  private static String shape(Field field) {
    String collection = field.properties().get("collection");
    return collection == null ? field.type() : collection + " of " + field.type();
  }

  private String side() {
    return readerIsNew
        ? "new readers cannot read old records"
        : "old readers cannot read new records";
  }

  private void missing(Field field, Findings findings) {
    findings.add(
        SchemaBreaking.RULE,
        reader,
        field.name(),
        (readerIsNew
                ? "Field '" + field.path() + "' is new and has no default"
                : "Field '" + field.path() + "' is gone, and had no default")
            + ", so "
            + side()
            + " of '"
            + reader.subject()
            + "', as "
            + level
            + " demands. "
            + (readerIsNew ? "Give it a default." : "Keep it; it can go once it has a default."));
  }

  private void differs(Field reads, Field writes, String fault, Findings findings) {
    Field is = readerIsNew ? reads : writes;
    Field was = readerIsNew ? writes : reads;
    findings.add(
        SchemaBreaking.RULE,
        readerIsNew ? reader : writer,
        is.name(),
        "In field '"
            + is.path()
            + "' "
            + fault
            + ", so "
            + side()
            + " of '"
            + reader.subject()
            + "', as "
            + level
            + " demands. Keep the type, or add a field of another name with a default.",
        new Related(was.name().place(), "It was " + shape(was) + "."));
  }
}
