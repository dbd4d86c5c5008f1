package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.spi.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions of lists. Null where the result is not sure. */
final class Lists {

  private static final int LONGEST_RANGE = 1024;

  private Lists() {}

  /** The elements without those that are there already; they must all be known texts. */
  static @Nullable Value distinct(Value list, Place place) {
    if (!list.is(Kind.LIST)) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Value item : list.items()) {
      String text = item.text();
      if (text == null) {
        // Two objects may be equal, and then one of them is gone; mostly they are not.
        if (!Evaluator.isWhole(item)) {
          return null;
        }
        items.add(item);
      } else if (seen.add(text)) {
        items.add(item);
      }
    }
    return list.part(Value.list(items, place));
  }

  static @Nullable Value concat(List<Value> lists, Place place, Budget budget) {
    List<Value> items = new ArrayList<>();
    for (Value list : lists) {
      if (!list.is(Kind.LIST)
          || !budget.take(list.items().size())
          || items.size() + list.items().size() > Budget.LONGEST) {
        return null;
      }
      for (Value item : list.items()) {
        items.add(list.part(item));
      }
    }
    return Value.list(items, place);
  }

  static @Nullable Value flatten(Value list, Place place, Budget budget) {
    List<Value> items = new ArrayList<>();
    return list.is(Kind.LIST) && flatten(list, items, budget) ? Value.list(items, place) : null;
  }

  private static boolean flatten(Value list, List<Value> into, Budget budget) {
    for (Value item : list.items()) {
      if (!item.isKnown() || !budget.take(1) || into.size() > Budget.LONGEST) {
        // An unknown element may be a list of any length.
        return false;
      }
      if (item.is(Kind.LIST)) {
        if (!flatten(list.part(item), into, budget)) {
          return false;
        }
      } else {
        into.add(list.part(item));
      }
    }
    return true;
  }

  static @Nullable Value compact(Value list, Place place) {
    if (!list.is(Kind.LIST)) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    for (Value item : list.items()) {
      if (!item.isKnown()) {
        return null;
      }
      if (!item.is(Kind.NULL) && !"".equals(item.text())) {
        items.add(item);
      }
    }
    return Value.list(items, place);
  }

  static @Nullable Value element(List<Value> arguments) {
    if (arguments.size() != 2 || !arguments.get(0).is(Kind.LIST)) {
      return null;
    }
    Value list = arguments.get(0);
    BigDecimal index = arguments.get(1).number();
    if (index == null || index.signum() < 0 || list.items().isEmpty()) {
      return null;
    }
    int at = index.toBigInteger().mod(java.math.BigInteger.valueOf(list.items().size())).intValue();
    return list.part(list.items().get(at));
  }

  static @Nullable Value contains(List<Value> arguments, Place place) {
    if (arguments.size() != 2 || !arguments.get(0).is(Kind.LIST)) {
      return null;
    }
    boolean sure = true;
    for (Value item : arguments.get(0).items()) {
      Boolean equal = Equality.of(item, arguments.get(1));
      if (equal == null) {
        sure = false;
      } else if (equal) {
        return Value.bool(true, place);
      }
    }
    return sure ? Value.bool(false, place) : null;
  }

  static @Nullable Value product(List<Value> lists, Place place, Budget budget) {
    List<List<Value>> rows = List.of(List.of());
    for (Value list : lists) {
      if (!list.is(Kind.LIST)
          || (long) rows.size() * list.items().size() > Budget.OF_ONE_BLOCK
          || !budget.take(rows.size() * list.items().size())) {
        return null;
      }
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> row : rows) {
        for (Value item : list.items()) {
          List<Value> next = new ArrayList<>(row);
          next.add(list.part(item));
          longer.add(next);
        }
      }
      rows = longer;
    }
    List<Value> items = new ArrayList<>(rows.size());
    rows.forEach(row -> items.add(Value.list(row, place)));
    return lists.size() < 2 ? null : Value.list(items, place);
  }

  static @Nullable Value range(List<Value> arguments, Place place) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      return null;
    }
    BigDecimal last = arguments.get(arguments.size() - 1).number();
    BigDecimal start = arguments.size() == 1 ? BigDecimal.ZERO : arguments.get(0).number();
    if (start == null
        || last == null
        || last.subtract(start).compareTo(BigDecimal.valueOf(LONGEST_RANGE)) > 0
        || last.compareTo(start) < 0) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    for (BigDecimal at = start; at.compareTo(last) < 0; at = at.add(BigDecimal.ONE)) {
      items.add(Value.number(at, place));
    }
    return Value.list(items, place);
  }
}
