package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.dialect.Description.ReadField;
import io.headgate.engine.dialect.Description.ReadKind;
import io.headgate.spi.Finding;
import io.headgate.spi.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dialect says of itself is true: it knows the fields that it describes. */
class DescriptionTest {

  /** A path of plain keys: what stands below a free configuration is not asked for by name. */
  private static final Pattern PLAIN = Pattern.compile("spec(\\.[a-zA-Z]+(\\[])?)+");

  /** The API versions to try, one of which must know a field. */
  private static final Map<String, List<String>> VERSIONS =
      Map.of(
          "strimzi",
          List.of("kafka.strimzi.io/v1", "kafka.strimzi.io/v1beta2"),
          "jikkou",
          List.of("kafka.jikkou.io/v1", "kafka.jikkou.io/v1beta2"),
          "cfk",
          List.of("platform.confluent.io/v1beta1", "apps.cpc.platform.confluent.io/v1beta1"),
          "ns4kafka",
          List.of("v1"),
          "nais",
          List.of("kafka.nais.io/v1"),
          "aiven",
          List.of("aiven.io/v1alpha1"),
          "redpanda",
          List.of("cluster.redpanda.com/v1alpha2"),
          "koperator",
          List.of("kafka.banzaicloud.io/v1alpha1"),
          "conduktor",
          List.of("kafka/v1", "kafka/v2", "kafka/v3"),
          "conduktor-gateway",
          List.of("gateway/v2"));

  record Case(String dialect, String kind, String path) {

    /** A document in which a template gives the field, so that any type will do. */
    String document(String version) {
      String value = "'{{ x }}'";
      String[] keys = path.split("\\.", -1);
      for (int i = keys.length - 1; i > 0; i--) {
        boolean list = keys[i].endsWith("[]");
        String key = list ? keys[i].substring(0, keys[i].length() - 2) : keys[i];
        value = "{" + key + ": " + (list ? "[" + value + "]" : value) + "}";
      }
      return "{apiVersion: "
          + version
          + ", kind: "
          + kind
          + ", metadata: {name: a}, spec: "
          + value
          + "}";
    }
  }

  static Stream<Case> fields() {
    List<Case> cases = new ArrayList<>();
    for (Dialect dialect : KnownDialects.all()) {
      if (VERSIONS.containsKey(dialect.name())) {
        for (ReadKind kind : dialect.describe().kinds()) {
          for (ReadField field : kind.fields()) {
            if (PLAIN.matcher(field.path()).matches()) {
              cases.add(new Case(dialect.name(), kind.name(), field.path()));
            }
          }
        }
      }
    }
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void whatIsDescribedIsUnderstood(Case field) {
    List<String> understood = new ArrayList<>();
    for (String version : VERSIONS.getOrDefault(field.dialect(), List.of())) {
      String text = field.document(version);
      ReadFile file = Objects.requireNonNull(Dump.read("a.yaml", text), text);
      List<Rule> rules = file.findings().stream().map(Finding::rule).toList();
      if (!rules.contains(CoreRules.UNKNOWN_FIELD) && !rules.contains(CoreRules.UNKNOWN_KIND)) {
        understood.add(version);
      }
    }
    assertThat(understood).as(field.toString()).isNotEmpty();
  }

  @Test
  void everyDialectIsDescribed() {
    for (Dialect dialect : KnownDialects.all()) {
      Description description = dialect.describe();
      assertThat(description.title()).isNotBlank();
      assertThat(description.files()).endsWith(".");
      assertThat(description.kinds()).isNotEmpty();
      assertThat(description.kinds()).allMatch(kind -> !kind.fields().isEmpty());
      assertThat(description.remarks()).allMatch(remark -> remark.endsWith("."));
    }
  }
}
