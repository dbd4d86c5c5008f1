package io.headgate.engine.policy;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.YamlScalar;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a waiver behind the others of a file. What people wrote there, comments and order included,
 * stays as it is.
 */
public final class WaiverAppend {

  private static final String HEAD =
      """
      # What is accepted for a while: it does not close the gate until its day has passed. 'headgate waive' adds to it.
      version: 1
      waivers:
      """;

  private WaiverAppend() {}

  /**
   * The text of a file with one waiver more. Whoever writes it should read it first, for people
   * write YAML in many ways.
   *
   * @param before the file as it is; null if there is none
   * @return null if the list of waivers is in brackets
   */
  public static @Nullable String text(@Nullable SourceText before, Waiver waiver) {
    if (before == null) {
      return HEAD + entry(waiver, "", "\n");
    }
    String text = before.text();
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    Node list = null;
    Place key = null;
    for (Document document : Documents.read(before).documents()) {
      if (document.root() instanceof Mapping mapping) {
        Node.Entry entry = mapping.entry("waivers");
        list = entry == null ? null : entry.value();
        key = entry == null ? null : entry.key().place();
      }
    }
    if (key == null) {
      return ended(text, end) + "waivers:" + end + entry(waiver, "", end);
    }
    if (list instanceof Sequence sequence && !sequence.items().isEmpty()) {
      Place last = sequence.items().get(sequence.items().size() - 1).place();
      int start = before.offset(last.startLine(), 1);
      String ahead = text.substring(start, before.offset(last.startLine(), last.startColumn()));
      if (!ahead.strip().equals("-")) {
        return null;
      }
      String indent = ahead.substring(0, ahead.indexOf('-'));
      return inserted(before, lastLine(last), entry(waiver, indent, end), end);
    }
    int line = key.startLine();
    if (list instanceof Sequence empty) {
      Place place = empty.place();
      text =
          text.substring(0, before.offset(place.startLine(), place.startColumn())).stripTrailing()
              + text.substring(before.offset(place.endLine(), place.endColumn()));
    }
    return inserted(new SourceText(before.file(), text), line, entry(waiver, "", end), end);
  }

  /** The last line of something: a block of text ends where the next line begins. */
  private static int lastLine(Place place) {
    return place.endColumn() == 1 && place.endLine() > place.startLine()
        ? place.endLine() - 1
        : place.endLine();
  }

  private static String inserted(SourceText source, int line, String entry, String end) {
    String text = source.text();
    if (line >= source.lineCount()) {
      return ended(text, end) + entry;
    }
    int at = source.offset(line + 1, 1);
    return text.substring(0, at) + entry + text.substring(at);
  }

  private static String ended(String text, String end) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + end;
  }

  private static String entry(Waiver waiver, String indent, String end) {
    Waiver.Scope scope = waiver.scope();
    List<String> lines = new ArrayList<>();
    lines.add("- rule: " + YamlScalar.of(waiver.rule()));
    lines.add("  resource: " + YamlScalar.of(scope.resource()));
    add(lines, "attribute", scope.attribute());
    add(lines, "bundle", scope.bundle());
    add(lines, "environment", scope.environment());
    add(lines, "reason", waiver.reason());
    add(lines, "owner", waiver.owner());
    add(lines, "approver", waiver.approver());
    lines.add("  until: " + waiver.until());
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      out.append(indent).append(line).append(end);
    }
    return out.toString();
  }

  private static void add(List<String> lines, String key, @Nullable String value) {
    if (value != null) {
      lines.add("  " + key + ": " + YamlScalar.of(value));
    }
  }
}
