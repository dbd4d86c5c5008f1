package io.headgate.rules.app;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Join;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applications that join topics whose partitions do not match. */
public final class AppUnequalPartitions implements Checker {

  /** {@code app-unequal-partitions}. */
  public static final Rule RULE =
      Rule.error(
              "app-unequal-partitions",
              "An application joins topics with different numbers of partitions.")
          .tagged("correctness");

  @Override
  public void check(Bundle bundle, Findings findings) {
    boolean suspected = false;
    for (App app : bundle.all(App.class)) {
      suspected |= isSuspected(app, bundle);
    }
    if (!suspected) {
      return; // reading statements costs
    }
    Set<String> said = new HashSet<>();
    for (Join join : bundle.lineage().joins()) {
      Topic left = bundle.topic(join.left().get());
      Topic right = bundle.topic(join.right().get());
      Integer less = partitions(left);
      Integer more = partitions(right);
      if (left == null
          || right == null
          || less == null
          || more == null
          || less.equals(more)
          || !said.add(join.app().name() + "\n" + join.left() + "\n" + join.right())) {
        continue;
      }
      findings.add(
          RULE,
          join.app(),
          join.right(),
          "App '"
              + join.app().name()
              + "' joins topic '"
              + join.left()
              + "' of "
              + less
              + " partitions with topic '"
              + join.right()
              + "' of "
              + more
              + " by their keys, so records of one key do not meet and the app does not start. Copy"
              + " one of them into a topic with as many partitions as the other, and join that.",
          new Related(
              left.partitions().place(),
              "Topic '" + join.left() + "' has " + less + " partitions."),
          new Related(
              right.partitions().place(),
              "Topic '" + join.right() + "' has " + more + " partitions."));
    }
  }

  /** Whether it reads topics with different numbers of partitions, and joins something. */
  private static boolean isSuspected(App app, Bundle bundle) {
    Integer first = null;
    boolean differ = false;
    for (Located<String> input : app.inputs()) {
      Integer partitions = input.isKnown() ? partitions(bundle.topic(input.get())) : null;
      differ |= first != null && partitions != null && !first.equals(partitions);
      first = first == null ? partitions : first;
    }
    return differ && app.script() != null && names(app.script().text(), "JOIN");
  }

  private static boolean names(String text, String word) {
    for (int at = 0; at + word.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Integer partitions(@Nullable Topic topic) {
    Integer partitions = topic == null ? null : topic.partitions().orNull();
    return partitions == null || partitions < 1 ? null : partitions;
  }
}
