package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Environment.External;
import io.headgate.spi.model.Environment.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What the model answers for rules. */
class AccessorsTest {

  private static final Place PLACE = Place.startOf("x.yaml");

  private static <T> Located<T> known(T value) {
    return Located.known(value, "x", PLACE);
  }

  private static <T> Located<T> unknown() {
    return Located.unknown("x", PLACE);
  }

  private static Field field(String path, List<Located<String>> tags) {
    return new Field(known(path), path, "string", "", tags, Map.of());
  }

  private static Schema schema(String subject, Field... fields) {
    return new Schema(
        known(subject),
        known(Schema.Format.AVRO),
        Located.absent("compatibility", PLACE),
        List.of(fields),
        List.of());
  }

  private static MaskingPolicy policy(
      String category, List<Located<String>> datasets, String field) {
    return new MaskingPolicy(
        known(category), known(category), known("All"), datasets, List.of(known(field)));
  }

  private static MaskingPolicy policy(List<Located<String>> datasets) {
    return policy("PII", datasets, "x");
  }

  private static Acl acl(Located<String> name, Located<PatternType> pattern) {
    return new Acl(
        known("User:x"),
        known("*"),
        known(AclOperation.READ),
        known(AclPermissionType.ALLOW),
        known(ResourceType.TOPIC),
        name,
        pattern);
  }

  private static Environment environment(Map<String, String> defaults, Owner... owners) {
    return new Environment(
        "",
        null,
        defaults,
        List.of(),
        List.of(owners),
        External.NOTHING,
        Environment.Authorizer.DEFAULT);
  }

  private static Owner owner(String team, String prefix, String principal) {
    return new Owner(team, List.of(prefix, "x" + prefix), List.of(new NamePattern(principal)));
  }

  @Test
  void aTagCoversFinerOnesInAnyCase() {
    List<String> wanted = List.of("GDPR", "PII");

    assertThat(field("a", List.of(known("pii"))).isTagged(wanted)).isTrue();
    assertThat(field("a", List.of(known("X"), known("PII.Email"))).isTagged(wanted)).isTrue();
    assertThat(field("a", List.of(known("PIIX"))).isTagged(wanted)).isFalse();
    assertThat(field("a", List.of(known("PI"))).isTagged(wanted)).isFalse();
    assertThat(field("a", List.of(unknown())).isTagged(wanted)).isFalse();
    assertThat(field("a", List.of()).isTagged(wanted)).isFalse();
  }

  @Test
  void aPolicyCoversWhatItIsLimitedTo() {
    assertThat(policy(List.of()).covers("a")).isTrue();
    assertThat(policy(List.of(known("b"), known("a*"))).covers("abc")).isTrue();
    assertThat(policy(List.of(known("b"))).covers("a")).isFalse();
    assertThat(policy(List.of(unknown())).covers("a")).isFalse();
  }

  @Test
  void findsTheFirstFieldThatSomebodyCallsPersonal() {
    List<String> marks = List.of("PII");
    Bundle bundle =
        new Bundle(
            Environment.UNKNOWN,
            Set.of(Kind.SCHEMA),
            List.of(
                schema("a-value", field("id", List.of()), field("mail", List.of(known("PII")))),
                schema("b-value", field("id", List.of()), field("payee.iban", List.of())),
                schema("c-value", field("iban", List.of()), field("payee.ibanOld", List.of())),
                schema("d-value", field("payee.account", List.of())),
                schema("e-value", field("payee.code", List.of())),
                policy("pii.bank", List.of(known("b")), "iban"),
                policy("PII", List.of(known("d"), unknown()), "payee.acc*"),
                policy("Internal", List.of(), "code")));

    assertThat(bundle.personalField("a", marks)).extracting(Field::path).isEqualTo("mail");
    assertThat(bundle.personalField("b", marks)).extracting(Field::path).isEqualTo("payee.iban");
    assertThat(bundle.personalField("c", marks)).isNull();
    assertThat(bundle.personalField("d", marks)).extracting(Field::path).isEqualTo("payee.account");
    assertThat(bundle.personalField("e", marks)).isNull();
    assertThat(bundle.personalField("e", List.of("Internal"))).isNotNull();
    assertThat(bundle.personalField("f", marks)).isNull();
  }

