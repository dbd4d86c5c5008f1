package io.headgate.engine.drl;

import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the source of a pack says about one of its rules.
 *
 * @param id the rule's name, which is its id
 * @param severity the value of {@code @severity}
 * @param summary the value of {@code @summary}
 * @param tags the values of {@code @tags}
 * @param file where it is written, as the compiler was told
 * @param line the line of its name, from 1
 * @param needsBase whether it asks what was there before the change; it is silent where nobody
 *     knows
 * @param settings the settings it asks for, by name, and as what it takes them
 */
public record DrlRule(
    String id,
    Severity severity,
    String summary,
    List<String> tags,
    String file,
    int line,
    boolean needsBase,
    Map<String, Setting.Type> settings) {

  /** Copies the collections. */
  public DrlRule {
    tags = List.copyOf(tags);
    settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /**
   * The rule as data.
   *
   * @param declared its settings, as the pack declares them
   */
  public Rule rule(List<Setting<?>> declared) {
    return new Rule(id, severity, summary, declared, new LinkedHashSet<>(tags));
  }
}
