package io.headgate.delivery.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.Landscape;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.rules.BuiltinRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is answered to which review. */
class ReviewerTest {

  private static final Judging JUDGING =
      new Judging(new Catalog(List.of(new BuiltinRules())), Policy.NONE, "", null, false);

  private static final String GOOD = Reviews.topic("orders", 3, "");

  private static final String BAD = Reviews.topic("orders", 1, "");

  private static Answer answer(Judging judging, String review) {
    return new ObjectReviewer(judging).answer(AdmissionReview.parse(review));
  }

  private static Answer answer(String review) {
    return answer(JUDGING, review);
  }

  @Test
  void comparesWithWhatItWas() {
    String fewer = GOOD.replace("\"partitions\":6", "\"partitions\":3");
    Answer answer = answer(Reviews.update(fewer, GOOD));
    assertThat(answer.allowed()).isFalse();
    assertThat(answer.message()).contains("[change-partitions-decreased]");
    assertThat(answer(Reviews.update(GOOD, fewer)).allowed()).isTrue();
  }

  @Test
  void deniesWhatWasThereBeforeUnlessOnlyNewCounts() {
    String review = Reviews.update(BAD.replace("604800000", "604900000"), BAD);
    assertThat(answer(review).allowed()).isFalse();
    Answer answer = answer(new Judging(JUDGING.catalog(), Policy.NONE, "", null, true), review);
    assertThat(answer.allowed()).isTrue();
    assertThat(answer.warnings()).anyMatch(w -> w.contains("[topic-under-replicated]"));
  }

  @Test
  void isNotInTheWayOfStatusAndFinalizers() {
    String status = BAD.substring(0, BAD.length() - 1) + ",\"status\":{\"conditions\":[]}}";
    assertThat(answer(Reviews.update(status, BAD))).isEqualTo(Answer.ALLOWED);
    String finalizer = BAD.replace("\"generation\":1", "\"finalizers\":[\"a\"],\"generation\":2");
    assertThat(answer(Reviews.update(finalizer, BAD))).isEqualTo(Answer.ALLOWED);
    String going =
        BAD.replace("\"generation\":1", "\"deletionTimestamp\":\"2026-01-02T00:00:00Z\"");
    assertThat(answer(Reviews.update(going, GOOD))).isEqualTo(Answer.ALLOWED);
    String part = Reviews.review("UPDATE", BAD, GOOD, ",\"subResource\":\"status\"");
    assertThat(answer(part)).isEqualTo(Answer.ALLOWED);
    assertThat(answer(Reviews.update(BAD, GOOD)).allowed()).isFalse();
    String label = BAD.replace("\"strimzi.io/cluster\":\"main\"", "\"strimzi.io/cluster\":\"b\"");
    assertThat(answer(Reviews.update(label, BAD)).allowed()).isFalse();
  }

  @Test
  void allowsWhatItDoesNotKnow() {
    assertThat(answer(Reviews.create("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{}}")))
        .isEqualTo(Answer.ALLOWED);
    assertThat(answer(Reviews.update(GOOD, "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}")).allowed())
        .isTrue();
    assertThat(answer(Reviews.delete(BAD))).isEqualTo(Answer.ALLOWED);
  }

  @Test
  void saysTheSameOnADryRun() {
    String review = Reviews.create(BAD);
    assertThat(answer(review.replace("\"dryRun\":false", "\"dryRun\":true")))
        .isEqualTo(answer(review));
  }

  @Test
  void anObjectWaivesNothingForItself() {
    String waived =
        BAD.replace(
            "\"generation\":1",
            "\"annotations\":{\"a\":\"# headgate:waive topic-under-replicated until=2099-01-01"
                + " owner=a approver=b reason=c\"},\"generation\":1");
    assertThat(answer(Reviews.create(waived)).allowed()).isFalse();
  }

  @Test
  void saysThatNoRuleLooksAtATemplate() {
    Answer answer = answer(Reviews.create(GOOD.replace("604800000", "{{ retention }}")));
    assertThat(answer.warnings()).anyMatch(w -> w.contains("looks like a template"));
  }

