package io.headgate.delivery.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.Landscape;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.rules.BuiltinRules;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy and a landscape that change, and ones that cannot be read. */
class FollowedBasisTest {

  private static final Catalog CATALOG = new Catalog(List.of(new BuiltinRules()));

  private static final Judging JUDGING = new Judging(CATALOG, Policy.NONE, "", null, false);

  private static final AdmissionReview BAD =
      AdmissionReview.parse(Reviews.create(Reviews.topic("orders", 1, "")));

  private final List<String> log = new ArrayList<>();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private @Nullable CurrentReviewer reviewer;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private BasisSource source = () -> null;

  @AfterEach
  void close() {
    if (reviewer != null) {
      reviewer.close();
    }
  }

  private CurrentReviewer reviewer(@Nullable LandscapeRules rules) {
    CurrentReviewer made = new CurrentReviewer(JUDGING, rules);
    reviewer = made;
    return made;
  }

  private FollowedBasis followed(CurrentReviewer by) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new FollowedBasis(() -> source.next(), by, JUDGING, registry, clock, log::add);
  }

  private String metrics() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    return text.toString(StandardCharsets.UTF_8);
  }

  private static Landscape landscape(String topic) throws IOException {
    return Landscape.read(
        new MemoryFiles(Map.of("topics.yaml", Reviews.topic(topic, 3, ""))),
        CATALOG,
        Policy.NONE,
        "",
        JUDGING::needsLandscape);
  }

  @Test
  void isReadWhenTheLandscapeHasBeen() throws Exception {
    FollowedBasis followed = followed(reviewer(LandscapeRules.WARN));
    source =
        () -> {
          throw new UserError("There is no landscape that headgate reads in the given directory.");
        };
    followed.look();
    followed.look();
    assertThat(followed.isRead()).isFalse();
    assertThat(metrics())
        .contains("headgate_landscape_age_seconds +Inf", "headgate_last_reload_successful 0.0");
    Landscape landscape = landscape("a.b");
    source = () -> new Basis(JUDGING, landscape);
    followed.look();
    now = now.plus(Duration.ofSeconds(30));
    assertThat(followed.isRead()).isTrue();
    assertThat(metrics())
        .contains(
            "headgate_landscape_age_seconds 30.0",
            "headgate_landscape_resources 1.0",
            "headgate_last_reload_successful 1.0");
    assertThat(log)
        .containsExactly(
            "There is no landscape that headgate reads in the given directory. There is no"
                + " landscape yet.",
            "The landscape was read: 1 resources.");
  }

  @Test
  void whatCannotBeReadChangesNothingAndIsSaidOnce() throws Exception {
    CurrentReviewer by = reviewer(LandscapeRules.DENY);
    FollowedBasis followed = followed(by);
    Landscape landscape = landscape("a.b");
    source = () -> new Basis(JUDGING, landscape);
    followed.look();
    log.clear();
    source =
        () -> {
          throw new IOException("secret");
        };
    followed.look();
    followed.look();
    assertThat(log)
        .containsExactly(
            "The policy or the landscape cannot be read (java.io.IOException). What held before"
                + " stays.");
    AdmissionReview clash = AdmissionReview.parse(Reviews.create(Reviews.topic("a_b", 3, "")));
    assertThat(by.answer(clash).message()).contains("[topic-name-collision]");
    source = () -> null;
    followed.look();
    assertThat(metrics()).contains("headgate_last_reload_successful 1.0");
  }

  @Test
  void anotherPolicyHoldsFromThenOn() throws Exception {
    CurrentReviewer by = reviewer(null);
    FollowedBasis followed = followed(by);
    assertThat(followed.isRead()).isTrue();
    assertThat(metrics()).doesNotContain("headgate_landscape");
    assertThat(by.answer(BAD).allowed()).isFalse();
    Judging lenient = new Judging(CATALOG, off("topic-under-replicated"), "", null, false);
    source = () -> new Basis(lenient, null);
    followed.look();
    assertThat(by.answer(BAD).allowed()).isTrue();
    assertThat(log).containsExactly("The policy was read anew.");
  }

  private static Policy off(String rule) {
    return Policy.NONE.withRules(Map.of(rule, new RuleConfig(true, null, Map.of())), Map.of());
  }

  @Test
  void whatWaitsForTheLandscapeOfBeforeIsJudgedByThatOfNow() throws Exception {
    CurrentReviewer by = reviewer(LandscapeRules.DENY);
    by.by(new Basis(JUDGING, landscape("c")));
    AdmissionReview clash = AdmissionReview.parse(Reviews.create(Reviews.topic("a_b", 3, "")));
    assertThat(by.answer(clash).allowed()).isTrue();
    by.by(new Basis(JUDGING, landscape("a.b")));
    assertThat(by.answer(clash).allowed()).isFalse();
  }

  @Test
  void whoComesAloneWaitsForTheLandscapeAndWhoComesAmongManyDoesNot() throws Exception {
    CurrentReviewer by = reviewer(LandscapeRules.WARN);
    StringBuilder many = new StringBuilder("---\n" + Reviews.topic("a.b", 3, "") + "\n");
    for (int i = 0; i < 1500; i++) {
      many.append("---\n").append(Reviews.topic("t" + i, 3, "")).append('\n');
    }
    by.by(
        new Basis(
            JUDGING,
            Landscape.read(
                new MemoryFiles(Map.of("topics.yaml", many.toString())),
                CATALOG,
                Policy.NONE,
                "",
                JUDGING::needsLandscape)));
    by.tryOut(List.of(BAD, BAD, BAD));
    AdmissionReview clash = AdmissionReview.parse(Reviews.create(Reviews.topic("a_b", 3, "")));
    by.arrives();
    assertThat(by.answer(clash).warnings()).anyMatch(w -> w.contains("[topic-name-collision]"));
    long start = System.nanoTime();
    int asked = 60;
    for (int i = 0; i < asked; i++) {
      by.arrives();
      by.arrives();
      Answer unused =
          by.answer(AdmissionReview.parse(Reviews.create(Reviews.topic("new" + i, 3, ""))));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(Duration.ofMillis(asked * 100L));
  }
}
