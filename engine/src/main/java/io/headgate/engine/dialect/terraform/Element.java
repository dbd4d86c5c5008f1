package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a collection, each with the place where it is written. */
record Element(Value key, Value value) {

  /** The elements of a list or object, or null if they are not all known. */
  static @Nullable List<Element> of(Value collection) {
    List<Element> elements = new ArrayList<>();
    if (collection.is(Kind.LIST)) {
      for (Value item : collection.items()) {
        elements.add(
            new Element(Value.number(BigDecimal.valueOf(elements.size()), item.written()), item));
      }
      return elements;
    }
    if (!collection.is(Kind.OBJECT) || collection.isOpen()) {
      return null;
    }
    collection
        .members()
        .forEach(
            (name, member) ->
                elements.add(new Element(Value.text(name, member.key()), member.value())));
    return elements;
  }
}
