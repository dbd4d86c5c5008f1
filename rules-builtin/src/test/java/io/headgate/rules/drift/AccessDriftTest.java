package io.headgate.rules.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** Drift of access beside what Kafka decides. */
class AccessDriftTest {

  private static final Place PLACE = Place.startOf("acls.yaml");
  private static final List<String> PRINCIPALS = List.of("User:a", "User:b", "User:*");
  private static final List<String> HOSTS = List.of("*", "10.0.0.1", "10.0.0.2");
  private static final List<String> NAMES = List.of("*", "a", "ab", "abc", "b");
  private static final List<AclOperation> OPERATIONS =
      List.of(
          AclOperation.ALL,
          AclOperation.READ,
          AclOperation.WRITE,
          AclOperation.DESCRIBE,
          AclOperation.ALTER_CONFIGS,
          AclOperation.DESCRIBE_CONFIGS);

  private static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static Acl entry(Random random) {
    boolean prefixed = random.nextInt(3) == 0;
    String name = one(NAMES, random);
    return new Acl(
        Located.known(one(PRINCIPALS, random), "principal", PLACE),
        Located.known(one(HOSTS, random), "host", PLACE),
        Located.known(one(OPERATIONS, random), "operation", PLACE),
        Located.known(
            random.nextInt(4) == 0 ? AclPermissionType.DENY : AclPermissionType.ALLOW,
            "permission",
            PLACE),
        Located.known(ResourceType.TOPIC, "type", PLACE),
        Located.known(name.equals("*") && prefixed ? "a" : name, "name", PLACE),
        Located.known(prefixed ? PatternType.PREFIXED : PatternType.LITERAL, "pattern", PLACE));
  }

  private static Bundle bundle(List<Acl> acls) {
    return new Bundle(Environment.UNKNOWN, Set.of(Kind.ACL), acls);
  }

  /** All that Kafka decides about names that are written, and about ones that are yet to come. */
  private static List<String> decisions(Bundle bundle) {
    List<String> decisions = new ArrayList<>();
    for (String principal : List.of("User:a", "User:b", "User:c")) {
      for (String host : List.of("10.0.0.1", "10.0.0.2", "10.0.0.3")) {
        for (AclOperation operation :
            List.of(
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.CREATE,
                AclOperation.DELETE,
                AclOperation.ALTER,
                AclOperation.DESCRIBE,
                AclOperation.ALTER_CONFIGS,
                AclOperation.DESCRIBE_CONFIGS)) {
          for (String name : List.of("a", "ab", "abc", "abx", "abcx", "ax", "b", "bx", "x")) {
            if (bundle
                .access()
                .decide(principal, operation, ResourceType.TOPIC, name, host)
                .allowed()) {
              decisions.add(principal + " " + operation + " " + name + " " + host);
            }
          }
        }
      }
    }
    return decisions;
  }

  private static List<String> drift(Bundle declared, Bundle running) {
    List<String> drift = new ArrayList<>();
    for (AccessDrift.Lack lack : new AccessDrift(declared, running).lacks()) {
      drift.add("missing: " + lack.acl().ref() + ": " + lack.text());
    }
    for (AccessDrift.Lack lack : new AccessDrift(running, declared).lacks()) {
      drift.add("undeclared: " + lack.acl().ref() + ": " + lack.text());
    }
    return drift;
  }

  @Test
  void saysNothingOnlyWhereKafkaDecidesAlike() {
    int alike = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      Random random = new Random(seed);
      List<Acl> declared = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        declared.add(entry(random));
      }
      List<Acl> running = new ArrayList<>(declared);
      Collections.shuffle(running, random);
      if (random.nextBoolean()) {
        running.remove(random.nextInt(running.size()));
      }
      if (random.nextBoolean()) {
        running.add(entry(random));
      }
      Bundle one = bundle(declared);
      Bundle other = bundle(running);
      if (drift(one, other).isEmpty()) {
        alike++;
        assertThat(decisions(other)).as("seed %d: %s", seed, declared).isEqualTo(decisions(one));
      }
    }
    assertThat(alike).isGreaterThan(500);
  }

  @Test
  void findsNoneBetweenTheSameEntries() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<Acl> acls = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        acls.add(entry(random));
      }
      List<Acl> shuffled = new ArrayList<>(acls);
      Collections.shuffle(shuffled, random);
      assertThat(drift(bundle(acls), bundle(shuffled))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void findsNoneWhereWhatOthersCoverIsTakenOut() {
    int taken = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      List<Acl> acls = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        acls.add(entry(random));
      }
      Bundle declared = bundle(acls);
      List<Acl> needed = new ArrayList<>();
      for (Acl acl : acls) {
        if (declared.access().subsuming(acl) == null) {
          needed.add(acl);
        }
      }
      taken += acls.size() - needed.size();
      assertThat(drift(declared, bundle(needed))).as("seed %d", seed).isEmpty();
    }
    assertThat(taken).isGreaterThan(500);
  }
}
