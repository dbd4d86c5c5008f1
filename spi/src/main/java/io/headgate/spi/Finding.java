package io.headgate.spi;

import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.List;

/**
 * What a rule says. Its identity is rule, resource and attribute; never a line number, never the
 * message.
 *
 * @param rule the broken rule
 * @param resource whose fault it is
 * @param attribute the path of the attribute in the resource, such as {@code config.retention.ms};
 *     empty for the resource as a whole
 * @param place the key or value at fault
 * @param message one or two sentences
 * @param related further places
 */
public record Finding(
    Rule rule,
    ResourceRef resource,
    String attribute,
    Place place,
    String message,
    List<Related> related) {

  /**
   * @throws IllegalArgumentException if the message is blank
   */
  public Finding {
    if (message.isBlank()) {
      throw new IllegalArgumentException("A finding of rule '" + rule.id() + "' has no message.");
    }
    related = List.copyOf(related);
  }
}
