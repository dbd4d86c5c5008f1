package io.headgate.rules.pii;

import io.headgate.rules.pii.MaskReach.Hit;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The masking policies that hide less than before a change, while what they hid stays. */
public final class LostMasks {

  /** A field, of which no state rule says that nothing hides it. */
  private record Bare(String topic, String path, @Nullable Field field) {}

  private LostMasks() {}

  /** Reports each such policy once, for all of its fields. */
  public static void report(Rule rule, Bundle base, Bundle now, Findings findings) {
    if (base.all(MaskingPolicy.class).isEmpty()) {
      return;
    }
    Map<String, MaskingPolicy> left = new HashMap<>();
    for (MaskingPolicy policy : now.all(MaskingPolicy.class)) {
      if (!policy.name().isKnown()) {
        return; // it may be any
      }
      left.putIfAbsent(policy.name().get(), policy);
    }
    Map<MaskingPolicy, List<Bare>> bare = new LinkedHashMap<>();
    MaskReach masks = new MaskReach(now);
    fields(base, now, masks, bare);
    datasets(base, now, masks, bare);
    for (MaskingPolicy was : base.all(MaskingPolicy.class)) {
      MaskingPolicy is = left.get(was.name().orElse(""));
      List<Bare> fields = bare.get(was);
      if (fields != null) {
        gone(rule, was, is, fields, findings);
      } else if (is != null
          && shows(is) > shows(was)
          && shows(was) >= 0
          && !is.fields().isEmpty()) {
        weaker(rule, was, is, findings);
      }
    }
  }

  private static void fields(
      Bundle base, Bundle now, MaskReach masks, Map<MaskingPolicy, List<Bare>> bare) {
    Before before = new Before(base, Marks.USUAL);
    for (Schema schema : now.all(Schema.class)) {
      for (FieldFact fact : FieldFact.of(now, schema, Marks.USUAL)) {
        String path = fact.field().path();
        Hit hit = before.hiding(schema, path);
        if (hit != null
            && !fact.denied()
            && !masks.isHidden(schema, path)
            && !PiiUnmaskedField.isPersonal(fact, masks)
            && !PiiMaskNone.speaksFor(schema, fact, masks)) {
          bare.computeIfAbsent(hit.policy(), p -> new ArrayList<>(1))
              .add(new Bare(schema.topic(), path, fact.field()));
        }
      }
    }
  }

  /** The fields that a policy names for topics of which the bundle has no schema. */
  private static void datasets(
      Bundle base, Bundle now, MaskReach masks, Map<MaskingPolicy, List<Bare>> bare) {
    for (MaskingPolicy policy : base.all(MaskingPolicy.class)) {
      for (Located<String> dataset : policy.datasets()) {
        if (MaskReach.hidesNothing(policy)
            || !dataset.isKnown()
            || !now.topicNames().contains(dataset.get())
            || !base.schemasOf(dataset.get()).isEmpty()
            || !now.schemasOf(dataset.get()).isEmpty()) {
          continue;
        }
        for (Located<String> field : policy.fields()) {
          if (field.isKnown() && !masks.isHidden(dataset.get(), field.get())) {
            bare.computeIfAbsent(policy, p -> new ArrayList<>(1))
                .add(new Bare(dataset.get(), field.get(), null));
          }
        }
      }
    }
  }

  private static void gone(
      Rule rule,
      MaskingPolicy was,
      @Nullable MaskingPolicy is,
      List<Bare> fields,
      Findings findings) {
    Bare first = fields.get(0);
    Set<String> others = new TreeSet<>();
    for (Bare one : fields) {
      if (!one.path().equals(first.path()) || !one.topic().equals(first.topic())) {
        others.add(one.topic() + ":" + one.path());
      }
    }
    List<Related> related = new ArrayList<>();
    if (is != null) {
      related.add(new Related(was.place(), "It hid more here."));
    }
    if (first.field() != null) {
      related.add(new Related(first.field().name().place(), "The field is declared here."));
    }
    MaskingPolicy at = is == null ? was : is;
    findings.add(
        rule,
        at,
        at.name(),
        "Masking policy '"
            + was.name()
            + (is == null ? "' is gone" : "' hides less than before")
            + ", and nothing else hides field '"
            + first.path()
            + "' of topic '"
            + first.topic()
            + "'"
            + (others.isEmpty() ? "" : " and " + others.size() + " more")
            + ", which stays. Put it back, or hide the same with another policy in this change.",
        related.toArray(new Related[0]));
  }

  private static void weaker(Rule rule, MaskingPolicy was, MaskingPolicy is, Findings findings) {
    findings.add(
        rule,
        is,
        is.redaction(),
        "Masking policy '"
            + is.name()
            + "' had redaction '"
            + was.redaction()
            + "' and is to have '"
            + is.redaction()
            + "', which shows more of the values. Keep '"
            + was.redaction()
            + "', or waive the finding with the reason.",
        new Related(was.redaction().place(), "It was '" + was.redaction() + "'."));
  }

  /**
   * How many characters a redaction shows; 0 for none, -1 where that is not to be compared. A
   * redaction of {@code None} is told by the fields that nothing hides.
   */
  private static int shows(MaskingPolicy policy) {
    String word = policy.redaction().orElse("").toLowerCase(Locale.ROOT);
    if (word.equals("all")) {
      return 0;
    }
    boolean part = word.startsWith("first-") || word.startsWith("last-");
    char last = part ? word.charAt(word.length() - 1) : '0';
    return last > '0' && last <= '9' ? last - '0' : -1;
  }
}
