package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.support.Heard;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the pages cannot show: other dialects, templated names, the size of a large bundle. */
class PiiRulesTest {

  private static final Schema TAGGED =
      ClassifierTest.schema(
          "orders-value", ClassifierTest.field("email", "string", "", Map.of("pii", "true")));

  @Test
  void withoutMaskingPoliciesInTheDialectNothingIsUnmasked() {
    PiiUnmaskedField rule = new PiiUnmaskedField(Settings.DEFAULTS);
    assertThat(Heard.from(rule, MaskReachTest.bundle(Set.of(), TAGGED))).isEmpty();
    assertThat(Heard.from(rule, MaskReachTest.bundle(Set.of(Kind.MASKING_POLICY), TAGGED)))
        .singleElement()
        .asString()
        .startsWith("fields.email: Field 'email' of schema 'orders-value' is marked 'pii', but");
  }

  @Test
  void aFieldOfAnUnknownNameIsNotJudged() {
    Field field =
        new Field(
            Located.unknown("fields.${EMAIL}", Place.startOf("schema")),
            "${EMAIL}",
            "string",
            "",
            List.of(),
            Map.of("pii", "true"));
    Bundle bundle =
        MaskReachTest.bundle(Set.of(Kind.MASKING_POLICY), ClassifierTest.schema("t-value", field));
    assertThat(Heard.from(new PiiUnmaskedField(Settings.DEFAULTS), bundle)).isEmpty();
    assertThat(Heard.from(new PiiUnclassifiedField(Settings.DEFAULTS), bundle)).isEmpty();
  }

  @Test
  void anOwnTagIsNotLostBehindAPolicyThatOnlyCounts() {
    Settings settings = Settings.of(Map.of(PiiUnmaskedField.RULE.settings().get(0), List.of("C3")));
    Field field =
        new Field(
            Located.known("reference", "fields.reference", Place.startOf("schema")),
            "reference",
            "string",
            "",
            List.of(Located.known("C3", "tags", Place.startOf("schema"))),
            Map.of());
    MaskingPolicy counting = MaskReachTest.policy("None", List.of(), "reference");
    Bundle bundle =
        MaskReachTest.bundle(
            Set.of(Kind.MASKING_POLICY), ClassifierTest.schema("t-value", field), counting);
    assertThat(Heard.from(new PiiMaskNone(), bundle)).isEmpty();
    assertThat(Heard.from(new PiiUnmaskedField(settings), bundle))
        .singleElement()
        .asString()
        .endsWith("Policy 'p' names it, but its redaction hides nothing: choose one that does.");
  }

  @Test
  void aLargeBundleTakesSeconds() {
    List<Schema> schemas = new ArrayList<>();
    for (int s = 0; s < 200; s++) {
      Field[] fields = new Field[100];
      for (int f = 0; f < fields.length; f++) {
        fields[f] = ClassifierTest.field("customer" + s + ".contactEmail" + f, "string");
      }
      schemas.add(ClassifierTest.schema("t" + s + "-value", fields));
    }
    Bundle bundle = new Bundle(io.headgate.spi.model.Environment.UNKNOWN, Set.of(), schemas);
    PiiUnclassifiedField rule = new PiiUnclassifiedField(Settings.DEFAULTS);
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(Heard.from(rule, bundle)).hasSize(20_000));
  }

  @Test
  void aPolicyForEachOfManyTopicsTakesSeconds() {
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < 15_000; i++) {
      resources.add(
          ClassifierTest.schema("t" + i + "-value", ClassifierTest.field("id", "string")));
      resources.add(MaskReachTest.policy("All", List.of("t" + i), "nowhere"));
    }
    Bundle bundle = new Bundle(io.headgate.spi.model.Environment.UNKNOWN, Set.of(), resources);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(Heard.from(new PiiDanglingMask(), bundle)).hasSize(15_000));
  }
}
