package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.engine.dialect.terraform.Value.Member;
import io.headgate.engine.document.Problem;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Binary;
import io.headgate.engine.document.hcl.Expression.Braces;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.engine.document.hcl.Expression.Conditional;
import io.headgate.engine.document.hcl.Expression.For;
import io.headgate.engine.document.hcl.Expression.Interpolation;
import io.headgate.engine.document.hcl.Expression.Item;
import io.headgate.engine.document.hcl.Expression.Literal;
import io.headgate.engine.document.hcl.Expression.Part;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Text;
import io.headgate.engine.document.hcl.Expression.Tuple;
import io.headgate.engine.document.hcl.Expression.Unary;
import io.headgate.engine.document.hcl.Expression.Variable;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.spi.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Computes expressions as far as their values are sure. */
final class Evaluator {

  private final Root root;
  private final References references = new References();
  private final Functions functions;
  private final Set<Attribute> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Attribute> cycles = Collections.newSetFromMap(new IdentityHashMap<>());

  Evaluator(Root root) {
    this.root = root;
    this.functions = new Functions(root);
  }

  /** A value without any names in it. */
  Value constant(Expression expression) {
    return value(expression, Scope.of(root.module()));
  }

  /** Computes what a name stands for, which may not need itself. */
  Value open(Attribute written, String shown, Scope scope) {
    if (!open.add(written)) {
      cycle(written, shown);
      return Value.unknown(written.value().place());
    }
    Value value = value(written.value(), scope);
    open.remove(written);
    return value;
  }

  boolean isOpen(Attribute written) {
    return open.contains(written);
  }

  void cycle(Attribute written, String shown) {
    if (cycles.add(written)) {
      root.problem(
          new Problem(
              written.namePlace(),
              "'" + shown + "' refers to itself, so it has no value; break the cycle."));
    }
  }

  Value value(Expression expression, Scope scope) {
    if (!root.budget().enter()) {
      return Value.unknown(expression.place());
    }
    try {
      return compute(expression, scope);
    } finally {
      root.budget().leave();
    }
  }

  private Value compute(Expression expression, Scope scope) {
    if (expression instanceof Template template) {
      return template(template, scope);
    }
    if (expression instanceof Literal literal) {
      return literal(literal);
    }
    if (expression instanceof Access access) {
      return references.access(access, scope, this);
    }
    if (expression instanceof Variable variable) {
      Value bound = scope.get(variable.name());
      return bound == null ? Value.unknown(variable.place()) : bound;
    }
    if (expression instanceof Call call) {
      return functions.call(call, scope, this);
    }
    if (expression instanceof Braces braces) {
      return object(braces, scope);
    }
    if (expression instanceof Tuple tuple) {
      List<Value> items = new ArrayList<>(tuple.items().size());
      for (Expression item : tuple.items()) {
        items.add(value(item, scope));
      }
      return Value.list(items, tuple.place());
    }
    if (expression instanceof Conditional choice) {
      Boolean condition = value(choice.condition(), scope).bool();
      return condition == null
          ? Value.unknown(choice.place())
          : value(condition ? choice.yes() : choice.no(), scope);
    }
    if (expression instanceof For loop) {
      return loop(loop, scope);
    }
    return expression instanceof Unary unary
        ? unary(unary, scope)
        : binary((Binary) expression, scope);
  }

  private static Value literal(Literal literal) {
    return switch (literal.type()) {
      case NULL -> Value.none(literal.place());
      case BOOL -> Value.bool(literal.text().equals("true"), literal.place());
      case NUMBER -> {
        BigDecimal number = Numbers.parse(literal.text());
        yield number == null
            ? Value.unknown(literal.place())
            : Value.number(number, literal.place());
      }
    };
  }

  private Value template(Template template, Scope scope) {
    List<Part> parts = template.parts();
    if (parts.isEmpty()) {
      return Value.text("", template.place());
    }
    if (parts.size() == 1) {
      if (parts.get(0) instanceof Text text) {
        return Value.text(text.text(), template.place(), text.positions());
      }
      if (parts.get(0) instanceof Interpolation only) {
        return value(only.value(), scope);
      }
    }
    StringBuilder all = new StringBuilder();
    boolean known = true;
    for (Part part : parts) {
      String text =
          part instanceof Text plain
              ? plain.text()
              : part instanceof Interpolation inner ? value(inner.value(), scope).text() : null;
      if (text == null || all.length() + text.length() > Budget.LONGEST) {
        known = false;
        all.setLength(0);
      } else {
        all.append(text);
      }
    }
    boolean cheap = root.budget().take(all.length() / 64);
    return known && cheap
        ? Value.text(all.toString(), template.place())
        : Value.unknownBut(template.place(), strips(parts) ? "" : all.toString());
  }

