package io.headgate.engine.drl;

import io.headgate.spi.Related;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The global {@code findings}: where the consequence of a rule says what it found. */
public final class RuleFindings {

  private final List<Said> all = new ArrayList<>();
  private @Nullable String rule;

  RuleFindings() {}

  /** What a consequence said. */
  record Said(
      String rule, Resource resource, Located<?> where, String message, List<Related> related) {}

  /**
   * Says that the rule at hand is broken.
   *
   * @param resource whose fault it is
   * @param where the key or value at fault; for something missing, the nearest thing that is there
   * @param message one or two sentences with the resource, the value found, the value wanted and
   *     the way out, ending with a full stop
   * @param related further places that belong to it
   */
  public void add(Resource resource, Located<?> where, String message, Related... related) {
    if (rule == null) {
      throw new IllegalStateException("Only a consequence can report.");
    }
    all.add(new Said(rule, resource, where, message, List.of(related)));
  }

  /** Whose consequence comes next. */
  void enter(String id) {
    rule = id;
  }

  List<Said> all() {
    return all;
  }
}
