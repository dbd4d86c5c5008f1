package io.headgate.rules.pii;

import io.headgate.rules.pii.PersonalFlows.Way;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Personal data that a sink connector takes out of Kafka as it is. */
public final class PiiUnmaskedSink implements Checker {

  private static final Setting<List<String>> TAGS =
      Setting.texts("tags", Marks.TAGS, "The tags that mean personal or sensitive data.");

  private static final Setting<List<String>> APPROVED =
      Setting.texts(
          "approved",
          List.of(),
          "Connectors that may take personal data out of Kafka, by name; '*' stands for anything.");

  private static final Setting<List<String>> PROTECTING =
      Setting.texts(
          "protecting-transforms",
          List.of("*Encrypt*", "*CipherField*", "*Tokeniz*"),
          "Classes of transforms that mask or encrypt personal fields, besides those of Apache"
              + " Kafka; '*' stands for anything.");

  /** {@code pii-unmasked-sink}. */
  public static final Rule RULE =
      Rule.error("pii-unmasked-sink", "A sink connector takes personal data out of Kafka unmasked.")
          .with(TAGS, APPROVED, PROTECTING, NotPersonal.SETTING)
          .tagged("pii", "lineage");

  private final Marks marks;
  private final NotPersonal notPersonal;
  private final List<NamePattern> approved;
  private final List<NamePattern> protecting;

  /** A checker with the policy's settings. */
  public PiiUnmaskedSink(Settings settings) {
    marks = new Marks(settings.get(TAGS));
    notPersonal = new NotPersonal(settings);
    approved = patterns(settings.get(APPROVED));
    protecting = patterns(settings.get(PROTECTING));
  }

  private static List<NamePattern> patterns(List<String> texts) {
    List<NamePattern> patterns = new ArrayList<>();
    for (String text : texts) {
      patterns.add(new NamePattern(text));
    }
    return List.copyOf(patterns);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.all(Connector.class).isEmpty()) {
      return;
    }
    MaskReach masks = new MaskReach(bundle);
    Map<String, List<Way>> sinks = new LinkedHashMap<>();
    for (Way way : PersonalFlows.of(bundle, marks, notPersonal, masks)) {
      Flow last = way.trail().last();
      if (last.to() == null
          && last.through() instanceof Connector connector
          && !isAny(approved, connector.name().orElse(""))
          && !isProtected(way.trail())) {
        FieldRef from = Objects.requireNonNull(last.from());
        // What one pattern lets through is one mistake, however many topics it is.
        String by = where(connector, from.topic()).attribute();
        sinks.computeIfAbsent(connector.ref() + "\n" + by, key -> new ArrayList<>()).add(way);
      }
    }
    sinks.values().forEach(ways -> report(ways, findings));
  }

  private boolean isProtected(Trail trail) {
    for (Flow flow : trail.flows()) {
      if (flow.effect() == Flow.Effect.OPAQUE && isAny(protecting, flow.by().orElse(""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAny(List<NamePattern> patterns, String name) {
    for (NamePattern pattern : patterns) {
      if (pattern.matches(name)) {
        return true;
      }
    }
    return false;
  }

  private static void report(List<Way> ways, Findings findings) {
    Flow last = ways.get(0).trail().last();
    Connector connector = (Connector) last.through();
    String topic = Objects.requireNonNull(last.from()).topic();
    List<String> fields = new ArrayList<>();
    Set<String> topics = new HashSet<>();
    for (Way way : ways) {
      topics.add(Objects.requireNonNull(way.trail().last().from()).topic());
    }
    String unknown = "";
    for (Way way : ways) {
      String from = Objects.requireNonNull(way.trail().last().from()).toString();
      fields.add(
          topics.size() > 1 ? from : from.substring(Math.min(from.length(), topic.length() + 1)));
      if (way.trail().last().effect() == Flow.Effect.OPAQUE) {
        unknown = way.trail().last().by().orElse("");
      }
    }
    List<Related> steps = ways.get(0).steps();
    boolean one = fields.stream().distinct().count() == 1;
    findings.add(
        RULE,
        connector,
        where(connector, topic),
        "Sink connector '"
            + connector.name()
            + "' takes the personal field"
            + (one ? " " : "s ")
            + PersonalFlows.named(fields)
            + (topics.size() > 1 ? "" : " of topic '" + topic + "'")
            + " out of Kafka, where no masking policy reaches"
            + (one ? " it" : " them")
            + (unknown.isEmpty() ? "" : "; what its transform " + unknown + " does is not known")
            + ". Drop or mask "
            + (one ? "it" : "them")
            + " with a transform (ReplaceField, MaskField), or approve the connector in the"
            + " policy.",
        steps.toArray(Related[]::new));
  }

  private static Located<String> where(Connector connector, String topic) {
    for (Located<String> named : connector.topics()) {
      if (named.is(topic)) {
        return named;
      }
    }
    Located<String> pattern = connector.topicsPattern();
    return pattern.isAbsent() ? connector.name() : pattern;
  }
}
