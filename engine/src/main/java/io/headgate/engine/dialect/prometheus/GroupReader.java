package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.promql.Expression;
import io.headgate.engine.promql.PromqlException;
import io.headgate.engine.promql.PromqlParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the groups of rules, which a rule file and a {@code PrometheusRule} have in common. */
final class GroupReader {

  private GroupReader() {}

  /**
   * Reads all groups.
   *
   * @param holder what has them below its key {@code groups}
   * @param identity what tells it from others, but not from the same in another environment
   */
  static void read(MappingReader holder, String identity, Reading reading) {
    List<Mapping> groups = holder.mappings("groups");
    Recorded recorded = recorded(groups);
    for (Mapping mapping : groups) {
      MappingReader group = MappingReader.of(mapping, "name", "a group of rules", reading);
      group.required("name", group.text("name", "name"));
      reading.object(identity + "/" + mapping.text("name"));
      ignoreOthers(group);
      for (Mapping rule : group.mappings("rules")) {
        RuleReader.read(rule, group, recorded, reading);
      }
      group.finish();
    }
  }

  /** What says how a group is evaluated: in Prometheus, Thanos, Mimir, and vmalert. */
  private static void ignoreOthers(MappingReader group) {
    group.ignore("interval", "limit", "query_offset", "labels", "partial_response_strategy");
    group.ignore("source_tenants", "evaluation_delay", "align_evaluation_time_on_interval");
    group.ignore("type", "tenant", "concurrency", "params", "headers", "notifier_headers", "debug");
    group.ignore("eval_offset", "eval_delay", "eval_alignment", "update_entries_limit");
  }

  /** What the recording rules compute, by the names that they give it. */
  private static Recorded recorded(List<Mapping> groups) {
    Map<String, Expression> rules = new HashMap<>();
    for (Mapping group : groups) {
      if (group.get("rules") instanceof Sequence list) {
        for (Node item : list.items()) {
          String name = item instanceof Mapping rule ? rule.text("record") : null;
          String text = item instanceof Mapping rule ? rule.text("expr") : null;
          if (name != null && text != null) {
            try {
              rules.putIfAbsent(name, PromqlParser.parse(text));
            } catch (PromqlException e) {
              rules.remove(name); // what it gives is not known; the rule itself is read too
            }
          }
        }
      }
    }
    return new Recorded(rules);
  }
}
