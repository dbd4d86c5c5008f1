package io.headgate.rules.pii;

import io.headgate.rules.pii.PersonalFlows.Way;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Personal data that apps and connectors write under other names or to other topics. */
public final class PiiDerivedUnmasked implements Checker {

  private static final Setting<List<String>> TAGS =
      Setting.texts("tags", Marks.TAGS, "The tags that mean personal or sensitive data.");

  /** {@code pii-derived-unmasked}. */
  public static final Rule RULE =
      Rule.error(
              "pii-derived-unmasked",
              "A field that is made of personal data is covered by no masking policy and no tag.")
          .with(TAGS, NotPersonal.SETTING)
          .tagged("pii", "lineage");

  private final Marks marks;
  private final NotPersonal notPersonal;

  /** A checker with the policy's settings. */
  public PiiDerivedUnmasked(Settings settings) {
    marks = new Marks(settings.get(TAGS));
    notPersonal = new NotPersonal(settings);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.all(App.class).isEmpty() && bundle.all(Connector.class).isEmpty()) {
      return;
    }
    MaskReach masks = new MaskReach(bundle);
    Targets targets = new Targets(bundle, masks);
    // One statement that passes a whole record on is one cause, however many fields it has.
    Map<String, List<Way>> causes = new LinkedHashMap<>();
    for (Way way : PersonalFlows.of(bundle, marks, notPersonal, masks)) {
      Flow last = way.trail().last();
      if (last.to() != null && !targets.isCared(last.to())) {
        causes
            .computeIfAbsent(
                last.through().ref() + "\n" + last.by().place() + "\n" + last.to().topic(),
                key -> new ArrayList<>())
            .add(way);
      }
    }
    causes.values().forEach(ways -> report(ways, findings));
  }

  private static void report(List<Way> ways, Findings findings) {
    Flow last = ways.get(0).trail().last();
    FieldRef to = Objects.requireNonNull(last.to());
    List<String> targets = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    for (Way way : ways) {
      targets.add(shown(Objects.requireNonNull(way.trail().last().to())));
      origins.add(way.schema().topic() + "." + way.fact().field().path());
    }
    List<Related> steps = ways.get(0).steps();
    boolean one = targets.stream().distinct().count() == 1;
    boolean sure = ways.stream().anyMatch(way -> !way.trail().has(Flow.Effect.OPAQUE));
    boolean app = last.through() instanceof App;
    findings.add(
        RULE,
        last.through(),
        one ? last.by() : Located.known("", attribute(last, to), last.by().place()),
        (one ? "Field " : "Fields ")
            + PersonalFlows.named(targets)
            + " of topic '"
            + to.topic()
            + "' "
            + (sure ? one ? "comes" : "come" : "may come")
            + " from personal data ("
            + PersonalFlows.named(origins)
            + ") through "
            + (app ? "app '" : "connector '")
            + last.through().ref().name()
            + "', but no masking policy hides "
            + (one ? "it" : "them")
            + " and no tag says so. Name "
            + (one ? "it" : "them")
            + " in a masking policy for the topic, or mask the value "
            + (app ? "in the statement, for example with ANONYMIZE." : "with a transform."),
        steps.toArray(Related[]::new));
  }

  private static String shown(FieldRef field) {
    String part = field.side() == Schema.Side.KEY ? "_key" : "";
    return part.isEmpty()
        ? field.path()
        : field.path().isEmpty() ? part : part + "." + field.path();
  }

  private static String attribute(Flow flow, FieldRef to) {
    String attribute = flow.by().attribute();
    int end = attribute.indexOf("." + to.topic());
    return end < 0 ? attribute : attribute.substring(0, end + 1 + to.topic().length());
  }

  /** What is said about the fields that are written. */
  private final class Targets {

    private final Bundle bundle;
    private final MaskReach masks;
    private final Map<String, Map<String, FieldFact>> facts = new HashMap<>();

    Targets(Bundle bundle, MaskReach masks) {
      this.bundle = bundle;
      this.masks = masks;
    }

    /** Whether a policy or a tag covers a field, or another rule speaks of it. */
    boolean isCared(FieldRef field) {
      if (masks.isHidden(field.topic(), field.path().isEmpty() ? "_key" : field.path())) {
        return true;
      }
      FieldFact fact = fact(field);
      return fact != null && (fact.marked() || fact.denied() || fact.isHigh() || isExempt(field));
    }

    private boolean isExempt(FieldRef field) {
      for (Schema schema : bundle.schemasOf(field.topic())) {
        FieldFact fact = fact(field);
        if (fact != null && notPersonal.names(bundle, schema, fact.field())) {
          return true;
        }
      }
      return false;
    }

    private @Nullable FieldFact fact(FieldRef field) {
      return facts
          .computeIfAbsent(
              field.topic() + " " + field.side(),
              key -> {
                Map<String, FieldFact> all = new HashMap<>();
                for (Schema schema : bundle.schemasOf(field.topic())) {
                  if (schema.side() == field.side()) {
                    FieldFact.of(bundle, schema, marks).forEach(f -> all.put(f.field().path(), f));
                  }
                }
                return all;
              })
          .get(field.path());
    }
  }
}
