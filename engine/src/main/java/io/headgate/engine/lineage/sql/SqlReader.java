package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Tokens;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * @param joined the topics they join by the keys they have
   * @param unread the statements that could not be read
   */
  public record Statements(List<Written> written, List<Joined> joined, List<Unread> unread) {

    /** Copies the lists. */
    public Statements {
      written = List.copyOf(written);
      joined = List.copyOf(joined);
      unread = List.copyOf(unread);
    }
  }

  /**
   * Records that a statement writes.
   *
   * @param topic where to, placed where the statement names it
   * @param shape what they are made of
   * @param fields the fields at the root of their values, each where the statement says it; null if
   *     not all are known
   */
  public record Written(
      Located<String> topic, Shape shape, @Nullable List<Located<String>> fields) {}

  /**
   * Two topics that are joined by the keys they have.
   *
   * @param left the one, placed where it is named
   * @param right the other, placed where it is named
   */
  public record Joined(Located<String> left, Located<String> right) {}

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
      return unread(script, "the statements are too long");
    }
    List<Token> tokens = Tokens.of(text);
    if (tokens.size() > MOST_TOKENS) {
      return unread(script, "the statements are too long");
    }
    if (tokens.isEmpty()) {
      return unread(script, "there is no statement");
    }
    SqlReader reader = new SqlReader(script, new Catalog(Language.of(tokens), fields));
    reader.statements(tokens);
    return new Statements(reader.written, reader.catalog.joined(), reader.unread);
  }

  private static Statements unread(Script script, String reason) {
    return new Statements(List.of(), List.of(), List.of(new Unread(1, script.place(0, 0), reason)));
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
      refuseOpenQuotes(tokens);
      Head head = new Head(tokens, script, catalog);
      Result result = head.read();
      if (result != null && head.target() != null) {
        write(result, head.target(), head.targetPlace());
      }
    } catch (Unreadable e) {
      unread.add(new Unread(number, script.place(e.from(), e.to()), e.reason()));
    }
  }

  private void refuseOpenQuotes(List<Token> tokens) throws Unreadable {
    for (Token token : tokens) {
      if ((token.form() == Token.Form.STRING || token.form() == Token.Form.NAME)
          && !closes(script.text(), token)) {
        throw new Unreadable("a quote is not closed", token.from() - 1, token.to());
      }
    }
  }

  private static boolean closes(String text, Token token) {
    return token.to() < text.length() && text.charAt(token.to()) == text.charAt(token.from() - 1);
  }

  private void write(Result query, Catalog.Table target, Place place) {
    if (target.topic() == null) {
      return;
    }
    Result result = query.named(target.columns());
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
    String topic = target.topic();
    written.add(
        new Written(Located.known(topic, "outputs." + topic, place), shape, fields(result, topic)));
  }

  /** The fields as they are in the values: only Lenses has no say in that beyond the columns. */
  private @Nullable List<Located<String>> fields(Result result, String topic) {
    Map<String, Place> fields =
        catalog.language() == Language.LENSES ? result.fields(catalog) : null;
    if (fields == null) {
      return null;
    }
    List<Located<String>> all = new ArrayList<>(fields.size());
    for (Map.Entry<String, Place> field : fields.entrySet()) {
      String name = field.getKey();
      all.add(Located.known(name, "sql." + topic + "." + name, field.getValue()));
    }
    return all;
  }

  private Mapping spelt(Mapping mapping, String topic) {
    return mapping.path().isEmpty()
        ? mapping
        : mapping.at(mapping.side(), catalog.spelt(topic, mapping.side(), mapping.path()));
  }
}
