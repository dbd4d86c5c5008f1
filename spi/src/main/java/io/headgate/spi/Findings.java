package io.headgate.spi;

import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;

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
}
