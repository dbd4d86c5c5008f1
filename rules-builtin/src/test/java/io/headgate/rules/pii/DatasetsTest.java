package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left out for speed must not change what is found: tried against plain loops. */
class DatasetsTest {

  private static final Place PLACE = Place.startOf("topics/t.yaml");
  private static final List<String> PATTERNS =
      List.of("a", "ab", "a*", "*", "ab*", "*b", "a*a", "b.*", "", "none", "a-value");
  private static final List<String> SUBJECTS =
      List.of("a-value", "a-key", "ab-value", "b.a-value", "aa-value", "Record", "a", "ba-value");
  private static final List<String> TOPICS = List.of("a", "ab", "aa", "b.a", "ba", "Record");

  private final Random random = new Random(1);

  @Test
  void findsWhatPlainLoopsFind() {
    for (int i = 0; i < 5_000; i++) {
      List<MaskingPolicy> policies = List.of(policy(), policy(), policy());
      List<Resource> all = new ArrayList<>(policies);
      for (int n = random.nextInt(4); n > 0; n--) {
        all.add(topic(one(TOPICS)));
      }
      for (int n = random.nextInt(4); n > 0; n--) {
        all.add(schema(one(SUBJECTS)));
      }
      Bundle bundle = MaskReachTest.bundle(Set.of(), all.toArray(Resource[]::new));
      MaskReach masks = new MaskReach(bundle);
      for (MaskingPolicy policy : policies) {
        assertThat(masks.knowsAllFieldsOf(policy)).isEqualTo(knowsAll(policy, bundle));
        for (Schema schema : bundle.all(Schema.class)) {
          assertThat(
                  masks.reaching(schema, "email").stream().anyMatch(h -> h.policy().equals(policy)))
              .isEqualTo(covers(policy, schema, bundle));
        }
      }
    }
  }

  private static boolean covers(MaskingPolicy policy, Schema schema, Bundle bundle) {
    boolean topicIsKnown =
        !schema.topic().equals(schema.subject().orElse("")) || bundle.hasTopic(schema.topic());
    return !topicIsKnown || covers(policy, schema.topic());
  }

  private static boolean covers(MaskingPolicy policy, String topic) {
    return policy.datasets().isEmpty()
        || policy.datasets().stream()
            .anyMatch(d -> !d.isKnown() || new NamePattern(d.get()).matches(topic));
  }

  private static boolean knowsAll(MaskingPolicy policy, Bundle bundle) {
    List<Schema> covered =
        bundle.all(Schema.class).stream().filter(s -> covers(policy, s, bundle)).toList();
    return covered.stream().anyMatch(DatasetsTest::isValue)
        && covered.stream().allMatch(s -> s.problems().isEmpty())
        && covered.stream().noneMatch(s -> isValue(s) && s.fields().isEmpty())
        && bundle.topicNames().stream()
            .filter(topic -> covers(policy, topic))
            .allMatch(t -> bundle.schemasOf(t).stream().anyMatch(DatasetsTest::isValue));
  }

  private static boolean isValue(Schema schema) {
    return schema.side() == Schema.Side.VALUE;
  }

  private MaskingPolicy policy() {
    List<String> datasets = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      datasets.add(one(PATTERNS));
    }
    return MaskReachTest.policy("All", datasets, random.nextInt(9) == 0 ? "" : "email");
  }

  private Schema schema(String subject) {
    Field[] fields =
        random.nextInt(6) == 0
            ? new Field[0]
            : new Field[] {ClassifierTest.field("email", "string")};
    Schema read = ClassifierTest.schema(subject, fields);
    List<Located<String>> problems =
        random.nextInt(6) == 0 ? List.of(Located.known("Broken.", "schema", PLACE)) : List.of();
    return new Schema(read.subject(), read.format(), read.compatibility(), read.fields(), problems);
  }

  private static Topic topic(String name) {
    return new Topic(
        Located.known(name, "name", PLACE),
        Located.absent("partitions", PLACE),
        Located.absent("replication", PLACE),
        new Config("config", PLACE, List.of()),
        Located.absent("description", PLACE),
        new Config("labels", PLACE, List.of()));
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
