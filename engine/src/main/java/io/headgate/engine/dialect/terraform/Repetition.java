package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.engine.dialect.terraform.Value.Member;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.HclBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a block counts: by its {@code count} or {@code for_each}.
 *
 * @param times each time with the key in the address and the names that are bound
 * @param unknown the expression that is not known, if one is: then the block counts once, with all
 *     that hangs on it unknown; otherwise null
 * @param tooMany whether there are more than headgate reads
 */
record Repetition(List<Time> times, @Nullable Expression unknown, boolean tooMany) {

  /**
   * Once.
   *
   * @param key as in an address: with its brackets; empty without any
   * @param name the text of the key; null without any
   */
  record Time(String key, @Nullable String name, Scope scope) {}

  static Repetition of(HclBody body, Scope scope, Evaluator evaluator) {
    Expression each = body.value("for_each");
    if (each != null) {
      return each(each, scope, evaluator);
    }
    Expression count = body.value("count");
    return count == null
        ? new Repetition(List.of(new Time("", null, scope)), null, false)
        : count(count, scope, evaluator);
  }

  private static Repetition each(Expression written, Scope scope, Evaluator evaluator) {
    Value collection = evaluator.value(written, scope);
    List<Element> elements = Element.of(collection);
    if (elements == null || elements.size() > Budget.OF_ONE_BLOCK) {
      return once(written, scope, elements != null);
    }
    List<Time> times = new ArrayList<>(elements.size());
    for (Element element : elements) {
      Value key = collection.is(Kind.LIST) ? element.value() : element.key();
      String name = key.text();
      if (name == null) {
        return once(written, scope, false);
      }
      Value bound = each(key, element.value());
      times.add(new Time("[\"" + name + "\"]", name, scope.with("each", bound)));
    }
    return new Repetition(times, null, false);
  }

  private static Repetition count(Expression written, Scope scope, Evaluator evaluator) {
    BigDecimal number = evaluator.value(written, scope).number();
    if (number == null || number.compareTo(BigDecimal.valueOf(Budget.OF_ONE_BLOCK)) > 0) {
      return once(written, scope, number != null);
    }
    List<Time> times = new ArrayList<>();
    for (int i = 0; i < number.intValue(); i++) {
      Value index = Value.number(BigDecimal.valueOf(i), written.place());
      Value bound = object("index", index);
      times.add(new Time("[" + i + "]", String.valueOf(i), scope.with("count", bound)));
    }
    return new Repetition(times, null, false);
  }

  private static Repetition once(Expression written, Scope scope, boolean tooMany) {
    Value unknown = Value.unknown(written.place());
    Scope inner =
        scope.with("each", each(unknown, unknown)).with("count", object("index", unknown));
    return new Repetition(List.of(new Time("", null, inner)), written, tooMany);
  }

  private static Value object(String name, Value value) {
    return Value.object(Map.of(name, new Member(value.written(), value)), false, value.written());
  }

  private static Value each(Value key, Value value) {
    return Value.object(
        Map.of("key", new Member(key.written(), key), "value", new Member(key.written(), value)),
        false,
        key.written());
  }
}
