package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.engine.dialect.terraform.Value.Member;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Braces;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.engine.document.hcl.Expression.Item;
import io.headgate.engine.document.hcl.Expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the type of a variable makes of a value: {@code optional(type, default)} fills in what an
 * object does not have. Values stay as they are written otherwise.
 */
final class VariableTypes {

  private VariableTypes() {}

  static Value apply(Expression type, Value value, Evaluator evaluator) {
    if (!(type instanceof Call call) || call.arguments().isEmpty()) {
      return value;
    }
    Expression inner = call.arguments().get(0);
    return switch (call.name()) {
      case "optional" -> apply(inner, value, evaluator);
      case "list", "set" -> elements(inner, value, evaluator);
      case "map" -> members(inner, value, evaluator);
      case "object" ->
          inner instanceof Braces braces && value.is(Kind.OBJECT)
              ? object(braces, value, evaluator)
              : value;
      default -> value;
    };
  }

  private static Value elements(Expression type, Value value, Evaluator evaluator) {
    if (!value.is(Kind.LIST) || !(type instanceof Call)) {
      return value;
    }
    List<Value> items = new ArrayList<>(value.items().size());
    for (Value item : value.items()) {
      items.add(apply(type, item, evaluator));
    }
    return like(value, Value.list(items, value.written()));
  }

  private static Value members(Expression type, Value value, Evaluator evaluator) {
    if (!value.is(Kind.OBJECT) || !(type instanceof Call)) {
      return value;
    }
    Map<String, Member> members = new TreeMap<>();
    value
        .members()
        .forEach(
            (name, member) ->
                members.put(
                    name, new Member(member.key(), apply(type, member.value(), evaluator))));
    return like(value, Value.object(members, value.isOpen(), value.written()));
  }

  private static Value object(Braces type, Value value, Evaluator evaluator) {
    Map<String, Member> members = new TreeMap<>(value.members());
    for (Item item : type.items()) {
      String name = item.key() instanceof Template key ? key.plain() : null;
      if (name == null) {
        continue;
      }
      Member given = members.get(name);
      boolean filled =
          item.value() instanceof Call call
              && call.name().equals("optional")
              && (given == null ? !value.isOpen() : given.value().is(Kind.NULL));
      if (filled) {
        List<Expression> arguments = ((Call) item.value()).arguments();
        Value standard =
            arguments.size() < 2
                ? Value.none(value.written())
                : evaluator.constant(arguments.get(1));
        members.put(name, new Member(item.key().place(), apply(item.value(), standard, evaluator)));
      } else if (given != null) {
        members.put(name, new Member(given.key(), apply(item.value(), given.value(), evaluator)));
      }
    }
    return like(value, Value.object(members, value.isOpen(), value.written()));
  }

  private static Value like(Value used, Value made) {
    return used.part(made);
  }
}
