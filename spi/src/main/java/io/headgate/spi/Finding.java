package io.headgate.spi;

import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param fix how it can be mended; null if the rule does not say. It is no part of what makes two
 *     findings the same
 */
public record Finding(
    Rule rule,
    ResourceRef resource,
    String attribute,
    Place place,
    String message,
    List<Related> related,
    @Nullable Fix fix) {

  /** A finding that people have to mend. */
  public Finding(
      Rule rule,
      ResourceRef resource,
      String attribute,
      Place place,
      String message,
      List<Related> related) {
    this(rule, resource, attribute, place, message, related, null);
  }

  /**
   * @throws IllegalArgumentException if the message is blank
   */
  public Finding {
    if (message.isBlank()) {
      throw new IllegalArgumentException("A finding of rule '" + rule.id() + "' has no message.");
    }
    related = List.copyOf(related);
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Finding finding
            && place.equals(finding.place)
            && rule.equals(finding.rule)
            && resource.equals(finding.resource)
            && attribute.equals(finding.attribute)
            && message.equals(finding.message)
            && related.equals(finding.related));
  }

  @Override
  public int hashCode() {
    return 31 * place.hashCode() + rule.hashCode();
  }
}
