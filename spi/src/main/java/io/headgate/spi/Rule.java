package io.headgate.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded, as data. The code that looks for breaches is a {@link Checker}; the explanation
 * is the page {@code <id>.md} of the pack.
 *
 * @param id {@code <group>-<what is wrong>} in kebab case, such as {@code topic-under-replicated};
 *     unique over all packs of a run
 * @param severity what a finding weighs unless the policy says otherwise
 * @param summary one sentence that ends with a full stop
 * @param settings what the policy may set, in the order of the documentation
 * @param tags free words for grouping, such as {@code broker-truth}
 */
public record Rule(
    String id, Severity severity, String summary, List<Setting<?>> settings, Set<String> tags) {

  /** The tag of a rule that gives a {@link Fix}, at least for some of what it finds. */
  public static final String FIXABLE = "fixable";

  /**
   * @throws IllegalArgumentException if the id is not kebab case or the summary is no sentence
   */
  public Rule {
    if (!isKebabCase(id)) {
      throw new IllegalArgumentException(
          "Rule id '" + id + "' is not <group>-<what> in kebab case.");
    }
    if (summary.isBlank() || !summary.endsWith(".")) {
      throw new IllegalArgumentException("The summary of rule '" + id + "' must be a sentence.");
    }
    settings = List.copyOf(settings);
    tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
  }

  /** A rule whose breach is an {@link Severity#ERROR}, without settings and tags. */
  public static Rule error(String id, String summary) {
    return new Rule(id, Severity.ERROR, summary, List.of(), Set.of());
  }

  /** A rule whose breach is a {@link Severity#WARNING}, without settings and tags. */
  public static Rule warning(String id, String summary) {
    return new Rule(id, Severity.WARNING, summary, List.of(), Set.of());
  }

  /** A rule whose breach is a {@link Severity#NOTE}, without settings and tags. */
  public static Rule note(String id, String summary) {
    return new Rule(id, Severity.NOTE, summary, List.of(), Set.of());
  }

  /** This rule with further settings. */
  public Rule with(Setting<?>... more) {
    List<Setting<?>> all = new ArrayList<>(settings);
    Collections.addAll(all, more);
    return new Rule(id, severity, summary, all, tags);
  }

  /** This rule with further tags. */
  public Rule tagged(String... more) {
    Set<String> all = new LinkedHashSet<>(tags);
    Collections.addAll(all, more);
    return new Rule(id, severity, summary, settings, all);
  }

  /** Whether it gives a {@link Fix}, at least for some of what it finds. */
  public boolean isFixable() {
    return tags.contains(FIXABLE);
  }

  /**
   * Whether an id is two words or more in lower case, joined by hyphens; the first begins with a
   * letter. By hand, because each rule is asked several times at each start.
   */
  private static boolean isKebabCase(String id) {
    boolean joined = false;
    char before = '-';
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      boolean hyphen = c == '-' && before != '-';
      if (!(letter || (digit && i > 0) || hyphen)) {
        return false;
      }
      joined |= hyphen;
      before = c;
    }
    return joined && before != '-';
  }

  /** The part of the id ahead of the first hyphen, such as {@code topic}. */
  public String group() {
    return id.substring(0, id.indexOf('-'));
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Rule rule
            && id.equals(rule.id)
            && severity == rule.severity
            && summary.equals(rule.summary)
            && settings.equals(rule.settings)
            && tags.equals(rule.tags));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
