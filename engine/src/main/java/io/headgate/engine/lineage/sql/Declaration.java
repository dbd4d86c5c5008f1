package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.sql.Catalog.Table;
import io.headgate.engine.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns and properties of a {@code CREATE TABLE} or {@code CREATE STREAM}. */
final class Declaration {

  private final Cursor tokens;
  private final List<String> columns = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, String> properties = new HashMap<>();

  /**
   * A declaration.
   *
   * @param tokens behind the name of the table
   */
  Declaration(Cursor tokens) {
    this.tokens = tokens;
  }

  /** Reads up to {@code AS}, or to the end. */
  void read() {
    while (tokens.has(0) && !tokens.is(0, "AS")) {
      if (tokens.is(0, "WITH") && tokens.is(1, "(")) {
        int close = tokens.groupEnd(1);
        tokens.moveTo(tokens.at() + 2);
        properties(close - 1);
        tokens.moveTo(close);
      } else if (tokens.is(0, "(")) {
        int close = tokens.groupEnd(0);
        if (columns.isEmpty()) {
          tokens.next();
          columns(close - 1);
        }
        tokens.moveTo(close);
      } else {
        tokens.next();
      }
    }
  }

  private void properties(int close) {
    StringBuilder key = new StringBuilder();
    while (tokens.at() < close) {
      Token token = tokens.get(0);
      if (token.is("=") && tokens.has(1)) {
        properties.put(key.toString().toLowerCase(Locale.ROOT), tokens.get(1).text());
        key.setLength(0);
        tokens.next();
      } else if (token.is(",")) {
        key.setLength(0);
      } else {
        key.append(token.text());
      }
      tokens.next();
    }
  }

  private void columns(int close) {
    boolean starts = true;
    String column = "";
    while (tokens.at() < close) {
      Token token = tokens.get(0);
      if (starts) {
        starts = false;
        column = "";
        if (isConstraint(token)) {
          constraint(close);
          continue;
        }
        if (token.isName()) {
          column = token.text();
          columns.add(column);
        }
      } else if (token.is(",")) {
        starts = true;
      } else if (token.is("KEY") && !column.isEmpty()) {
        keys.add(column); // id STRING KEY, id STRING PRIMARY KEY
      } else if (token.is("(") || token.is("[")) {
        tokens.skipGroup();
        continue;
      } else if (token.is("<")) {
        skipAngles(close);
        continue;
      }
      tokens.next();
    }
  }

  private static boolean isConstraint(Token token) {
    return token.is("PRIMARY")
        || token.is("WATERMARK")
        || token.is("CONSTRAINT")
        || token.is("LIKE");
  }

  /** A part of the list that declares no column. */
  private void constraint(int close) {
    while (tokens.at() < close && !tokens.is(0, ",")) {
      if (tokens.is(0, "(") && tokens.previousIs("KEY")) {
        for (int end = tokens.groupEnd(0); tokens.at() < end; tokens.next()) {
          if (tokens.get(0).isName()) {
            keys.add(tokens.get(0).text());
          }
        }
      } else if (tokens.is(0, "(")) {
        tokens.skipGroup();
      } else {
        tokens.next();
      }
    }
  }

  private void skipAngles(int close) {
    int depth = 0;
    do {
      depth += tokens.is(0, "<") ? 1 : tokens.is(0, ">") ? -1 : 0;
      tokens.next();
    } while (depth > 0 && tokens.at() < close);
  }

  /**
   * What was declared.
   *
   * @param made whether a query fills it
   */
  Table table(Name name, Catalog catalog, boolean made) {
    Map<String, String> inKey = new LinkedHashMap<>();
    String connector = properties.get("connector");
    if (connector == null || connector.equals("upsert-kafka")) {
      keys.forEach(key -> inKey.put(key, key));
    }
    String fields = properties.get("key.fields");
    if (fields != null) {
      for (String field : fields.split(";", -1)) {
        inKey.put(field, field);
      }
    }
    // The prefix tells columns of the key from those of the value; the key is written without it.
    String prefix = properties.getOrDefault("key.fields-prefix", "");
    inKey.replaceAll(
        (column, path) -> path.startsWith(prefix) ? path.substring(prefix.length()) : path);
    boolean inValue =
        connector != null
            && !properties.getOrDefault("value.fields-include", "ALL").equals("EXCEPT_KEY");
    String topic = topic(name, catalog, made);
    return new Table(topic, columns, inKey, inValue, null, topic);
  }

  private @Nullable String topic(Name name, Catalog catalog, boolean made) {
    String topic =
        properties.containsKey("kafka_topic")
            ? properties.get("kafka_topic")
            : properties.get("topic");
    if (topic != null) {
      return topic.contains("${") || topic.contains("{{") ? null : topic;
    }
    String connector = properties.get("connector");
    boolean external = connector != null && !connector.contains("kafka");
    if (external || !name.known()) {
      return null;
    }
    return made || connector != null || catalog.language() != Language.LENSES
        ? catalog.table(name).topic()
        : name.text();
  }
}
