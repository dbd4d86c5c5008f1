package io.headgate.rules.pii;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.rules.pii.MaskReach.Hit;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Masking policies that name fields or topics which are not there. */
public final class PiiDanglingMask implements Checker {

  /** {@code pii-dangling-mask}. */
  public static final Rule RULE =
      Rule.warning(
              "pii-dangling-mask",
              "A masking policy names a field or a dataset that does not exist.")
          .tagged("pii");

  /** A name of so few letters is near to anything. */
  private static final int SHORT = 4;

  @Override
  public void check(Bundle bundle, Findings findings) {
    MaskReach masks = new MaskReach(bundle);
    Set<Located<String>> used = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> names = new TreeSet<>();
    for (Schema schema : bundle.all(Schema.class)) {
      for (Field field : schema.fields()) {
        masks.reaching(schema, field.path()).stream().map(Hit::entry).forEach(used::add);
        names.add(field.path().substring(field.path().lastIndexOf('.') + 1));
      }
    }
    for (MaskingPolicy policy : bundle.all(MaskingPolicy.class)) {
      for (Located<String> dataset : policy.datasets()) {
        if (dataset.isKnown() && !exists(dataset.get(), bundle)) {
          findings.add(RULE, policy, dataset, datasetMessage(policy, dataset, bundle));
        }
      }
      for (Located<String> field : policy.fields()) {
        if (field.isKnown() && !used.contains(field)) {
          String last = field.get().substring(field.get().lastIndexOf('.') + 1);
          String meant = names.contains(last) ? null : Nearest.to(last, names);
          boolean plainTypo = meant != null && last.length() > SHORT;
          if (plainTypo || masks.knowsAllFieldsOf(policy)) {
            findings.add(RULE, policy, field, fieldMessage(policy, field, meant));
          }
        }
      }
    }
  }

  private static boolean exists(String dataset, Bundle bundle) {
    int star = dataset.indexOf('*');
    if (!bundle.knowsTopics()) {
      return true;
    }
    if (star < 0) {
      return bundle.hasTopic(dataset) || !bundle.schemasOf(dataset).isEmpty();
    }
    String head = dataset.substring(0, star);
    NamePattern pattern = new NamePattern(dataset);
    return bundle.topicNames().tailSet(head).stream()
            .takeWhile(topic -> topic.startsWith(head))
            .anyMatch(pattern::matches)
        || (!bundle.environment().external().topics().isEmpty() && bundle.hasTopicWithPrefix(head));
  }

  private static String datasetMessage(
      MaskingPolicy policy, Located<String> dataset, Bundle bundle) {
    return "Masking policy '"
        + policy.name()
        + "' is limited to dataset '"
        + dataset
        + "', but there is no such topic, so it hides nothing there."
        + TopicNames.hint(dataset.get(), bundle.topicNames())
        + " Name a topic of this environment, or take the entry out.";
  }

  private static String fieldMessage(
      MaskingPolicy policy, Located<String> field, @Nullable String meant) {
    return "Masking policy '"
        + policy.name()
        + "' names field '"
        + field
        + "', but no schema in its datasets has such a field."
        + (meant == null ? "" : " Did you mean '" + meant + "'?")
        + " Name a field as its schema writes it, or take the entry out.";
  }
}
