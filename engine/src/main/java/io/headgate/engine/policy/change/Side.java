package io.headgate.engine.policy.change;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Policy.EnvironmentSpec;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of two policies that are compared.
 *
 * @param policy what it says, with what the files say that it names
 * @param catalog the rules that it knows
 * @param file its path, as reports show it
 * @param documents its text, parsed
 * @param packs the packs that it names
 * @param places where the entries of its baseline are written
 */
public record Side(
    Policy policy,
    Catalog catalog,
    String file,
    Documents documents,
    List<NamedPack> packs,
    Map<Baseline.Entry, Place> places) {

  /** Copies the list. */
  public Side {
    packs = List.copyOf(packs);
  }

  /**
   * A pack that a policy names.
   *
   * @param id its id
   * @param place where it is named
   * @param digest of its content
   * @param isPinned whether the policy, or the lock file beside it, says which digest it must have
   */
  public record NamedPack(String id, Place place, String digest, boolean isPinned) {}

  /** The text of the policy; null if it is empty. */
  @Nullable Mapping root() {
    return documents.documents().size() == 1
            && documents.documents().get(0).root() instanceof Mapping mapping
        ? mapping
        : null;
  }

  /**
   * Where a value is written; if there is none, the nearest key that would stand around it, or the
   * start of the file.
   */
  Place place(String... path) {
    return place(root(), Place.startOf(file), path);
  }

  /** The same, in an item of a list. */
  Place itemPlace(String list, int index, String... path) {
    Mapping root = root();
    Node items = root == null ? null : root.get(list);
    return items instanceof Sequence sequence && index < sequence.items().size()
        ? place(sequence.items().get(index), place(list), path)
        : place(list);
  }

  private static Place place(@Nullable Node from, Place around, String... path) {
    Node node = from;
    Place place = around;
    for (String key : path) {
      Entry entry = node instanceof Mapping mapping ? mapping.entry(key) : null;
      if (entry == null) {
        return place;
      }
      node = entry.value();
      place = node instanceof Scalar ? node.place() : entry.key().place();
    }
    return place;
  }

  /** What it says about a rule everywhere, by itself. */
  RuleConfig said(String rule) {
    return policy.rules().getOrDefault(rule, RuleConfig.NOTHING);
  }

  /** What it says about a rule in one environment, by itself. */
  RuleConfig said(String rule, String environment) {
    EnvironmentSpec spec = policy.environments().get(environment);
    return spec == null ? RuleConfig.NOTHING : spec.rules().getOrDefault(rule, RuleConfig.NOTHING);
  }

  /** What it says of the brokers and of personal data in one environment. */
  Environment facts(String environment) {
    EnvironmentSpec spec = policy.environments().get(environment);
    return spec == null ? Environment.UNKNOWN : spec.facts();
  }

  /** Its waivers that stand in a file. */
  List<Waiver> waivers() {
    Waivers waivers = policy.waivers();
    return waivers == null ? List.of() : waivers.entries();
  }

  /** The rules that nobody may waive. */
  Set<String> unwaivable() {
    Waivers waivers = policy.waivers();
    return waivers == null ? Set.of() : waivers.unwaivable();
  }

  /** Whether a comment may waive. */
  boolean inline() {
    Waivers waivers = policy.waivers();
    return waivers != null && waivers.inline();
  }
}
