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

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said where entries are many, written strangely, or known in part. */
class AccessLimitsTest {

  private static Access of(Acl... acls) {
    return access(false, List.of("User:admin"), List.of(acls));
  }

  private static Access of(List<Acl> some, Acl... more) {
    List<Acl> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return of(all.toArray(Acl[]::new));
  }

  /** Entries of a principal that meet nothing else here. */
  private static List<Acl> many(int count, String principal) {
    List<Acl> acls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      acls.add(allow(principal, READ, "other" + i));
    }
    return acls;
  }

  /** An entry in which anything may be unknown. */
  private static Acl entry(
      @Nullable ResourceType type,
      @Nullable String name,
      @Nullable PatternType pattern,
      @Nullable String host) {
    return new Acl(
        Acls.located("User:a", "principal"),
        Acls.located(host, "host"),
        Acls.located(READ, "operation"),
        Acls.located(AclPermissionType.ALLOW, "permission"),
        Acls.located(type, "resourceType"),
        Acls.located(name, "resourceName"),
        Acls.located(pattern, "pattern"));
  }

  private static @Nullable Acl doubt(Acl acl, String topic) {
    return of(acl).doubtOn(ResourceType.TOPIC, topic);
  }

  @Test
  void anEntryKnownInPartIsInDoubtWhereItMayBe() {
    ResourceType topic = ResourceType.TOPIC;
    Acl unknownType = entry(null, "orders", PatternType.LITERAL, "*");
    Acl unknownName = entry(topic, null, PatternType.LITERAL, "*");
    Acl unknownPattern = entry(topic, "orders", null, "*");
    Acl unknownHost = entry(topic, "orders", PatternType.PREFIXED, null);
    Acl group = entry(ResourceType.GROUP, null, PatternType.LITERAL, "*");
    Acl everything = entry(topic, "*", null, "*");

    assertThat(doubt(unknownType, "orders")).isSameAs(unknownType);
    assertThat(doubt(unknownType, "orders2")).isNull();
    assertThat(doubt(unknownName, "orders")).isSameAs(unknownName);
    assertThat(doubt(unknownPattern, "orders2")).isSameAs(unknownPattern);
    assertThat(doubt(unknownPattern, "order")).isNull();
    assertThat(doubt(unknownHost, "orders2")).isSameAs(unknownHost);
    assertThat(doubt(unknownHost, "payments")).isNull();
    assertThat(doubt(group, "orders")).isNull();
    assertThat(doubt(everything, "orders")).isSameAs(everything);
    assertThat(doubt(allow("User:a", READ, "orders"), "orders")).isNull();
    assertThat(of(unknownPattern).subsuming(unknownPattern)).isNull();
    assertThat(of(unknownHost).shadowing(unknownHost)).isEmpty();
  }

  /** Each of these is the only one of its kind, and each is told when it is asked for. */
  @Test
  void doubtsThatDifferInAnythingAreAllKept() {
    Acl first = acl(AclPermissionType.DENY, "User:a", null, "orders", "10.0.0.1");
    Acl permission = acl(AclPermissionType.ALLOW, "User:a", null, "orders", "10.0.0.1");
    Acl host = acl(AclPermissionType.DENY, "User:a", null, "orders", "10.0.0.2");
    Acl operation = acl(AclPermissionType.DENY, "User:a", WRITE, "orders", null);
    Acl name = acl(AclPermissionType.DENY, "User:a", READ, null, "*");
    Acl prefix = entry(ResourceType.TOPIC, "payments", null, "*");
    Acl type = entry(ResourceType.GROUP, "payments", null, "*");
    Acl read = allow("User:a", READ, "orders");
    Acl write = allow("User:a", WRITE, "orders");
    Access access = of(first, permission, host, operation, prefix, type, read, write);

    assertThat(decide(access, READ, "10.0.0.1").doubt()).isSameAs(first);
    assertThat(decide(access, READ, "10.0.0.2").doubt()).isSameAs(host);
    assertThat(decide(access, READ, "10.0.0.3").doubt()).isNull();
    assertThat(decide(access, WRITE, "10.0.0.3").doubt()).isSameAs(operation);
    assertThat(decide(access, DELETE, "10.0.0.1").doubt()).isSameAs(permission);
    assertThat(decide(of(first, read, name), READ, "10.0.0.3").doubt()).isSameAs(name);
    assertThat(access.doubtOn(ResourceType.TOPIC, "payments")).isSameAs(prefix);
    assertThat(access.doubtOn(ResourceType.GROUP, "payments")).isSameAs(type);
  }

  /** Of two that differ in one thing alone, the second is not taken for the first. */
  @Test
  void doubtsThatDifferInOneThingAreBothKept() {
    ResourceType topic = ResourceType.TOPIC;
    Acl read = acl(AclPermissionType.ALLOW, "User:a", READ, "orders", null);
    Acl write = acl(AclPermissionType.ALLOW, "User:a", WRITE, "orders", null);
    Acl literal = entry(null, "orders", PatternType.LITERAL, "*");
    Acl prefix = entry(null, "orders", PatternType.PREFIXED, "*");
    Acl orders = entry(topic, "orders", null, "*");
    Acl payments = entry(topic, "payments", null, "*");
    Acl anything = entry(topic, null, null, "*");

    assertThat(decide(of(read, write), WRITE, "10.0.0.1").doubt()).isSameAs(write);
    assertThat(of(literal, prefix).doubtOn(topic, "orders2")).isSameAs(prefix);
    assertThat(of(orders, payments).doubtOn(topic, "payments")).isSameAs(payments);
    assertThat(of(orders, anything).doubtOn(topic, "payments")).isSameAs(anything);
    assertThat(of(anything, orders).doubtOn(topic, "orders")).isSameAs(anything);
  }

  @Test
  void whatIsForEverythingIsCoveredByWhatIsTheSame() {
    Acl read = allow("User:a", READ, "*");
    Acl all = allow("User:a", ALL, "*");

    assertThat(of(read, all).subsuming(read)).isSameAs(all);
    assertThat(of(read, deny("User:*", READ, "*")).shadowing(read)).hasSize(1);
    assertThat(of(read, allow("User:a", ALL, "or*")).subsuming(read)).isNull();
  }

  /** A name may begin with a star: the star itself is one of those that do. */
  @Test
  void thePrefixOfAStarMeetsTheStarItself() {
    Acl deny = deny("User:*", READ, "**");

    assertThat(of(deny, allow("User:a", READ, "*")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", READ, "orders")).mayTakeEffect(deny)).isFalse();
    Acl orders = deny("User:*", READ, "orders*");
    assertThat(of(orders, allow("User:a", WRITE, "*")).mayTakeEffect(orders)).isFalse();
  }

  private static Access.Decision decide(Access access, AclOperation operation, String host) {
    return access.decide("User:a", operation, ResourceType.TOPIC, "orders", host);
  }

  @Test
  void anOperationIncludesOthers() {
    assertThat(Access.implies(READ, DESCRIBE)).isTrue();
    assertThat(Access.implies(ALL, WRITE)).isTrue();
    assertThat(Access.implies(DESCRIBE, READ)).isFalse();
    assertThat(Access.operationsOn(ResourceType.TOPIC)).contains(READ, WRITE).doesNotContain(ALL);
    assertThat(Access.operationsOn(ResourceType.ANY)).isEmpty();
  }

  @Test
  void namesThePrincipals() {
    Access access = of(allow("User:a", READ, "t"), allow(null, READ, "t"));

    assertThat(access.principals()).containsExactly("User:a");
    assertThat(access.isSuperUser("User:admin")).isTrue();
    assertThat(access.isSuperUser("User:a")).isFalse();
  }

  @Test
  void administratorsKnowEachEntryOnce() {
    Acl all = allow("User:a", ALL, "t");
    Acl delete = deny("User:a", DELETE, "*");
    Acl here = acl(AclPermissionType.DENY, "User:a", ALTER, "t", "10.0.0.1");
    Acl alter = acl(AclPermissionType.ALLOW, "User:b", ALTER, "t", "*");
    Acl configs = acl(AclPermissionType.ALLOW, "User:b", ALL, "t", "*");
    Acl some = acl(AclPermissionType.DENY, "User:b", ALL, "t", "10.0.0.1");

    assertThat(of(all, delete, here, alter, configs, some).administrators("t"))
        .containsExactly(
            new Access.Holder("User:admin", Access.Reason.SUPER_USER, List.of(), List.of()),
            new Access.Holder(
                "User:b", Access.Reason.ALLOW, List.of(configs, alter), List.of(some)),
            new Access.Holder("User:a", Access.Reason.ALLOW, List.of(all), List.of(here)));
  }

  @Test
  void manyHostsOfOnePrincipalAreAllFound() {
    List<Acl> acls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      acls.add(acl(AclPermissionType.ALLOW, "User:a", READ, "orders", "10.0.0." + i));
      acls.add(acl(AclPermissionType.ALLOW, "User:a", WRITE, "orders", "10.0.0." + i));
    }
    Access access = of(acls);

    for (int i = 0; i < 20; i++) {
      assertThat(decide(access, READ, "10.0.0." + i).entry()).isSameAs(acls.get(2 * i));
      assertThat(decide(access, WRITE, "10.0.0." + i).entry()).isSameAs(acls.get(2 * i + 1));
    }
    assertThat(decide(access, READ, "10.0.0.20").allowed()).isFalse();
    assertThat(access.readers("orders").get(1).through()).hasSize(20);
  }

  @Test
  void oneRangeWrittenInTwoWaysCoversItself() {
    Acl one = acl(AclPermissionType.ALLOW, "User:a", READ, "orders", "10.0.0.0/8");
    Acl other = acl(AclPermissionType.ALLOW, "User:a", READ, "orders", "10.1.2.3/8");
    Access access = of(one, other);

    assertThat(access.subsuming(other)).isSameAs(one);
    assertThat(access.subsuming(one)).isNull();
  }

  @Test
  void aDenyForEverybodyMeetsAnybodysEntry() {
    Acl deny = deny("User:*", READ, "orders.*");

    assertThat(of(deny, allow("User:a", WRITE, "orders.placed")).mayTakeEffect(deny)).isFalse();
    assertThat(of(deny, allow("User:a", READ, "payments")).mayTakeEffect(deny)).isFalse();
    assertThat(of(deny, allow("User:a", READ, "orders.placed")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", READ, "orders.eu.*")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", READ, "or*")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", READ, "*")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", null, "orders.placed")).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, allow("User:a", READ, null)).mayTakeEffect(deny)).isTrue();
  }

  @Test
  void aDenyForOneMeetsWhatSharesANameWithIt() {
    Acl placed = deny("User:a", READ, "orders.placed");
    Acl prefix = deny("User:a", READ, "orders.*");
    Acl all = deny("User:a", READ, "*");

    assertThat(of(placed, allow("User:a", READ, "orders.pla*")).mayTakeEffect(placed)).isTrue();
    assertThat(of(placed, allow("User:a", READ, "orders.pla")).mayTakeEffect(placed)).isFalse();
    assertThat(of(placed, allow("User:a", READ, "orders.placed.*")).mayTakeEffect(placed))
        .isFalse();
    assertThat(of(placed, allow("User:a", READ, "*")).mayTakeEffect(placed)).isTrue();
    assertThat(of(prefix, allow("User:a", READ, "orders.placed")).mayTakeEffect(prefix)).isTrue();
    assertThat(of(prefix, allow("User:a", READ, "payments")).mayTakeEffect(prefix)).isFalse();
    assertThat(of(all, allow("User:a", READ, "payments")).mayTakeEffect(all)).isTrue();
    assertThat(of(all, allow("User:a", READ, "pay*")).mayTakeEffect(all)).isTrue();
    Acl group = entry(ResourceType.GROUP, "orders.placed", PatternType.LITERAL, "*");
    assertThat(of(placed, group).mayTakeEffect(placed)).isFalse();
    Acl star = entry(ResourceType.TOPIC, "*", PatternType.PREFIXED, "*");
    assertThat(of(placed, star).mayTakeEffect(placed)).isFalse();
  }

  @Test
  void aDenyMeetsOnlyWhoMayBeAtItsHosts() {
    Acl deny = acl(AclPermissionType.DENY, "User:a", READ, "orders", "10.0.0.0/8");
    Acl inside = acl(AclPermissionType.ALLOW, "User:a", READ, "orders", "10.0.0.1");
    Acl outside = acl(AclPermissionType.ALLOW, "User:a", READ, "orders", "11.0.0.1");
    Acl somewhere = acl(AclPermissionType.ALLOW, "User:a", READ, "orders", null);

    assertThat(of(deny, inside).mayTakeEffect(deny)).isTrue();
    assertThat(of(deny, outside).mayTakeEffect(deny)).isFalse();
    assertThat(of(deny, somewhere).mayTakeEffect(deny)).isTrue();
    Acl everybodys = acl(AclPermissionType.DENY, "User:*", READ, "orders", "10.0.0.0/8");
    assertThat(of(everybodys, outside).mayTakeEffect(everybodys)).isFalse();
    assertThat(of(everybodys, inside).mayTakeEffect(everybodys)).isTrue();
  }

  @Test
  void aDenyKnownInPartMayDoAnything() {
    Acl unknown = deny(null, READ, "orders");

    assertThat(of(unknown).mayTakeEffect(unknown)).isTrue();
    assertThat(of().mayTakeEffect(deny("User:a", READ, "orders"))).isTrue();
  }

  /** Beyond a bound nothing is looked at one by one, and what cannot be told apart counts. */
  @Test
  void ofManyEntriesThoseAreLookedAtThatAreWhereTheNamesAre() {
    Acl deny = deny("User:a", READ, "orders.*");
    Acl write = allow("User:a", WRITE, "orders.placed");
    Acl unplaced = allow("User:c", READ, null);

    assertThat(of(many(60, "User:a"), deny, write).mayTakeEffect(deny)).isFalse();
    assertThat(of(many(40, "User:a"), deny, allow("User:a", READ, "or*")).mayTakeEffect(deny))
        .isTrue();
    assertThat(of(many(58, "User:a"), deny, unplaced).mayTakeEffect(deny)).isFalse();
    assertThat(of(many(61, "User:a"), deny, unplaced).mayTakeEffect(deny)).isTrue();
    assertThat(of(many(30, "User:a"), deny, unplaced).mayTakeEffect(deny)).isFalse();
    List<Acl> both = new ArrayList<>(many(31, "User:a"));
    both.addAll(many(31, Access.EVERYONE));
    assertThat(of(both, deny, unplaced).mayTakeEffect(deny)).isTrue();
  }

  @Test
  void moreThanEnoughIsTakenToMeet() {
    List<Acl> writers = new ArrayList<>();
    for (int i = 0; i < 61; i++) {
      writers.add(allow("User:b" + i, WRITE, "orders.placed"));
    }
    List<Acl> topics = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      topics.add(allow("User:b", WRITE, "orders.t" + i));
    }
    Acl deny = deny("User:*", READ, "orders.*");

    assertThat(of(writers, deny).mayTakeEffect(deny)).isTrue();
    assertThat(of(writers.subList(0, 40), deny).mayTakeEffect(deny)).isFalse();
    assertThat(of(topics, deny).mayTakeEffect(deny)).isTrue();
    assertThat(of(topics.subList(0, 20), deny).mayTakeEffect(deny)).isFalse();
  }
}
