package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Tokens;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the statements of an app. */
public final class SqlReader {

  private static final int LONGEST = 1_000_000;
  private static final int MOST_TOKENS = 100_000;

  private final Script script;
  private final Catalog catalog;
  private final List<Written> written = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  private SqlReader(Script script, Catalog catalog) {
    this.script = script;
    this.catalog = catalog;
  }

  /**
   * What statements say.
   *
   * @param written what they write
   * @param unread the statements that could not be read
   */
  public record Statements(List<Written> written, List<Unread> unread) {

    /** Copies the lists. */
    public Statements {
      written = List.copyOf(written);
      unread = List.copyOf(unread);
    }
  }

  /**
   * Records that a statement writes.
   *
   * @param topic where to
   * @param shape what they are made of
   */
  public record Written(String topic, Shape shape) {}

  /**
   * A statement that cannot be read.
   *
   * @param number counted from 1
   * @param place from where on
   * @param reason a clause without the full stop
   */
  public record Unread(int number, Place place, String reason) {}

  /**
   * Reads all statements; never fails.
   *
   * @param fields the fields that schemas know
   */
  public static Statements read(Script script, Fields fields) {
    String text = script.text();
    if (text.length() > LONGEST) {
      return tooLong(script);
    }
    List<Token> tokens = Tokens.of(text);
    if (tokens.size() > MOST_TOKENS) {
      return tooLong(script);
    }
    SqlReader reader = new SqlReader(script, new Catalog(Language.of(tokens), fields));
    reader.statements(tokens);
    return new Statements(reader.written, reader.unread);
  }

  private static Statements tooLong(Script script) {
    return new Statements(
        List.of(), List.of(new Unread(1, script.place(0, 0), "the statements are too long")));
  }

  private void statements(List<Token> tokens) {
    int number = 0;
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).is(";")) {
        if (i > start) {
          statement(tokens.subList(start, i), ++number);
        }
        start = i + 1;
      }
    }
  }

  private void statement(List<Token> tokens, int number) {
    try {
      Head head = new Head(tokens, script, catalog);
      QueryReader.Result result = head.read();
      if (result != null && head.target() != null) {
        write(result, head.target());
      }
    } catch (Unreadable e) {
      unread.add(new Unread(number, script.place(e.from(), e.to()), e.reason()));
    }
  }

  private void write(QueryReader.Result query, Catalog.Table target) {
    if (target.topic() == null) {
      return;
    }
    QueryReader.Result result = query.named(target.columns());
    List<Mapping> mappings = new ArrayList<>();
    for (Mapping mapping : result.shape().mappings()) {
      mappings.add(spelt(mapping, target.topic()));
    }
    Shape shape = new Shape(mappings);
    if (catalog.language() == Language.FLINK) {
      shape = shape.side(Side.VALUE); // what it groups by is no key
    }
    if (catalog.language() != Language.LENSES) {
      for (Map.Entry<String, String> key : target.keys().entrySet()) {
        Shape own = shape.at(Side.VALUE, key.getKey()).below(Side.KEY, key.getValue());
        Shape left = target.keysInValue() ? shape : shape.without(Side.VALUE, Set.of(key.getKey()));
        shape = left.and(own);
      }
    }
    written.add(new Written(target.topic(), shape));
  }

  private Mapping spelt(Mapping mapping, String topic) {
    return mapping.path().isEmpty()
        ? mapping
        : mapping.at(mapping.side(), catalog.spelt(topic, mapping.side(), mapping.path()));
  }
}
