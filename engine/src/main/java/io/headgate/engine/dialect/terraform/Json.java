package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.engine.dialect.terraform.Value.Member;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as JSON, and JSON and YAML as values with the places where they are written. */
final class Json {

  private Json() {}

  /** A value as JSON; null if a part of it is not known. */
  static @Nullable Value encoded(Value value, Place place) {
    StringBuilder out = new StringBuilder();
    return Evaluator.isWhole(value) && append(value, out)
        ? Value.encoded(out.toString(), place, value)
        : null;
  }

  private static boolean append(Value value, StringBuilder out) {
    if (out.length() > Budget.LONGEST) {
      return false;
    }
    switch (value.kind()) {
      case NULL -> out.append("null");
      case NUMBER, BOOL -> out.append(value.text());
      case TEXT -> quoted(String.valueOf(value.text()), out);
      case LIST -> {
        out.append('[');
        int count = 0;
        for (Value item : value.items()) {
          out.append(count++ == 0 ? "" : ",");
          if (!append(item, out)) {
            return false;
          }
        }
        out.append(']');
      }
      case OBJECT -> {
        out.append('{');
        int count = 0;
        for (Map.Entry<String, Member> member : value.members().entrySet()) {
          out.append(count++ == 0 ? "" : ",");
          quoted(member.getKey(), out);
          out.append(':');
          if (!append(member.getValue().value(), out)) {
            return false;
          }
        }
        out.append('}');
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : " ");
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** The value that a text is; null if that is not known or it is no such text. */
  static @Nullable Value decoded(String function, Value value, Place place) {
    String text = value.is(Kind.TEXT) ? value.text() : null;
    if (text == null) {
      return null;
    }
    if (function.equals("jsondecode") && value.encodedFrom() != null) {
      return value.encodedFrom();
    }
    Positions positions = value.positions();
    if (function.equals("jsondecode")) {
      JsonText json = JsonText.read(text, positions == null ? (from, to) -> place : positions);
      return json.root() == null || !json.problems().isEmpty() ? null : of(json.root());
    }
    if (!(positions instanceof SourceText file)) {
      return null;
    }
    Documents documents = Documents.read(file);
    return documents.documents().size() == 1 && documents.problems().isEmpty()
        ? of(documents.documents().get(0).root())
        : null;
  }

  private static Value of(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Member> members = new TreeMap<>();
      for (Entry entry : mapping.entries()) {
        members.put(entry.key().text(), new Member(entry.key().place(), of(entry.value())));
      }
      return Value.object(members, false, mapping.place());
    }
    if (node instanceof Sequence list) {
      List<Value> items = new ArrayList<>();
      list.items().forEach(item -> items.add(of(item)));
      return Value.list(items, list.place());
    }
    Scalar scalar = (Scalar) node;
    if (scalar.isNull()) {
      return Value.none(scalar.place());
    }
    String text = scalar.text();
    if (scalar.style() == Style.TAGGED) {
      return Value.unknown(scalar.place());
    }
    if (scalar.style() == Style.PLAIN) {
      if (text.equals("true") || text.equals("false")) {
        return Value.bool(text.equals("true"), scalar.place());
      }
      BigDecimal number = Numbers.parse(text);
      if (number != null) {
        return Value.number(number, scalar.place());
      }
    }
    return Value.text(text, scalar.place());
  }
}
