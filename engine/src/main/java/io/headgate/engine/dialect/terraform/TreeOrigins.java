package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.Positions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes trees of values, and remembers of each text the value that it was. */
final class TreeOrigins implements Origins {

  /** What stands ahead of the end of a text of which only the end is known. */
  static final String UNKNOWN = "${}";

  private final IdentityHashMap<Scalar, Value> values = new IdentityHashMap<>();

  Node node(Value value) {
    return switch (value.kind()) {
      case OBJECT -> mapping(value);
      case LIST -> {
        List<Node> items = new ArrayList<>(value.items().size());
        for (Value item : value.items()) {
          items.add(node(value.part(item)));
        }
        yield new Sequence(value.shown(), items);
      }
      case NULL -> new Scalar(value.shown(), "null", Style.PLAIN);
      case TEXT -> {
        Scalar text = new Scalar(value.shown(), String.valueOf(value.text()), Style.DOUBLE_QUOTED);
        values.put(text, value);
        yield text;
      }
      case NUMBER, BOOL -> new Scalar(value.shown(), String.valueOf(value.text()), Style.PLAIN);
      case UNKNOWN, MISSING -> unknown(value);
    };
  }

  private Mapping mapping(Value value) {
    List<Entry> entries = new ArrayList<>(value.members().size() + 1);
    value
        .members()
        .forEach(
            (name, member) -> {
              // A key reached through a name is shown where that name is used, as its value is.
              Value key = value.part(Value.text(name, member.key()));
              entries.add(
                  new Entry(
                      new Scalar(key.shown(), name, Style.DOUBLE_QUOTED),
                      node(value.part(member.value()))));
            });
    if (value.isOpen()) {
      Scalar any = unknown(value);
      entries.add(new Entry(any, any));
    }
    return new Mapping(value.shown(), entries);
  }

  /** Something of which no more is told than what it is called. */
  private static Scalar unknown(Value value) {
    String text = value.name() == null ? "" : "${" + value.name() + "}";
    if (!value.tail().isEmpty()) {
      text = UNKNOWN + value.tail();
    }
    return new Scalar(value.shown(), text, Style.TAGGED);
  }

  @Override
  public Positions positions(Scalar text) {
    Value value = values.get(text);
    Positions positions = value == null ? null : value.positions();
    return positions == null ? (from, to) -> text.place() : positions;
  }

  @Override
  public @Nullable Node json(Scalar text) {
    Value value = values.get(text);
    Value decoded = value == null ? null : value.encodedFrom();
    return decoded != null ? node(decoded) : JsonText.read(text.text(), positions(text)).root();
  }
}
