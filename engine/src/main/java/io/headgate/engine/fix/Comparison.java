package io.headgate.engine.fix;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What fixes did to the findings. */
final class Comparison {

  private Comparison() {}

  /** Why the outcome of an attempt is not what its fixes are for, as a sentence; null if it is. */
  static @Nullable String fault(Attempt attempt, Report before, Report after) {
    if (!after.failures().isEmpty()) {
      return "a rule breaks on the outcome.";
    }
    Map<String, Integer> left = counts(after.results());
    Map<String, Integer> had = counts(before.results());
    Map<String, Integer> fixed = counts(attempt.applied());
    for (Result result : attempt.applied()) {
      String id = result.identity();
      if (left.getOrDefault(id, 0) > had.getOrDefault(id, 0) - fixed.getOrDefault(id, 0)) {
        return "it is found again afterwards.";
      }
    }
    Result fresh = fresh(attempt, before.results(), after.results());
    return fresh == null
        ? null
        : "then "
            + fresh.finding().rule().id()
            + " would be found at "
            + fresh.finding().place()
            + ".";
  }

  /** The first result that was not there before; null if there is none. */
  private static @Nullable Result fresh(Attempt attempt, List<Result> before, List<Result> after) {
    Map<String, Integer> known = counts(before);
    List<Result> doubtful = new ArrayList<>();
    for (Result result : after) {
      int left = known.getOrDefault(result.identity(), 0);
      if (left > 0) {
        known.put(result.identity(), left - 1);
      } else {
        doubtful.add(result);
      }
    }
    if (doubtful.isEmpty()) {
      return null;
    }
    // The identity of an entry is made of its values, so another value makes another entry of it.
    Set<String> places = new HashSet<>();
    for (Result result : before) {
      Place now = attempt.now(result.finding().place());
      if (now != null && !attempt.applied().contains(result)) {
        places.add(at(result, now));
      }
    }
    for (Result result : doubtful) {
      if (!places.contains(at(result, result.finding().place()))) {
        return result;
      }
    }
    return null;
  }

  private static String at(Result result, Place place) {
    return result.bundle() + "\n" + result.finding().rule().id() + "\n" + place;
  }

  private static Map<String, Integer> counts(List<Result> results) {
    Map<String, Integer> counts = new HashMap<>();
    for (Result result : results) {
      counts.merge(result.identity(), 1, Integer::sum);
    }
    return counts;
  }
}
