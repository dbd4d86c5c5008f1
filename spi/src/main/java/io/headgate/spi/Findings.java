package io.headgate.spi;

import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import org.jspecify.annotations.Nullable;

/** Where a checker says what it found. */
@FunctionalInterface
public interface Findings {

  /**
   * Says that a rule is broken.
   *
   * @param rule one of the rules that the checker was declared with
   * @param resource whose fault it is: with the rule and the attribute of {@code where} it is the
   *     finding's identity
   * @param where the key or value at fault; for something missing, the nearest thing that is there
   * @param message one or two sentences with the resource, the value found, the value wanted and
   *     the way out, ending with a full stop
   * @param related further places that belong to it
   * @throws IllegalArgumentException if the rule is not declared or the message is empty
   */
  void add(Rule rule, Resource resource, Located<?> where, String message, Related... related);

  /**
   * Says that a rule is broken, and how it can be mended.
   *
   * @param fix what to do; null where it cannot be said this time
   */
  default void add(
      Rule rule,
      Resource resource,
      Located<?> where,
      String message,
      @Nullable Fix fix,
      Related... related) {
    add(rule, resource, where, message, related);
  }
}
