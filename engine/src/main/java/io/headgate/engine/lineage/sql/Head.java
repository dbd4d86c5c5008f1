package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.sql.Catalog.Table;
import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Token.Form;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Script;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands ahead of the query of a statement, and notes what the statement declares. */
final class Head {

  private final Cursor tokens;
  private final Script script;
  private final Catalog catalog;
  private final int end;
  private @Nullable Table target;
  private int targetFrom;
  private int targetTo;

  Head(List<Token> statement, Script script, Catalog catalog) {
    this.tokens = new Cursor(statement);
    this.script = script;
    this.catalog = catalog;
    this.end = statement.get(statement.size() - 1).to();
  }

  /** Where the statement writes to; null if it writes nothing. */
  @Nullable Table target() {
    return target;
  }

  /** Where the statement names what it writes to. */
  Place targetPlace() {
    return script.place(targetFrom, targetTo);
  }

  /** Reads the statement; null if it writes nothing. */
  @Nullable Result read() throws Unreadable {
    skipSet();
    if (!tokens.has(0)) {
      return null;
    }
    Token first = tokens.get(0);
    String word =
        first.form() == Form.WORD || first.is("(") ? first.text().toUpperCase(Locale.ROOT) : "";
    switch (word) {
      case "SET", "USE", "DROP", "DESCRIBE", "DESC", "SHOW", "LIST", "PRINT", "RESET", "ALTER" -> {
        return null;
      }
      case "UNSET", "DEFINE", "UNDEFINE", "ADD", "REMOVE", "LOAD", "UNLOAD", "ANALYZE" -> {
        return null;
      }
      case "TERMINATE", "PAUSE", "RESUME", "EXPLAIN", "DELETE", "TRUNCATE", "ASSERT", "END" -> {
        return null;
      }
      case "WITH" -> {
        definitions();
        return tokens.has(0) ? read() : null;
      }
      case "INSERT" -> {
        return insert();
      }
      case "CREATE" -> {
        return create();
      }
      case "SELECT", "(" -> {
        query(); // it writes nothing, but it should be one
        return null;
      }
      default -> throw unreadable("it begins with no word that is understood");
    }
  }

  /** {@code EXECUTE STATEMENT SET BEGIN}, as Flink bundles statements. */
  private void skipSet() {
    if (tokens.is(0, "EXECUTE")) {
      tokens.next();
    }
    if (tokens.is(0, "BEGIN")) {
      tokens.next();
    }
    if (tokens.is(0, "STATEMENT") && tokens.is(1, "SET")) {
      tokens.next();
      tokens.next();
      if (tokens.is(0, "BEGIN")) {
        tokens.next();
      }
    }
  }

  private Unreadable unreadable(String reason) {
    int from = tokens.has(0) ? tokens.get(0).from() : end;
    return new Unreadable(reason, from, Math.max(from, end));
  }

  /** {@code WITH name AS (query), ...}: in Lenses SQL a statement of its own. */
  private void definitions() throws Unreadable {
    do {
      tokens.next();
      Name name = name();
      if (tokens.is(0, "(")) {
        tokens.skipGroup();
      }
      if (!tokens.is(0, "AS") || !tokens.is(1, "(")) {
        throw unreadable("the definition of a name is not understood");
      }
      tokens.next();
      int close = tokens.groupEnd(0);
      List<Token> inner = tokens.between(tokens.at() + 1, Math.max(tokens.at() + 1, close - 1));
      catalog.put(name.text(), QueryReader.read(List.copyOf(inner), script, catalog).table());
      tokens.moveTo(close);
    } while (tokens.is(0, ","));
  }

