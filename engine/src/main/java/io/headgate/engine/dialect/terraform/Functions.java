package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.engine.dialect.terraform.Value.Member;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.spi.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions whose results are sure. All others, and those whose arguments are not known, give
 * an unknown value.
 */
final class Functions {

  private final Root root;

  Functions(Root root) {
    this.root = root;
  }

  Value call(Call call, Scope scope, Evaluator evaluator) {
    switch (call.name()) {
      case "try" -> {
        return attempt(call, scope, evaluator);
      }
      case "can" -> {
        Value value =
            call.arguments().isEmpty() ? null : evaluator.value(call.arguments().get(0), scope);
        return value == null || value.is(Kind.UNKNOWN)
            ? Value.unknown(call.place())
            : Value.bool(value.isKnown(), call.place());
      }
      case "sensitive", "ephemeralasnull" -> {
        return Value.unknown(call.place());
      }
      default -> {
        List<Value> arguments = arguments(call, scope, evaluator);
        Value result = arguments == null ? null : apply(call, arguments);
        return result == null ? Value.unknown(call.place()) : result;
      }
    }
  }

  private static @Nullable List<Value> arguments(Call call, Scope scope, Evaluator evaluator) {
    List<Value> values = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      values.add(evaluator.value(argument, scope));
    }
    if (call.expand() && !values.isEmpty()) {
      Value last = values.remove(values.size() - 1);
      if (!last.is(Kind.LIST)) {
        return null;
      }
      for (Value item : last.items()) {
        values.add(last.part(item));
      }
    }
    return values;
  }

  /** The first argument that has no error; whether an unknown one has is not known. */
  private static Value attempt(Call call, Scope scope, Evaluator evaluator) {
    for (Expression argument : call.arguments()) {
      Value value = evaluator.value(argument, scope);
      if (!value.is(Kind.MISSING)) {
        return value;
      }
    }
    return Value.unknown(call.place());
  }

  private @Nullable Value apply(Call call, List<Value> arguments) {
    Place place = call.place();
    int count = arguments.size();
    Value first = count == 0 ? Value.unknown(place) : arguments.get(0);
    return switch (call.name()) {
      case "tostring" -> text(first.text(), place, first);
      case "tonumber" -> first.number() == null ? null : Value.number(number(first), first.shown());
      case "tobool" -> first.bool() == null ? null : Value.bool(first.bool(), first.shown());
      case "tolist", "nonsensitive" -> first;
      case "tomap" -> first.is(Kind.OBJECT) ? first : null;
      case "toset", "distinct" -> Lists.distinct(first, place);
      case "lower",
          "upper",
          "trimspace",
          "trimprefix",
          "trimsuffix",
          "title",
          "replace",
          "join",
          "format",
          "split",
          "substr" ->
          Texts.apply(call.name(), arguments, place);
      case "merge" -> merge(arguments, place);
      case "concat" -> Lists.concat(arguments, place, root.budget());
      case "flatten" -> Lists.flatten(first, place, root.budget());
      case "compact" -> Lists.compact(first, place);
      case "keys" -> keys(first, place);
      case "values" -> values(first, place);
      case "length" -> length(first, place);
      case "lookup" -> lookup(arguments);
      case "element" -> Lists.element(arguments);
      case "contains" -> Lists.contains(arguments, place);
      case "setproduct" -> Lists.product(arguments, place, root.budget());
      case "coalesce" -> coalesce(arguments);
      case "range" -> Lists.range(arguments, place);
      case "jsonencode" -> first.isKnown() ? Json.encoded(first, place) : null;
      case "jsondecode", "yamldecode" -> Json.decoded(call.name(), first, place);
      case "file" -> file(first, place);
      case "abspath", "pathexpand" -> null;
      default -> null;
    };
  }

  private static BigDecimal number(Value value) {
    return java.util.Objects.requireNonNull(value.number());
  }

  static @Nullable Value text(@Nullable String text, Place place, Value from) {
    return text == null
        ? null
        : from.is(Kind.TEXT) ? from : Value.text(text, from.isKnown() ? from.shown() : place);
  }

  private static Value merge(List<Value> objects, Place place) {
    Map<String, Member> members = new TreeMap<>();
    boolean open = false;
    for (Value object : objects) {
      if (object.is(Kind.NULL)) {
        continue;
      }
      if (!object.is(Kind.OBJECT) || object.isOpen()) {
        // What is not known may replace whatever came ahead of it.
        members.replaceAll(
            (name, member) -> new Member(member.key(), Value.unknown(member.value().shown())));
        open = true;
      }
      object
          .members()
          .forEach(
              (name, member) ->
                  members.put(name, new Member(member.key(), object.part(member.value()))));
    }
    return Value.object(members, open, place);
  }

  private static @Nullable Value keys(Value object, Place place) {
    if (!object.is(Kind.OBJECT) || object.isOpen()) {
      return null;
    }
    List<Value> keys = new ArrayList<>();
    object.members().forEach((name, member) -> keys.add(Value.text(name, member.key())));
    return Value.list(keys, place);
  }

  private static @Nullable Value values(Value object, Place place) {
    if (!object.is(Kind.OBJECT) || object.isOpen()) {
      return null;
    }
    return Value.list(object.members().values().stream().map(Member::value).toList(), place);
  }

  private static @Nullable Value length(Value of, Place place) {
    int length =
        switch (of.kind()) {
          case LIST -> of.items().size();
          case OBJECT -> of.isOpen() ? -1 : of.members().size();
          case TEXT -> {
            String text = of.text();
            yield text == null ? -1 : text.codePointCount(0, text.length());
          }
          default -> -1;
        };
    return length < 0 ? null : Value.number(BigDecimal.valueOf(length), place);
  }

  private static @Nullable Value lookup(List<Value> arguments) {
    if (arguments.size() < 2 || !arguments.get(0).is(Kind.OBJECT)) {
      return null;
    }
    Value object = arguments.get(0);
    String key = arguments.get(1).text();
    if (key == null) {
      return null;
    }
    Member member = object.members().get(key);
    if (member != null) {
      return object.part(member.value());
    }
    return object.isOpen() || arguments.size() < 3 ? null : arguments.get(2);
  }

  private static @Nullable Value coalesce(List<Value> arguments) {
    for (Value argument : arguments) {
      if (!argument.isKnown()) {
        return null;
      }
      if (!argument.is(Kind.NULL) && !"".equals(argument.text())) {
        return argument;
      }
    }
    return null;
  }

  private @Nullable Value file(Value path, Place place) {
    String text = path.text();
    SourceText file = text == null ? null : root.file(text);
    return file == null ? null : Value.text(file.text(), place, file);
  }
}