  @Test
  void keepsToTheLimitsOfKubernetes() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add("x".repeat(254) + "\uD83D\uDE00" + i);
    }
    Answer answer = new Answer(true, "", many);
    assertThat(answer.warnings())
        .allMatch(w -> w.length() <= Answer.LONGEST_WARNING)
        .last()
        .asString()
        .isEqualTo("headgate has 25 more warnings about this object.");
    assertThat(answer.warnings().stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(Answer.ALL_WARNINGS);
    assertThat(answer.json("u\"\n")).contains("\"uid\":\"u\\\"\\u000a\"").doesNotContain("\uD83D");
  }

  @Test
  void warnsOnOneLineForKubernetesDropsAllElse() {
    assertThat(new Answer(true, "", List.of("a\nb\u0085c")).warnings()).containsExactly("a b c");
  }

  @Test
  void aLandscapeTellsOfTheCluster() throws Exception {
    String kafka =
        "{\"apiVersion\":\"kafka.strimzi.io/v1\",\"kind\":\"Kafka\",\"metadata\":{\"name\":\"main\"},"
            + "\"spec\":{\"kafka\":{\"config\":{\"min.insync.replicas\":1}}}}";
    String unset = GOOD.replace("\"min.insync.replicas\":\"2\",", "");
    Landscape landscape = landscape(kafka, Reviews.topic("c", 3, ""));
    AdmissionReview review = AdmissionReview.parse(Reviews.create(unset));
    assertThat(new ObjectReviewer(JUDGING).answer(review).toString())
        .doesNotContain("min.insync.replicas");
    assertThat(new ObjectReviewer(JUDGING, landscape).answer(review).toString())
        .contains("min.insync.replicas");
  }

  private static Landscape landscape(String... topics) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String topic : topics) {
      text.append("---\n").append(topic).append('\n');
    }
    return Landscape.read(
        new MemoryFiles(Map.of("topics.yaml", text.toString())),
        JUDGING.catalog(),
        Policy.NONE,
        "",
        JUDGING::needsLandscape);
  }

  private static Answer among(LandscapeRules rules, Landscape landscape, String review)
      throws Exception {
    try (CurrentReviewer reviewer = new CurrentReviewer(JUDGING, rules)) {
      reviewer.by(new Basis(JUDGING, landscape));
      AdmissionReview asked = AdmissionReview.parse(review);
      for (int i = 0; i < 200; i++) {
        Answer answer = reviewer.answer(asked);
        if (answer.warnings().stream().noneMatch(w -> w.contains("just now"))) {
          return answer;
        }
        Thread.sleep(25);
      }
      throw new AssertionError("It is never judged.");
    }
  }

  @Test
  void warnsOfWhatTheLandscapeMakesOfIt() throws Exception {
    Landscape landscape = landscape(Reviews.topic("a.b", 3, ""), Reviews.topic("c", 3, ""));
    String review = Reviews.create(Reviews.topic("a-b", 3, "").replace("a-b", "a_b"));
    Answer answer = among(LandscapeRules.WARN, landscape, review);
    assertThat(answer.allowed()).isTrue();
    assertThat(answer.warnings()).anyMatch(w -> w.contains("[topic-name-collision]"));
    Answer denied = among(LandscapeRules.DENY, landscape, review);
    assertThat(denied.allowed()).isFalse();
    assertThat(denied.message()).contains("[topic-name-collision]");
    assertThat(among(LandscapeRules.DENY, landscape, Reviews.create(GOOD)).allowed()).isTrue();
  }

  @Test
  void warnsOfATopicThatGoesAndNeverBlocksThat() throws Exception {
    Landscape landscape = landscape(GOOD, Reviews.topic("c", 3, ""));
    Answer answer = among(LandscapeRules.DENY, landscape, Reviews.delete(GOOD));
    assertThat(answer.allowed()).isTrue();
    assertThat(answer.warnings()).anyMatch(w -> w.contains("[change-topic-deleted]"));
  }

  @Test
  void isSilentAboutWhatWasWrongBefore() throws Exception {
    Landscape landscape = landscape(Reviews.topic("a.b", 3, ""), Reviews.topic("a_b", 3, ""), GOOD);
    Answer answer = among(LandscapeRules.WARN, landscape, Reviews.create(GOOD));
    assertThat(answer.warnings()).noneMatch(w -> w.contains("a_b"));
  }

  @Test
  void withoutALandscapeThereIsNoVerdictOfRulesThatDeny() {
    AdmissionReview review = AdmissionReview.parse(Reviews.create(GOOD));
    try (CurrentReviewer warns = new CurrentReviewer(JUDGING, LandscapeRules.WARN);
        CurrentReviewer denies = new CurrentReviewer(JUDGING, LandscapeRules.DENY)) {
      assertThat(warns.answer(review).warnings())
          .anyMatch(w -> w.contains("has not judged this object against the landscape"));
      assertThatThrownBy(() -> denies.answer(review)).isInstanceOf(NoVerdict.class);
    }
  }
}
