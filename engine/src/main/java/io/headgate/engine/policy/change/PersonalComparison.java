package io.headgate.engine.policy.change;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.model.Environment.Classification;
import io.headgate.spi.model.Environment.NotPersonal;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what is said to be not personal. */
final class PersonalComparison {

  private final Side base;
  private final Side head;
  private final Weaknesses found;

  PersonalComparison(Side base, Side head, Weaknesses found) {
    this.base = base;
    this.head = head;
    this.found = found;
  }

  void compare() {
    Set<String> environments = new TreeSet<>(head.policy().environments().keySet());
    environments.addAll(base.policy().environments().keySet());
    environments.add("");
    for (String environment : environments) {
      languages(environment);
      List<NotPersonal> now = classification(head, environment).notPersonal();
      for (int i = 0; i < now.size(); i++) {
        NotPersonal entry = now.get(i);
        if (!entry.expired() && !isKnown(entry, until(head, environment, i), environment)) {
          found.add(
              Kind.FACTS,
              start(environment) + entry.field().attribute(),
              entry.field().place(),
              "The field "
                  + Weaknesses.quoted(entry.field().toString())
                  + " of "
                  + Weaknesses.quoted(entry.subject().text())
                  + " is said not to be personal, which the base does not say, or not for so long."
                  + " Take that back, or have it decided in a change of its own.");
        }
      }
    }
  }

  private void languages(String environment) {
    List<String> was = words(base.policy().facts(environment).classification().languages());
    List<String> is = words(head.policy().facts(environment).classification().languages());
    if (is.isEmpty() || (!was.isEmpty() && is.containsAll(was))) {
      return;
    }
    boolean here =
        !classification(base, environment).languages().isEmpty()
            || !classification(head, environment).languages().isEmpty();
    boolean special = here && !environment.isEmpty();
    found.add(
        Kind.FACTS,
        (special ? start(environment) : "") + "classification.languages",
        special
            ? head.place("environments", environment, "classification", "languages")
            : head.place("classification", "languages"),
        "Names of fields are looked at in fewer languages than in the base ("
            + Weaknesses.some(is)
            + "; there "
            + (was.isEmpty() ? "all" : Weaknesses.some(was))
            + "). Take that back, or change it where the policy's owners decide.");
  }

  private boolean isKnown(NotPersonal entry, @Nullable String until, String environment) {
    for (String level : environment.isEmpty() ? List.of("") : List.of("", environment)) {
      List<NotPersonal> then = classification(base, level).notPersonal();
      for (int i = 0; i < then.size(); i++) {
        NotPersonal old = then.get(i);
        String end = until(base, level, i);
        if (old.subject().matches(entry.subject().text())
            && new NamePattern(old.field().toString()).matches(entry.field().toString())
            && (end == null || (until != null && until.compareTo(end) <= 0))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Classification classification(Side side, String environment) {
    return environment.isEmpty()
        ? side.policy().everywhere().classification()
        : side.facts(environment).classification();
  }

  /** The last day of an entry, which sorts as it is written; null if it has none. */
  private static @Nullable String until(Side side, String environment, int index) {
    Node node = side.root();
    List<String> path = new ArrayList<>();
    if (!environment.isEmpty()) {
      path.add("environments");
      path.add(environment);
    }
    path.add("classification");
    path.add("not-personal");
    for (String key : path) {
      node = node instanceof Mapping mapping ? mapping.get(key) : null;
    }
    return node instanceof Sequence items && items.items().get(index) instanceof Mapping entry
        ? entry.text("until")
        : null;
  }

  private static String start(String environment) {
    return environment.isEmpty() ? "" : "environments." + environment + ".";
  }

  private static List<String> words(List<Located<String>> texts) {
    List<String> words = new ArrayList<>();
    texts.forEach(text -> words.add(text.toString()));
    return words;
  }
}