  private @Nullable Result insert() throws Unreadable {
    tokens.next();
    if (!tokens.is(0, "INTO") && !tokens.is(0, "OVERWRITE")) {
      throw unreadable("INSERT is not followed by INTO");
    }
    tokens.next();
    Name name = name();
    targetFrom = name.from();
    targetTo = name.to();
    Table table = catalog.table(name);
    if (tokens.is(0, "PARTITION")) {
      tokens.next();
      tokens.skipGroup();
    }
    List<String> columns = tokens.is(0, "(") && !tokens.is(1, "SELECT") ? columns() : List.of();
    while (tokens.is(0, "STORE")) {
      // STORE KEY AS format VALUE AS format, either may be missing
      tokens.next();
      while (tokens.is(1, "AS") && (tokens.is(0, "KEY") || tokens.is(0, "VALUE"))) {
        tokens.moveTo(tokens.at() + 3);
        if (tokens.is(0, "(")) {
          tokens.skipGroup();
        }
      }
    }
    if (tokens.is(0, "WITH") && tokens.is(1, "(")) {
      tokens.next();
      tokens.skipGroup();
    } else if (tokens.is(0, "WITH")) {
      definitions();
    }
    if (tokens.is(0, "VALUES")) {
      return null;
    }
    List<String> named = columns.isEmpty() ? positional(table) : columns;
    target = table.with(named);
    return query();
  }

  /** The declared columns that an insert fills in their order: so it is in Flink alone. */
  private List<String> positional(Table table) {
    return catalog.language() == Language.FLINK ? table.columns() : List.of();
  }

  private @Nullable Result create() throws Unreadable {
    tokens.next();
    boolean view = false;
    while (tokens.has(0)) {
      if (tokens.is(0, "VIEW")) {
        view = true;
      } else if (tokens.is(0, "TABLE") || tokens.is(0, "STREAM")) {
        break;
      } else if (!tokens.is(0, "OR")
          && !tokens.is(0, "REPLACE")
          && !tokens.is(0, "TEMPORARY")
          && !tokens.is(0, "SOURCE")) {
        return null; // a function, a catalog, a connector, a type
      }
      if (view) {
        break;
      }
      tokens.next();
    }
    tokens.next();
    if (tokens.is(0, "IF")) {
      tokens.moveTo(tokens.at() + 3);
    }
    Name name = name();
    targetFrom = name.from();
    targetTo = name.to();
    Declaration declared = new Declaration(tokens);
    declared.read();
    if (view) {
      if (!tokens.is(0, "AS")) {
        throw unreadable("a view has no query");
      }
      tokens.next();
      catalog.put(name.text(), query().table());
      return null;
    }
    boolean hasQuery = tokens.is(0, "AS");
    Table table = declared.table(name, catalog, hasQuery);
    Result result = null;
    if (hasQuery) {
      tokens.next();
      if (tokens.is(0, "WITH")) {
        definitions();
      }
      target = table.with(List.of());
      result = query();
    }
    catalog.put(name.text(), table);
    return result;
  }

  private Result query() throws Unreadable {
    return QueryReader.read(List.copyOf(tokens.rest()), script, catalog);
  }

  /** Names in brackets; of columns with types, the first word of each. */
  private List<String> columns() throws Unreadable {
    Set<String> names = new LinkedHashSet<>();
    int close = tokens.groupEnd(0);
    tokens.next();
    while (tokens.at() < close - 1) {
      if (tokens.get(0).isName()) {
        names.add(name().text());
      } else {
        tokens.next();
      }
    }
    tokens.moveTo(close);
    return List.copyOf(names);
  }

  private Name name() throws Unreadable {
    if (!tokens.has(0) || !tokens.get(0).isName()) {
      throw unreadable("a name is missing");
    }
    return name(tokens);
  }

  /** A dotted name, parts of which may be in back-ticks. */
  static Name name(Cursor tokens) {
    List<String> segments = new ArrayList<>();
    int from = tokens.get(0).from();
    int to;
    boolean known = true;
    boolean more;
    do {
      Token token = tokens.get(0);
      known &= !token.isTemplated();
      if (token.form() == Form.NAME) {
        segments.add(token.text());
      } else {
        for (String part : token.text().split("\\.", -1)) {
          if (!part.isEmpty()) {
            segments.add(part);
          }
        }
      }
      to = token.to();
      tokens.next();
      boolean dotted = token.form() == Form.WORD && token.text().endsWith(".");
      more =
          tokens.touchesPrevious()
              && (dotted
                  ? tokens.get(0).isName()
                  : tokens.get(0).form() == Form.WORD && tokens.get(0).text().startsWith("."));
    } while (more);
    return new Name(List.copyOf(segments), false, known, from, to);
  }
}