  /** Whether something in a template changes the text around it. */
  private static boolean strips(List<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Expression.Directive) {
        return true;
      }
    }
    return false;
  }

  private Value object(Braces braces, Scope scope) {
    Map<String, Member> members = new TreeMap<>();
    boolean unsure = false;
    for (Item item : braces.items()) {
      String key = value(item.key(), scope).text();
      Value value = value(item.value(), scope);
      if (key == null) {
        unsure = true;
      } else {
        members.put(key, new Member(item.key().place(), value));
      }
    }
    return Value.object(members, unsure, braces.place());
  }

  private Value unary(Unary unary, Scope scope) {
    Value operand = value(unary.operand(), scope);
    Boolean bool = operand.bool();
    BigDecimal number = operand.number();
    if (unary.operator().equals("!")) {
      return bool == null ? Value.unknown(unary.place()) : Value.bool(!bool, unary.place());
    }
    return number == null
        ? Value.unknown(unary.place())
        : Value.number(number.negate(), unary.place());
  }

  private Value binary(Binary binary, Scope scope) {
    Value left = value(binary.left(), scope);
    Value right = value(binary.right(), scope);
    Place place = binary.place();
    switch (binary.operator()) {
      case "&&", "||" -> {
        boolean decides = binary.operator().equals("||");
        Boolean one = left.bool();
        Boolean other = right.bool();
        if ((one != null && one == decides) || (other != null && other == decides)) {
          return Value.bool(decides, place);
        }
        return one == null || other == null ? Value.unknown(place) : Value.bool(!decides, place);
      }
      case "==", "!=" -> {
        Boolean equal = Equality.of(left, right);
        return equal == null
            ? Value.unknown(place)
            : Value.bool(equal == binary.operator().equals("=="), place);
      }
      default -> {
        BigDecimal one = left.number();
        BigDecimal other = right.number();
        if (one == null || other == null) {
          return Value.unknown(place);
        }
        int order = one.compareTo(other);
        return switch (binary.operator()) {
          case "<" -> Value.bool(order < 0, place);
          case ">" -> Value.bool(order > 0, place);
          case "<=" -> Value.bool(order <= 0, place);
          case ">=" -> Value.bool(order >= 0, place);
          default -> {
            BigDecimal result = Numbers.apply(binary.operator(), one, other);
            yield result == null ? Value.unknown(place) : Value.number(result, place);
          }
        };
      }
    }
  }

  private Value loop(For loop, Scope scope) {
    Value collection = value(loop.collection(), scope);
    List<Element> elements = Element.of(collection);
    if (elements == null || !root.budget().take(elements.size())) {
      return Value.unknown(loop.place());
    }
    List<Value> list = new ArrayList<>();
    Map<String, Member> members = new TreeMap<>();
    Map<String, List<Value>> groups = new TreeMap<>();
    boolean unsure = false;
    for (Element element : elements) {
      Scope inner = scope;
      if (loop.keyName() != null) {
        inner = inner.with(loop.keyName(), element.key());
      }
      inner = inner.with(loop.valueName(), element.value());
      Boolean counts =
          loop.condition() == null ? Boolean.TRUE : value(loop.condition(), inner).bool();
      if (counts == null) {
        return Value.unknown(loop.place());
      }
      if (!counts) {
        continue;
      }
      Value value = value(loop.value(), inner);
      if (loop.key() == null) {
        list.add(value);
        continue;
      }
      Value key = value(loop.key(), inner);
      @Nullable String name = key.text();
      if (name == null) {
        unsure = true;
      } else if (loop.grouped()) {
        groups.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        members.put(name, new Member(key.shown(), Value.list(groups.get(name), loop.place())));
      } else {
        members.put(name, new Member(key.shown(), value));
      }
    }
    return loop.key() == null
        ? Value.list(list, loop.place())
        : Value.object(members, unsure, loop.place());
  }

  /** Whether a value is known through and through. */
  static boolean isWhole(Value value) {
    if (!value.isKnown() || value.isOpen()) {
      return false;
    }
    for (Value item : value.items()) {
      if (!isWhole(item)) {
        return false;
      }
    }
    for (Member member : value.members().values()) {
      if (!isWhole(member.value())) {
        return false;
      }
    }
    return !value.is(Kind.UNKNOWN);
  }
}
