package io.headgate.engine.policy;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.document.YamlScalar;
import io.headgate.engine.report.Result;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found before and does not close the gate. Immutable. An entry is known by bundle, rule,
 * resource and attribute, never by a line or a message; all paths in it are relative to the policy,
 * so that it holds wherever headgate is started.
 */
public final class Baseline {

  private final NamedFile file;
  private final SortedMap<Entry, Integer> entries;
  private final Sight sight;

  /**
   * A baseline.
   *
   * @param file its file
   * @param entries how many results of each identity are known
   * @param sight how much of what the policy is about the run sees
   */
  private Baseline(NamedFile file, Map<Entry, Integer> entries, Sight sight) {
    this.file = file;
    this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    this.sight = sight;
  }

  /** A baseline that a policy names and that nobody has read: nothing is known. */
  static Baseline named(NamedFile file) {
    return new Baseline(file, Map.of(), Sight.PARTS);
  }

  /**
   * This baseline with what its file says.
   *
   * @param known how many results of each identity are known
   * @param seen how much of what the policy is about the run sees
   */
  public Baseline with(Map<Entry, Integer> known, Sight seen) {
    return new Baseline(file, known, seen);
  }

  /**
   * What a result is known by.
   *
   * @param rule the id of the rule
   * @param bundle the name of the bundle
   * @param resource kind and name, such as {@code topic orders.v1}
   * @param attribute the attribute; empty for the resource as a whole
   */
  public record Entry(String rule, String bundle, String resource, String attribute)
      implements Comparable<Entry> {

    /** As the lines of the file are sorted. */
    @Override
    public int compareTo(Entry other) {
      int order = rule.compareTo(other.rule);
      order = order != 0 ? order : bundle.compareTo(other.bundle);
      order = order != 0 ? order : resource.compareTo(other.resource);
      return order != 0 ? order : attribute.compareTo(other.attribute);
    }

    // Written out: what the compiler gives a record is linked at the first call, and a start feels
    // it.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry entry && compareTo(entry) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * rule.hashCode() + resource.hashCode()) + attribute.hashCode();
    }

    /** For people: {@code rule: resource, attribute (bundle)}. */
    @Override
    public String toString() {
      return rule
          + ": "
          + resource
          + (attribute.isEmpty() ? "" : ", " + attribute)
          + (bundle.equals(".") ? "" : " (" + bundle + ")");
    }
  }

  /**
   * What a baseline makes of results.
   *
   * @param results each result, the known ones marked
   * @param known how many are
   * @param gone how many results the baseline knows that no longer occur
   */
  public record Applied(List<Result> results, int known, int gone) {}

  /** Its file. */
  public NamedFile source() {
    return file;
  }

  /** The path of its file, relative to the policy. */
  public String file() {
    return file.name();
  }

  /** Where the policy names it. */
  public Place place() {
    return file.place();
  }

  /** How many results of each identity are known. */
  public SortedMap<Entry, Integer> entries() {
    return entries;
  }

  /** How much of what the policy is about the run sees. */
  public Sight sight() {
    return sight;
  }

  /** What a result is known by. */
  public Entry entry(Result result) {
    Finding finding = result.finding();
    ResourceRef resource = finding.resource();
    return new Entry(
        finding.rule().id(),
        file.bundle(result.bundle()),
        resource.kind().word() + " " + file.resource(resource),
        YamlScalar.storable(finding.attribute()));
  }

  /**
   * Whether a result may be known at all. What is not read, and what is not compared, would pass as
   * clean, a waiver that is not in order is none, and who weakens the policy does so now.
   */
  public static boolean mayKnow(String rule, String attribute) {
    return !CoreRules.ABOUT_WAIVERS.contains(rule)
        && !rule.equals(CoreRules.POLICY_WEAKENED.id())
        && !rule.equals(CoreRules.UNKNOWN_DIALECT.id())
        && !rule.equals(CoreRules.UNREADABLE_BASE.id())
        && !(rule.equals(CoreRules.UNREADABLE_DOCUMENT.id()) && attribute.isEmpty());
  }

  /**
   * Marks what is known. Of results with one identity as many are known as the baseline says, the
   * first ones: a further one is new.
   *
   * @param results all results, in the order of the report; what is not open stays as it is
   * @param judged the names of the bundles that were judged
   * @param all whether no bundle was left out by the name of its environment
   */
  public Applied over(List<Result> results, List<String> judged, boolean all) {
    Map<Entry, Integer> left = new TreeMap<>(entries);
    List<Result> marked = new ArrayList<>(results.size());
    int known = 0;
    for (Result result : results) {
      Entry entry = entry(result);
      int count = left.getOrDefault(entry, 0);
      boolean isKnown = count > 0 && result.isOpen() && mayKnow(entry.rule(), entry.attribute());
      if (isKnown) {
        left.put(entry, count - 1);
        known++;
      }
      marked.add(isKnown ? result.asKnown() : result);
    }
    int gone = 0;
    for (Map.Entry<Entry, Integer> entry : left.entrySet()) {
      gone += isSeen(entry.getKey(), judged, all) ? entry.getValue() : 0;
    }
    return new Applied(marked, known, gone);
  }

  /** Whether an entry that does not occur is gone, rather than out of sight. */
  boolean isSeen(Entry entry, List<String> judged, boolean all) {
    return sight.sees(entry.bundle(), judged, all, file);
  }
}
