package io.headgate.engine.document.hcl;

import io.headgate.spi.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a file or between the braces of a block.
 *
 * @param attributes in the order of the text; names are unique
 * @param blocks in the order of the text
 */
public record HclBody(List<Attribute> attributes, List<Block> blocks) {

  /** Copies the lists. */
  public HclBody {
    attributes = List.copyOf(attributes);
    blocks = List.copyOf(blocks);
  }

  /** {@code name = value}. */
  public record Attribute(String name, Place namePlace, Expression value) {}

  /**
   * <code>type "label" { ... }</code>.
   *
   * @param head from its type to its last label
   */
  public record Block(String type, Place head, List<Label> labels, HclBody body) {

    /** Copies the list. */
    public Block {
      labels = List.copyOf(labels);
    }

    /** The text of a label, or null if there are fewer. */
    public @Nullable String label(int index) {
      return index < labels.size() ? labels.get(index).text() : null;
    }
  }

  /** A label of a block, with its quotes if it has any. */
  public record Label(String text, Place place) {}

  /** The attribute of a name, or null. */
  public @Nullable Attribute attribute(String name) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }

  /** The value of an attribute, or null. */
  public @Nullable Expression value(String name) {
    Attribute attribute = attribute(name);
    return attribute == null ? null : attribute.value();
  }
}
