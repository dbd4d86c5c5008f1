package io.headgate.engine.policy;

import io.headgate.engine.document.YamlScalar;
import io.headgate.engine.policy.Baseline.Entry;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a baseline is to be after a run. It never drops what the run did not see, and never takes in
 * what would hide that something was not read.
 */
public final class BaselineUpdate {

  private static final String HEAD =
      """
      # What headgate found before and takes as known: it does not close the gate, and everything new does.
      # Written by 'headgate baseline', which also takes out what has been mended. Commit it.
      version: 1
      known:
      """;

  private final SortedMap<Entry, Integer> entries = new TreeMap<>();
  private final List<Entry> added = new ArrayList<>();
  private final List<Entry> removed = new ArrayList<>();
  private final List<Result> leftOut = new ArrayList<>();

  private BaselineUpdate() {}

  /**
   * The update for the results of a run.
   *
   * @param baseline as it is
   * @param report all that the run found, whatever became of it
   * @param all whether no bundle was left out by the name of its environment
   * @param prune whether to take out only
   */
  public static BaselineUpdate of(Baseline baseline, Report report, boolean all, boolean prune) {
    BaselineUpdate update = new BaselineUpdate();
    SortedMap<Entry, Integer> now = new TreeMap<>();
    for (Result result : report.results()) {
      if (!result.isOpen() && !result.known()) {
        continue; // Waived: when the waiver ends, the gate is to close.
      }
      Entry entry = baseline.entry(result);
      if (Baseline.mayKnow(entry.rule(), entry.attribute())) {
        now.merge(entry, 1, Integer::sum);
      } else {
        update.leftOut.add(result);
      }
    }
    List<String> judged = new ArrayList<>();
    for (Report.JudgedBundle bundle : report.bundles()) {
      judged.add(bundle.name());
    }
    TreeSet<Entry> either = new TreeSet<>(now.keySet());
    either.addAll(baseline.entries().keySet());
    for (Entry entry : either) {
      int before = baseline.entries().getOrDefault(entry, 0);
      int occurs = now.getOrDefault(entry, 0);
      int after = prune ? Math.min(before, occurs) : occurs;
      if (after < before && !baseline.isSeen(entry, judged, all)) {
        after = before;
      }
      update.put(entry, before, after);
    }
    return update;
  }

  private void put(Entry entry, int before, int after) {
    if (after > 0) {
      entries.put(entry, after);
    }
    if (after != before) {
      (after > before ? added : removed)
          .addAll(Collections.nCopies(Math.abs(after - before), entry));
    }
  }

  /** What is new in it, an entry as often as it is. */
  public List<Entry> added() {
    return Collections.unmodifiableList(added);
  }

  /** What is no longer in it, an entry as often as it was. */
  public List<Entry> removed() {
    return Collections.unmodifiableList(removed);
  }

  /** The results that must not be known: they close the gate still. */
  public List<Result> leftOut() {
    return Collections.unmodifiableList(leftOut);
  }

  /** How many results are known from now on. */
  public int size() {
    int size = 0;
    for (int count : entries.values()) {
      size += count;
    }
    return size;
  }

  /** The text of the file: an entry a line, sorted, so that two branches seldom meet in one. */
  public String text() {
    StringBuilder out = new StringBuilder(HEAD);
    for (Map.Entry<Entry, Integer> one : entries.entrySet()) {
      Entry entry = one.getKey();
      out.append("- {rule: ").append(YamlScalar.of(entry.rule()));
      out.append(", bundle: ").append(YamlScalar.of(entry.bundle()));
      out.append(", resource: ").append(YamlScalar.of(entry.resource()));
      if (!entry.attribute().isEmpty()) {
        out.append(", attribute: ").append(YamlScalar.of(entry.attribute()));
      }
      if (one.getValue() > 1) {
        out.append(", count: ").append(one.getValue());
      }
      out.append("}\n");
    }
    return out.toString();
  }
}
