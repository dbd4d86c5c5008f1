package io.headgate.delivery.watch;

import io.headgate.engine.report.Texts;

/** A status as people and programs read it. */
public final class StatusTexts {

  /** The version of the format: another one where a property goes or means something else. */
  private static final int VERSION = 1;

  private StatusTexts() {}

  /** One line, ended by a line feed. */
  public static String text(Status status) {
    StringBuilder text = new StringBuilder();
    text.append(status.time()).append(' ').append(status.state().word()).append(": ");
    text.append(Texts.harmless(status.message()));
    for (String commit : status.moves()) {
      text.append(" Moved to ").append(Reports.shown(commit)).append('.');
    }
    Status.Newest newest = status.newest();
    if (newest != null && !newest.isOpen()) {
      text.append(" The newest commit has ").append(counted(newest.errors(), "error"));
      text.append(", ").append(counted(newest.warnings(), "warning"));
      text.append(" and ").append(counted(newest.notes(), "note"));
      text.append(newest.text().isEmpty() ? "." : ": see '" + newest.text() + "'.");
    }
    return text.append('\n').toString();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** JSON on one line, ended by a line feed, as {@code docs/watch-status.schema.json} has it. */
  public static String json(Status status, WatchSettings settings, String headgate) {
    StringBuilder json = new StringBuilder("{\"version\":").append(VERSION);
    add(json, "headgate", headgate);
    add(json, "time", status.time().toString());
    add(json, "state", status.state().word());
    json.append(",\"exitCode\":").append(status.state().code());
    add(json, "message", status.message());
    add(json, "repository", settings.shown());
    reference(json, "branch", settings.branch(), status.branch());
    reference(json, "approved", settings.approved(), status.approved());
    add(json, "notes", settings.notes());
    json.append(",\"behind\":").append(status.behind());
    json.append(",\"judged\":").append(status.judged());
    json.append(",\"judgeMillis\":").append(status.judgeMillis());
    json.append(",\"moves\":[");
    for (int i = 0; i < status.moves().size(); i++) {
      json.append(i == 0 ? "" : ",");
      quote(json, status.moves().get(i));
    }
    json.append(']');
    Status.Newest newest = status.newest();
    if (newest != null) {
      json.append(",\"newest\":{\"verdict\":").append(newest.isOpen() ? "\"open\"" : "\"closed\"");
      if (!newest.base().isEmpty()) {
        add(json, "base", newest.base());
      }
      json.append(",\"error\":").append(newest.errors());
      json.append(",\"warning\":").append(newest.warnings());
      json.append(",\"note\":").append(newest.notes());
      if (!newest.text().isEmpty()) {
        add(json, "text", newest.text());
      }
      if (!newest.json().isEmpty()) {
        add(json, "json", newest.json());
      }
      json.append('}');
    }
    return json.append("}\n").toString();
  }

  private static void reference(StringBuilder json, String key, String name, String commit) {
    json.append(",\"").append(key).append("\":{\"name\":");
    quote(json, name);
    if (!commit.isEmpty()) {
      add(json, "commit", commit);
    }
    json.append('}');
  }

  private static void add(StringBuilder json, String key, String value) {
    json.append(",\"").append(key).append("\":");
    quote(json, value);
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c >= 0x7f) {
        json.append("\\u").append(Character.forDigit(c >> 12, 16));
        json.append(Character.forDigit((c >> 8) & 15, 16));
        json.append(Character.forDigit((c >> 4) & 15, 16)).append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