  @Test
  void findsTheEntriesThatMatchAName() {
    Acl everything = acl(known("*"), known(PatternType.LITERAL));
    Acl shortPrefix = acl(known("or"), known(PatternType.PREFIXED));
    Acl longPrefix = acl(known("orders."), known(PatternType.PREFIXED));
    Acl literal = acl(known("orders.placed"), Located.absent("pattern", PLACE));
    Bundle bundle =
        new Bundle(
            Environment.UNKNOWN,
            Set.of(Kind.ACL),
            List.of(
                literal,
                longPrefix,
                everything,
                shortPrefix,
                acl(known("orders"), known(PatternType.LITERAL)),
                acl(known("orders.placed.v2"), known(PatternType.PREFIXED)),
                acl(unknown(), known(PatternType.LITERAL)),
                acl(known("orders.placed"), unknown())));

    assertThat(bundle.aclsOn(ResourceType.TOPIC, "orders.placed"))
        .containsExactly(everything, shortPrefix, longPrefix, literal);
    assertThat(bundle.aclsOn(ResourceType.TOPIC, "payments")).containsExactly(everything);
    assertThat(bundle.aclsOn(ResourceType.TOPIC, "*")).containsExactly(everything);
    assertThat(bundle.aclsOn(ResourceType.GROUP, "orders.placed")).isEmpty();
  }

  @Test
  void theLongestPrefixOwns() {
    Owner payments = owner("payments", "payments.", "User:svc-payments-*");
    Owner archive = owner("archive", "payments.archive.", "User:svc-archive");
    Owner backup = owner("backup", "payments.archive.", "User:svc-*");
    Environment environment = environment(Map.of(), archive, payments, backup);

    assertThat(environment.ownersOf("payments.refunds")).containsExactly(payments);
    assertThat(environment.ownersOf("xpayments.refunds")).containsExactly(payments);
    assertThat(environment.ownersOf("payments.archive.2025")).containsExactly(archive, backup);
    assertThat(environment.ownersOf("orders")).isEmpty();
    assertThat(environment.owns("User:svc-payments-api", "payments.refunds")).isTrue();
    assertThat(environment.owns("User:svc-archive", "payments.refunds")).isFalse();
    assertThat(environment.ownersActingAs("User:svc-archive")).containsExactly(archive, backup);
    assertThat(environment.ownersActingAs("User:bob")).isEmpty();
  }

  @Test
  void aWholeNameCountsMoreThanAnyPrefix() {
    Owner payments = owner("payments", "payments.", "User:svc-payments-*");
    Owner archive =
        new Owner(
            "archive", List.of(), List.of("payments.old"), List.of(new NamePattern("User:a")));
    Environment environment = environment(Map.of(), archive, payments);

    assertThat(environment.ownersOf("payments.old")).containsExactly(archive);
    assertThat(environment.ownersOf("payments.older")).containsExactly(payments);
    assertThat(environment.owns("User:a", "payments.old")).isTrue();
    assertThat(environment.owns("User:a", "payments.older")).isFalse();
  }

  @Test
  void brokersFillInWhatATopicLeavesOut() {
    Environment environment = environment(Map.of("a", "1", "b", "2"));
    Property own = new Property(known("a"), known("9"));
    Property open = new Property(unknown(), unknown());

    Config effective = environment.effective(new Config("config", PLACE, List.of(own)));
    Config templated = environment.effective(new Config("config", PLACE, List.of(own, open)));

    assertThat(effective.get("a").orNull()).isEqualTo("9");
    assertThat(effective.number("b").orNull()).isEqualTo(2);
    assertThat(effective.get("b").attribute()).isEqualTo("config.b");
    assertThat(effective.get("c").isAbsent()).isTrue();
    assertThat(templated.get("b").isUnknown()).isTrue();
  }

  @Test
  void tellsWhatAToolImplies() {
    Acl written = acl(known("orders"), known(PatternType.LITERAL));
    Acl implied =
        new Acl(
            written.principal(),
            written.host(),
            written.operation(),
            Located.known(AclPermissionType.ALLOW, Acl.IMPLIED, PLACE),
            written.resourceType(),
            written.resourceName(),
            written.pattern());
    assertThat(written.isImplied()).isFalse();
    assertThat(implied.isImplied()).isTrue();
    assertThat(implied.ref()).isEqualTo(written.ref());
  }
}
