package io.headgate.spi.model;

import static io.headgate.spi.model.Acls.access;
import static io.headgate.spi.model.Acls.acl;
import static io.headgate.spi.model.Acls.allow;
import static io.headgate.spi.model.Acls.deny;
import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Access.Decision;
import io.headgate.spi.model.Access.Holder;
import io.headgate.spi.model.Access.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What the model explains; that it decides as Kafka does is tested beside Kafka. */
class AccessTest {

  private static Access of(Acl... acls) {
    return access(false, List.of("User:admin"), List.of(acls));
  }

  private static Decision decide(Access access, AclOperation operation, String topic) {
    return access.decide("User:a", operation, ResourceType.TOPIC, topic);
  }

  private static Decision allowedBy(Reason reason, Acl entry) {
    return new Decision(true, reason, entry, null);
  }

  @Test
  void saysWhy() {
    Acl prefix = allow("User:a", READ, "orders.*");
    Acl denied = deny("User:*", READ, "orders.secret");
    Access access = of(prefix, denied, allow("User:b", WRITE, "*"));

    assertThat(decide(access, READ, "orders.placed")).isEqualTo(allowedBy(Reason.ALLOW, prefix));
    assertThat(decide(access, DESCRIBE, "orders.placed"))
        .isEqualTo(allowedBy(Reason.IMPLIED, prefix));
    assertThat(decide(access, READ, "orders.secret"))
        .isEqualTo(new Decision(false, Reason.DENY, denied, null));
    assertThat(decide(access, DESCRIBE, "orders.secret"))
        .isEqualTo(allowedBy(Reason.IMPLIED, prefix));
    assertThat(decide(access, WRITE, "orders.placed"))
        .isEqualTo(new Decision(false, Reason.NOTHING, null, null));
    assertThat(access.decide("User:admin", ALL, ResourceType.CLUSTER, "kafka-cluster", "10.0.0.1"))
        .isEqualTo(new Decision(true, Reason.SUPER_USER, null, null));
  }

  @Test
  void everybodyMayUseWhatNoEntryIsAboutWhereTheBrokersSaySo() {
    Access open = access(true, List.of(), List.of(allow("User:b", READ, "orders.*")));

    assertThat(decide(open, WRITE, "payments"))
        .isEqualTo(new Decision(true, Reason.NO_ACL_FOUND, null, null));
    assertThat(decide(open, READ, "orders.placed").reason()).isEqualTo(Reason.NOTHING);
    assertThat(open.readers("payments"))
        .containsExactly(new Holder(Access.EVERYONE, Reason.NO_ACL_FOUND, List.of(), List.of()));
    assertThat(open.readers("orders.placed"))
        .extracting(Holder::principal)
        .containsExactly("User:b");
  }

  @Test
  void oneHostIsEnoughWhereNoneIsAskedFor() {
    Acl inside = acl(AclPermissionType.ALLOW, "User:a", READ, "t", "10.0.0.0/8");
    Acl half = acl(AclPermissionType.DENY, "User:a", READ, "t", "10.1.0.0/16");
    Acl whole = acl(AclPermissionType.DENY, "User:*", READ, "t", "0.0.0.0/0");

    assertThat(decide(of(inside), READ, "t")).isEqualTo(allowedBy(Reason.ALLOW, inside));
    assertThat(decide(of(inside, half), READ, "t").allowed()).isTrue();
    assertThat(of(inside, half).readers("t"))
        .contains(new Holder("User:a", Reason.ALLOW, List.of(inside), List.of(half)));
    assertThat(decide(of(inside, half, whole), READ, "t").allowed()).isFalse();
    assertThat(of(inside, half, whole).readers("t"))
        .extracting(Holder::principal)
        .containsExactly("User:admin");
  }

  @Test
  void aRangeOfHostsDecidesOnlyWhereTheBrokersKnowRanges() {
    Acl range = acl(AclPermissionType.ALLOW, "User:a", READ, "t", "10.0.0.0/8");
    for (KafkaVersion version : new KafkaVersion[] {new KafkaVersion(4, 3), null}) {
      Decision decision =
          access(version, false, List.of(), List.of(range))
              .decide("User:a", READ, ResourceType.TOPIC, "t", "10.0.0.1");
      assertThat(decision)
          .isEqualTo(new Decision(false, Reason.NOTHING, null, version == null ? range : null));
    }
  }

