package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.ModuleInstance.Keyed;
import io.headgate.engine.dialect.terraform.ModuleSource.Declared;
import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.engine.dialect.terraform.Value.Member;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Attribute;
import io.headgate.engine.document.hcl.Expression.Index;
import io.headgate.engine.document.hcl.Expression.Splat;
import io.headgate.engine.document.hcl.Expression.Step;
import io.headgate.engine.document.hcl.Expression.Variable;
import io.headgate.engine.document.hcl.HclBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths such as {@code var.topics["a"].partitions}. */
final class References {

  Value access(Access access, Scope scope, Evaluator evaluator) {
    List<Step> steps = access.steps();
    if (!(access.on() instanceof Variable first) || !(steps.get(0) instanceof Attribute second)) {
      return walk(evaluator.value(access.on(), scope), steps, 0, access, scope, evaluator);
    }
    Value bound = scope.get(first.name());
    if (bound != null) {
      Value value = walk(bound, steps, 0, access, scope, evaluator);
      return value.is(Kind.UNKNOWN) ? Value.unknown(access.place(), value.name()) : value;
    }
    ModuleInstance module = scope.module();
    return switch (first.name()) {
      case "var" -> {
        Value value = module.variable(second.name(), access);
        Value whole = module.isGiven(second.name()) ? value : value.usedAt(access.place());
        yield walk(whole, steps, 1, access, scope, evaluator);
      }
      case "local" ->
          walk(
              module.local(second.name(), access).usedAt(access.place()),
              steps,
              1,
              access,
              scope,
              evaluator);
      case "path" -> path(second.name(), access, module);
      case "module" -> output(second.name(), access, scope, evaluator);
      case "data", "terraform", "self", "each", "count", "ephemeral" -> unknown(access, scope);
      default -> resource(first.name() + "." + second.name(), access, scope, evaluator);
    };
  }

  private static Value unknown(Access access, Scope scope) {
    return Value.unknown(access.place(), Names.of(access, scope));
  }

  private static Value path(String name, Access access, ModuleInstance module) {
    String root = module.root().module().source().directory();
    return switch (name) {
      case "module" ->
          Value.text(Paths.relative(root, module.source().directory()), access.place());
      case "root" -> Value.text(".", access.place());
      default -> Value.unknown(access.place());
    };
  }

  private Value walk(
      Value start, List<Step> steps, int from, Access access, Scope scope, Evaluator evaluator) {
    Value value = start;
    for (int i = from; i < steps.size(); i++) {
      if (!value.isKnown()) {
        return value.is(Kind.MISSING)
            ? Value.missing(access.place())
            : Value.unknown(access.place(), named(value, steps, i));
      }
      if (steps.get(i) instanceof Splat splat) {
        return splat(value, splat, steps, i + 1, access, scope, evaluator);
      }
      value = step(value, steps.get(i), access, scope, evaluator);
    }
    return value;
  }

  /** The name of a part of something that has a name. */
  private static @Nullable String named(Value value, List<Step> steps, int from) {
    if (value.name() == null) {
      return null;
    }
    StringBuilder name = new StringBuilder(value.name());
    for (Step step : steps.subList(from, steps.size())) {
      if (!(step instanceof Attribute attribute)) {
        return null;
      }
      name.append('.').append(attribute.name());
    }
    return name.toString();
  }

  private Value splat(
      Value value,
      Splat splat,
      List<Step> steps,
      int from,
      Access access,
      Scope scope,
      Evaluator evaluator) {
    int end = from;
    while (end < steps.size() && (splat.full() || steps.get(end) instanceof Attribute)) {
      end++;
    }
    List<Value> from2 =
        value.is(Kind.LIST) ? value.items() : value.is(Kind.NULL) ? List.of() : List.of(value);
    List<Value> items = new ArrayList<>(from2.size());
    for (Value item : from2) {
      items.add(walk(value.part(item), steps.subList(from, end), 0, access, scope, evaluator));
    }
    return walk(Value.list(items, access.place()), steps, end, access, scope, evaluator);
  }

  private static Value step(
      Value value, Step step, Access access, Scope scope, Evaluator evaluator) {
    Value key =
        step instanceof Index index
            ? evaluator.value(index.key(), scope)
            : Value.text(((Attribute) step).name(), access.place());
    if (!key.isKnown()) {
      return Value.unknown(access.place());
    }
    if (value.is(Kind.OBJECT)) {
      String name = key.text();
      Member member = name == null ? null : value.members().get(name);
      if (member != null) {
        return value.part(member.value());
      }
      return value.isOpen() ? Value.unknown(access.place()) : Value.missing(access.place());
    }
    if (value.is(Kind.LIST)) {
      BigDecimal number = key.number();
      boolean within =
          number != null
              && number.signum() >= 0
              && number.compareTo(BigDecimal.valueOf(value.items().size())) < 0;
      return within && number != null
          ? value.part(value.items().get(number.intValue()))
          : Value.missing(access.place());
    }
    return Value.missing(access.place());
  }

  /** {@code module.name.output} or {@code module.name[key].output}. */
  private Value output(String name, Access access, Scope scope, Evaluator evaluator) {
    List<Step> steps = access.steps();
    int next = 1;
    @Nullable String key = null;
    if (steps.size() > next && steps.get(next) instanceof Index index) {
      key = evaluator.value(index.key(), scope).text();
      next++;
    }
    if (steps.size() <= next || !(steps.get(next) instanceof Attribute output)) {
      return unknown(access, scope);
    }
    for (Keyed instance : scope.module().call(name)) {
      if (key == null ? instance.key() == null : key.equals(instance.key())) {
        return walk(
            instance.module().output(output.name(), access).usedAt(access.place()),
            steps,
            next + 1,
            access,
            scope,
            evaluator);
      }
    }
    return unknown(access, scope);
  }

  /** What a resource says of itself; what apply makes of it is not known. */
  private Value resource(String address, Access access, Scope scope, Evaluator evaluator) {
    Declared declared = scope.module().source().resource(address);
    List<Step> steps = access.steps();
    if (declared == null) {
      return unknown(access, scope);
    }
    HclBody body = declared.block().body();
    int next = 1;
    Scope inner = Scope.of(scope.module());
    boolean keyed = body.value("for_each") != null || body.value("count") != null;
    if (keyed) {
      if (steps.size() < 2 || !(steps.get(1) instanceof Index index)) {
        return unknown(access, scope);
      }
      Value key = evaluator.value(index.key(), scope);
      Scope found = scope.module().root().expansion().scopeOf(body, key, scope.module());
      if (found == null) {
        return unknown(access, scope);
      }
      inner = found;
      next = 2;
    }
    Expression value =
        steps.size() > next && steps.get(next) instanceof Attribute attribute
            ? body.value(attribute.name())
            : null;
    if (value == null) {
      return unknown(access, scope);
    }
    Value known = evaluator.value(value, inner);
    return walk(known.usedAt(access.place()), steps, next + 1, access, scope, evaluator);
  }
}
