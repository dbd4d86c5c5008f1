package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Repetition.Time;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Variable;
import io.headgate.engine.document.hcl.HclBody;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a block as a tree of the shape that a plan gives them: nested blocks are lists
 * of mappings.
 */
final class Bodies {

  /** Arguments and blocks that Terraform itself understands, of whatever type a resource is. */
  static final Set<String> META =
      Set.of(
          "count",
          "for_each",
          "provider",
          "depends_on",
          "lifecycle",
          "provisioner",
          "connection",
          "timeouts",
          "dynamic");

  private Bodies() {}

  static Mapping mapping(Block block, Scope scope, Evaluator evaluator, TreeOrigins origins) {
    return mapping(block.body(), block.head(), true, scope, evaluator, origins);
  }

  private static Mapping mapping(
      HclBody body,
      Place place,
      boolean top,
      Scope scope,
      Evaluator evaluator,
      TreeOrigins origins) {
    List<Entry> entries = new ArrayList<>();
    for (Attribute attribute : body.attributes()) {
      if (!top || !META.contains(attribute.name())) {
        entries.add(
            new Entry(
                new Scalar(attribute.namePlace(), attribute.name(), Style.PLAIN),
                origins.node(evaluator.value(attribute.value(), scope))));
      }
    }
    Map<String, Scalar> keys = new LinkedHashMap<>();
    Map<String, List<Node>> blocks = new LinkedHashMap<>();
    for (Block block : body.blocks()) {
      if (block.type().equals("dynamic")) {
        dynamic(block, keys, blocks, scope, evaluator, origins);
      } else if (!top || !META.contains(block.type())) {
        add(
            block.type(),
            block.head(),
            mapping(block.body(), block.head(), false, scope, evaluator, origins),
            keys,
            blocks);
      }
    }
    blocks.forEach(
        (type, items) -> {
          Scalar key = java.util.Objects.requireNonNull(keys.get(type));
          Node first = items.get(0);
          entries.add(
              new Entry(key, first instanceof Scalar ? first : new Sequence(key.place(), items)));
        });
    return new Mapping(place, entries);
  }

  private static void add(
      String type,
      Place place,
      Node item,
      Map<String, Scalar> keys,
      Map<String, List<Node>> blocks) {
    keys.putIfAbsent(type, new Scalar(place, type, Style.PLAIN));
    List<Node> items = blocks.computeIfAbsent(type, t -> new ArrayList<>());
    if (item instanceof Scalar) {
      // How many there are is not known: then nothing is known of all of them.
      items.add(0, item);
    } else {
      items.add(item);
    }
  }

  /** Blocks that are made from a collection. */
  private static void dynamic(
      Block block,
      Map<String, Scalar> keys,
      Map<String, List<Node>> blocks,
      Scope scope,
      Evaluator evaluator,
      TreeOrigins origins) {
    String type = block.label(0);
    if (type == null) {
      return;
    }
    Expression named = block.body().value("iterator");
    String iterator = named instanceof Variable variable ? variable.name() : type;
    Repetition repetition = Repetition.of(block.body(), scope, evaluator);
    if (repetition.unknown() != null) {
      add(type, block.head(), new Scalar(block.head(), "", Style.TAGGED), keys, blocks);
      return;
    }
    for (Time time : repetition.times()) {
      Value each = time.scope().get("each");
      Scope inner = each == null ? scope : scope.with(iterator, each);
      for (Block content : block.body().blocks()) {
        if (content.type().equals("content")) {
          add(
              type,
              block.head(),
              mapping(content.body(), block.head(), false, inner, evaluator, origins),
              keys,
              blocks);
        }
      }
    }
  }
}
