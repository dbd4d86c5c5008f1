package io.headgate.engine.report.sarif;

import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Secret;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules that say what the tests need. */
final class TestPack implements RulePack {

  static final Rule FEW_REPLICAS =
      Rule.error("topic-few-replicas", "A topic has too few replicas.").tagged("durability");
  static final Rule SHOUTING =
      Rule.warning("topic-shouting-name", "A topic's name has capital letters.");
  static final Rule SIMILAR = Rule.note("topic-similar-name", "Two topics have similar names.");
  static final Rule PLAIN_SECRET =
      Rule.error("secret-in-clear-text", "A secret is written in the clear.")
          .tagged("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11");
  static final Rule FRAGILE = Rule.error("topic-fragile", "Its checker breaks.");
  static final Rule BRITTLE = Rule.note("topic-brittle", "Its checker breaks, too.");
  static final Setting<Boolean> BREAKS = Setting.bool("breaks", false, "Whether to break.");
  static final Setting<Long> TIMES = Setting.integer("times", 0, "How often to say it.");
  static final Rule OFTEN = Rule.error("topic-often", "It is said often.").with(TIMES);

  static final Set<String> IDS =
      Set.of(
          FEW_REPLICAS.id(),
          SHOUTING.id(),
          SIMILAR.id(),
          PLAIN_SECRET.id(),
          FRAGILE.id(),
          BRITTLE.id(),
          OFTEN.id());

  @Override
  public String id() {
    return "test";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(
        CheckerSpec.of(FEW_REPLICAS, TestPack::fewReplicas),
        CheckerSpec.of(SHOUTING, TestPack::shouting),
        CheckerSpec.of(SIMILAR, TestPack::similar),
        CheckerSpec.of(PLAIN_SECRET, TestPack::plainSecret),
        CheckerSpec.of(
            OFTEN, settings -> (bundle, findings) -> often(bundle, findings, settings.get(TIMES))),
        new CheckerSpec(
            List.of(FRAGILE.with(BREAKS), BRITTLE),
            settings ->
                (bundle, findings) -> {
                  if (settings.get(BREAKS)) {
                    throw new IllegalStateException("hunter2 is in the exception");
                  }
                }));
  }

  private static void fewReplicas(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      if (topic.replication().isKnown() && topic.replication().get() < 3) {
        findings.add(
            FEW_REPLICAS,
            topic,
            topic.replication(),
            "The topic '" + topic.name() + "' has " + topic.replication() + " replicas; write 3.");
      }
    }
  }

  private static void shouting(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      if (topic.name().get().chars().anyMatch(Character::isUpperCase)) {
        findings.add(
            SHOUTING, topic, topic.name(), "The topic '" + topic.name() + "' has capital letters.");
      }
    }
  }

  private static void similar(Bundle bundle, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      for (Topic other : bundle.all(Topic.class)) {
        String name = topic.name().get();
        if (name.equals(other.name().get().toUpperCase(Locale.ROOT))
            && !name.equals(other.name().get())) {
          findings.add(
              SIMILAR,
              topic,
              topic.name(),
              "The topic '" + name + "' is hard to tell from another one; rename it.",
              new Related(other.place(), "The other one"),
              Related.step(other.place(), "The other one"));
        }
      }
    }
  }

  private static void plainSecret(Bundle bundle, Findings findings) {
    for (Secret secret : bundle.all(Secret.class)) {
      if (secret.form() == Secret.Form.LITERAL) {
        findings.add(
            PLAIN_SECRET,
            secret,
            secret.value(),
            "The secret '" + secret.attribute() + "' is in the clear; refer to a vault.");
      }
    }
  }

  private static void often(Bundle bundle, Findings findings, long times) {
    Topic topic = bundle.all(Topic.class).get(0);
    for (long i = 0; i < times; i++) {
      Located<String> where = Located.known("", "part." + i, topic.place());
      findings.add(OFTEN, topic, where, "Part " + i + " of '" + topic.name() + "' is said.");
    }
  }
}