  @Test
  void namesWhoHoldsAnOperationAndThroughWhat() {
    Acl all = allow("User:b", ALL, "*");
    Acl read = allow("User:a", READ, "orders.*");
    Acl everyone = allow("User:*", READ, "orders.placed");
    Acl intern = deny("User:intern", READ, "orders.*");
    Acl internAllowed = allow("User:intern", READ, "orders.placed");
    Acl delete = allow("User:c", DELETE, "orders.placed");
    Acl alter = allow("User:c", ALTER, "orders.*");
    Access access = of(all, read, everyone, intern, internAllowed, delete, alter);
    Holder admin = new Holder("User:admin", Reason.SUPER_USER, List.of(), List.of());

    assertThat(access.readers("orders.placed"))
        .containsExactly(
            admin,
            new Holder("User:b", Reason.ALLOW, List.of(all), List.of()),
            new Holder("User:a", Reason.ALLOW, List.of(read), List.of()),
            new Holder("User:*", Reason.ALLOW, List.of(everyone), List.of(intern)));
    assertThat(access.writers("orders.placed"))
        .extracting(Holder::principal)
        .containsExactly("User:admin", "User:b");
    assertThat(access.administrators("orders.placed"))
        .containsExactly(
            admin,
            new Holder("User:b", Reason.ALLOW, List.of(all), List.of()),
            new Holder("User:c", Reason.ALLOW, List.of(delete, alter), List.of()));
    assertThat(access.holders(DESCRIBE, ResourceType.TOPIC, "orders.placed"))
        .extracting(Holder::reason)
        .contains(Reason.IMPLIED);
    assertThat(access.entriesOf("User:intern")).containsExactlyInAnyOrder(intern, internAllowed);
  }

  @Test
  void anEntryWithSomethingUnknownIsADoubtWhereItMatters() {
    Acl read = allow("User:a", READ, "orders");
    Acl somebody = deny(null, READ, "orders");
    Acl something = deny("User:a", null, null);
    Acl hidden = acl(null, "User:a", WRITE, "orders", "*");

    assertThat(decide(of(read, somebody), READ, "orders").doubt()).isSameAs(somebody);
    assertThat(decide(of(read, somebody), DESCRIBE, "orders").doubt()).isNull();
    assertThat(decide(of(read, something), DESCRIBE, "orders").doubt()).isSameAs(something);
    assertThat(decide(of(hidden), WRITE, "orders").doubt()).isSameAs(hidden);
    assertThat(decide(of(hidden), WRITE, "payments").doubt()).isNull();
    assertThat(decide(of(hidden, deny("User:a", WRITE, "orders")), WRITE, "orders").doubt())
        .isNull();
    assertThat(decide(of(somebody, something), WRITE, "orders").doubt()).isNull();
  }

  @Test
  void aDenyShadowsWhatItCovers() {
    Acl read = allow("User:a", READ, "orders.placed");
    Acl all = allow("User:a", ALL, "orders.*");
    Acl deny = deny("User:*", READ, "orders.*");

    assertThat(of(read, deny).shadowing(read)).containsExactly(deny);
    assertThat(of(all, deny).shadowing(all)).isEmpty();
    assertThat(of(read, deny("User:b", READ, "*")).shadowing(read)).isEmpty();
    assertThat(of(read, deny("User:a", WRITE, "*")).shadowing(read)).isEmpty();
    assertThat(of(read, deny("User:a", READ, "orders.placed.*")).shadowing(read)).isEmpty();
    assertThat(
            of(read, acl(AclPermissionType.DENY, "User:a", READ, "*", "10.0.0.1")).shadowing(read))
        .isEmpty();
    List<Acl> each = new ArrayList<>();
    Access.operationsOn(ResourceType.TOPIC).forEach(o -> each.add(deny("User:a", o, "orders.*")));
    List<Acl> both = new ArrayList<>(each);
    both.add(all);
    assertThat(access(false, List.of(), both).shadowing(all)).containsExactlyElementsOf(each);
  }

  @Test
  void theWidestEntrySubsumes() {
    Acl literal = allow("User:a", READ, "orders.placed");
    Acl prefix = allow("User:a", READ, "orders.*");
    Acl wide = allow("User:a", ALL, "or*");
    Acl describe = allow("User:a", DESCRIBE, "orders.*");
    Access access = of(literal, prefix, wide, describe);

    assertThat(access.subsuming(literal)).isSameAs(wide);
    assertThat(access.subsuming(prefix)).isSameAs(wide);
    assertThat(access.subsuming(wide)).isNull();
    assertThat(of(prefix, describe).subsuming(describe)).isSameAs(prefix);
    assertThat(of(prefix, describe).subsuming(prefix)).isNull();
    assertThat(of(deny("User:a", READ, "t"), deny("User:a", DESCRIBE, "t")).subsuming(literal))
        .isNull();
    Acl twice = allow("User:a", READ, "orders.placed");
    assertThat(of(literal, twice).subsuming(twice)).isNull();
  }

  @Test
  void aDenyThatMeetsNothingTakesNoEffect() {
    Acl deny = deny("User:a", READ, "orders.*");

    assertThat(of(deny).mayTakeEffect(deny)).isFalse();
    assertThat(of(deny, allow("User:b", READ, "orders.*")).mayTakeEffect(deny)).isFalse();
    assertThat(of(deny, allow("User:a", WRITE, "orders.*")).mayTakeEffect(deny)).isFalse();
    assertThat(of(deny, allow("User:a", ALL, "orders.placed")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:*", READ, "*")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow(null, READ, "orders.placed")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", READ, null)).mayTakeEffect(deny)).isTrue();
    assertThat(access(true, List.of(), List.of(deny)).mayTakeEffect(deny)).isTrue();
  }
}
