package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskReachTest {

  private static final Place PLACE = Place.startOf("policies/p.yaml");

  private static final Schema ORDERS = ClassifierTest.schema("orders-value");
  private static final Schema INVOICES_KEY = ClassifierTest.schema("invoices-key");
  private static final Schema RECORD = ClassifierTest.schema("com.acme.Order");

  /** An entry that is empty stands for one that is templated. */
  private static List<Located<String>> texts(String attribute, String... texts) {
    return Stream.of(texts)
        .map(
            text ->
                text.isEmpty()
                    ? Located.<String>unknown(attribute, PLACE)
                    : Located.known(text, attribute, PLACE))
        .toList();
  }

  static MaskingPolicy policy(String redaction, List<String> datasets, String... fields) {
    return new MaskingPolicy(
        Located.known("p", "name", PLACE),
        Located.absent("category", PLACE),
        texts("redaction", redaction).get(0),
        texts("datasets", datasets.toArray(String[]::new)),
        texts("fields", fields));
  }

  static Bundle bundle(Set<Kind> declarable, Resource... resources) {
    return new Bundle(Environment.UNKNOWN, declarable, List.of(resources));
  }

  private static MaskReach reach(MaskingPolicy... policies) {
    List<Resource> all = new ArrayList<>(List.of(policies));
    return new MaskReach(bundle(Set.of(), all.toArray(Resource[]::new)));
  }

  @ParameterizedTest
  @CsvSource({
    "email, email, true",
    "email, customer.email, true",
    "email, email.domain, true",
    "email, Email, false",
    "email, emails, false",
    "customer.email, customer.email, true",
    "customer.email, order.customer.email, true",
    "customer.email, newcustomer.email, false",
    "customer.email, email, false",
    "customer.email, customer.contact.email, false",
    "customer, customer.contact.email, true",
    "*mail, customer.email, true",
    "cust*.email, customer.email, true",
    "cust*.email, customer.x.email, false",
    "*, anything.at.all, true",
  })
  void anEntryReachesFieldsByNameAndByTheEndOfTheirPath(
      String entry, String path, boolean reached) {
    MaskReach masks = reach(policy("All", List.of(), entry));
    assertThat(masks.isHidden(ORDERS, path)).isEqualTo(reached);
    assertThat(masks.naming(path) != null).isEqualTo(reached);
    assertThat(masks.reaching(ORDERS, path).isEmpty()).isEqualTo(!reached);
  }

  @Test
  void datasetsLimitAPolicy() {
    for (String dataset : List.of("orders", "ord*", "*", "")) {
      assertThat(reach(policy("All", List.of("x", dataset), "email")).isHidden(ORDERS, "email"))
          .as(dataset)
          .isTrue();
    }
    MaskReach other = reach(policy("All", List.of("invoices"), "email"));
    assertThat(other.isHidden(ORDERS, "email")).isFalse();
    assertThat(other.isHidden(INVOICES_KEY, "email")).isTrue();
    assertThat(other.naming("email")).isNotNull();
  }

  @Test
  void aSubjectThatNamesARecordMayBelongToAnyTopic() {
    assertThat(reach(policy("All", List.of("orders"), "email")).isHidden(RECORD, "email")).isTrue();
  }

  @Test
  void noneHidesNothingAndATemplatedRedactionMay() {
    MaskReach none = reach(policy("NONE", List.of(), "email"));
    assertThat(none.isHidden(ORDERS, "email")).isFalse();
    assertThat(none.reaching(ORDERS, "email")).hasSize(1);
    assertThat(reach(policy("", List.of(), "email")).isHidden(ORDERS, "email")).isTrue();
  }

  @Test
  void aPolicyThatHidesIsNamedFirst() {
    MaskReach masks =
        reach(policy("None", List.of(), "email"), policy("All", List.of("x"), "email"));
    MaskReach.Hit named = masks.naming("email");
    assertThat(named).isNotNull();
    assertThat(named != null && named.hides()).isTrue();
  }

  @Test
  void aTemplatedEntryMayNameAnything() {
    MaskReach masks = reach(policy("All", List.of("orders"), ""));
    assertThat(masks.isHidden(ORDERS, "iban")).isTrue();
    assertThat(masks.isHidden(INVOICES_KEY, "iban")).isFalse();
    assertThat(masks.reaching(ORDERS, "iban")).hasSize(1);
    assertThat(masks.naming("iban")).isNull();
  }

  @Test
  void fieldsAreKnownWhereEveryTopicHasAReadableValueSchema() {
    MaskingPolicy policy = policy("All", List.of("orders"), "email");
    Schema read = ClassifierTest.schema("orders-value", ClassifierTest.field("id", "string"));
    Schema key = ClassifierTest.schema("orders-key");
    assertThat(knows(policy, read, key)).isTrue();
    assertThat(knows(policy)).as("no schema").isFalse();
    assertThat(knows(policy, key)).as("key only").isFalse();
    assertThat(knows(policy, ORDERS)).as("a value without fields was not read").isFalse();
    assertThat(knows(policy, read, INVOICES_KEY)).as("not in its datasets").isTrue();
  }

  private static boolean knows(MaskingPolicy policy, Schema... schemas) {
    List<Resource> all = new ArrayList<>(List.of(schemas));
    all.add(policy);
    Bundle bundle = bundle(Set.of(), all.toArray(Resource[]::new));
    return new KnownFields(bundle, new MaskReach(bundle)).areAllOf(policy);
  }
}
