package io.headgate.engine.report;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadField;
import io.headgate.engine.dialect.Description.ReadKind;
import io.headgate.engine.dialect.Dialect;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** What the dialects say of themselves, for people, for tools and for the documentation. */
public final class DialectPages {

  private DialectPages() {}

  /** A paragraph for each dialect. */
  public static String text(List<Dialect> dialects) {
    StringBuilder out = new StringBuilder();
    for (Dialect dialect : dialects) {
      Description description = dialect.describe();
      out.append(out.isEmpty() ? "" : "\n");
      out.append(dialect.name()).append(": ").append(description.title()).append('\n');
      out.append("  ").append(description.files()).append('\n');
      int widest = widest(description);
      for (ReadKind kind : description.kinds()) {
        out.append("  ").append(kind.name()).append(" ".repeat(widest - kind.name().length()));
        out.append("  -> ").append(kind.becomes()).append('\n');
      }
      if (!description.known().isEmpty()) {
        out.append("  known and not read: ");
        out.append(String.join(", ", description.known())).append('\n');
      }
    }
    return out.toString();
  }

  private static int widest(Description description) {
    int widest = 0;
    for (ReadKind kind : description.kinds()) {
      widest = Math.max(widest, kind.name().length());
    }
    return widest;
  }

  /** A Markdown table of the dialects, each with a link to its page below {@code dialects/}. */
  public static String table(List<Dialect> dialects) {
    StringBuilder out =
        new StringBuilder("| dialect | its files | becomes |\n| --- | --- | --- |\n");
    for (Dialect dialect : dialects) {
      Description description = dialect.describe();
      Set<String> kinds = new TreeSet<>();
      dialect.declarable().forEach(kind -> kinds.add(kind.word()));
      out.append("| [").append(description.title()).append("](dialects/").append(dialect.name());
      out.append(".md) | ").append(cell(description.files())).append(" | ");
      out.append(cell(String.join(", ", kinds))).append(" |\n");
    }
    return out.toString();
  }

  /** A Markdown page for each dialect, one behind the other. */
  public static String markdown(List<Dialect> dialects) {
    StringBuilder out = new StringBuilder();
    for (Dialect dialect : dialects) {
      out.append(out.isEmpty() ? "# " : "\n# ").append(dialect.describe().title());
      out.append("\n\n").append(markdown(dialect));
    }
    return out.toString();
  }

  /** What stands below the title of the page of a dialect, with all fields. */
  public static String markdown(Dialect dialect) {
    Description description = dialect.describe();
    StringBuilder out = new StringBuilder();
    out.append("`").append(dialect.name()).append("`. ").append(description.files()).append("\n");
    for (ReadKind kind : description.kinds()) {
      out.append("\n## ").append(kind.name()).append("\n\n");
      out.append("Becomes ").append(kind.becomes()).append(".\n\n");
      out.append("| field | what becomes of it |\n| --- | --- |\n");
      for (ReadField field : kind.fields()) {
        out.append("| `").append(field.path()).append("` | ");
        out.append(cell(field.becomes())).append(" |\n");
      }
    }
    if (!description.known().isEmpty()) {
      out.append("\n## Known and not read\n\n");
      out.append("Counted and named at the end of a check, and not judged: `");
      out.append(String.join("`, `", description.known())).append("`.\n");
    }
    if (!description.remarks().isEmpty()) {
      out.append("\n## Remarks\n\n");
      description.remarks().forEach(remark -> out.append("- ").append(remark).append('\n'));
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.replace("<", "&lt;").replace("|", "\\|");
  }

  /** A JSON array. */
  public static String json(List<Dialect> dialects) {
    return PrettyJson.write(
        json -> {
          json.writeStartArray();
          dialects.forEach(dialect -> write(dialect, json));
          json.writeEndArray();
        });
  }

  private static void write(Dialect dialect, JsonGenerator json) {
    Description description = dialect.describe();
    json.writeStartObject();
    json.writeStringProperty("name", dialect.name());
    json.writeStringProperty("title", description.title());
    json.writeStringProperty("files", description.files());
    json.writeArrayPropertyStart("kinds");
    for (ReadKind kind : description.kinds()) {
      json.writeStartObject();
      json.writeStringProperty("name", kind.name());
      json.writeStringProperty("becomes", kind.becomes());
      json.writeObjectPropertyStart("fields");
      kind.fields().forEach(field -> json.writeStringProperty(field.path(), field.becomes()));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("knownAndNotRead");
    description.known().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("remarks");
    description.remarks().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
