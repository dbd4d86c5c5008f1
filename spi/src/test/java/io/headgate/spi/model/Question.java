package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Questions about few names, types and operations, so that they meet the entries. */
final class Question {

  private static final List<String> PRINCIPALS =
      List.of("User:a", "User:b", "User:c:d", "User:CN=a,O=x", "Group:a", "user:a");
  private static final List<String> HOSTS =
      List.of(
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "*",
          "10.0.0.1",
          "10.0.0.2",
          "192.168.7.9",
          "2001:db8:0:0:0:0:0:1",
          "2001:db8::1",
          "10.0.0.0/8",
          "10.0.0.0/31",
          "010.0.0.1/32",
          "0.0.0.0/0",
          "2001:db8::/32",
          "::/0",
          "::ffff:10.0.0.0/104",
          "10.0.0/8",
          "10.0.0.0/33",
          "client.example.com");
  private static final List<String> ADDRESSES =
      List.of(
          "10.0.0.1",
          "10.0.0.2",
          "192.168.7.9",
          "2001:db8:0:0:0:0:0:1",
          "fe80:0:0:0:0:0:0:1",
          "127.0.0.1",
          "0.0.0.0");

  private static final List<ResourceType> TYPES = new ArrayList<>();
  private static final List<AclOperation> OPERATIONS = new ArrayList<>();

  static {
    for (ResourceType type : ResourceType.values()) {
      if (type != ResourceType.UNKNOWN && type != ResourceType.ANY) {
        TYPES.add(type);
      }
    }
    for (AclOperation operation : AclOperation.values()) {
      if (operation != AclOperation.UNKNOWN && operation != AclOperation.ANY) {
        OPERATIONS.add(operation);
      }
    }
  }

  private final List<ResourceType> someTypes;
  private final List<AclOperation> someOperations;
  private final List<String> somePrincipals;
  String principal = "";
  AclOperation operation = AclOperation.ALL;
  ResourceType type = ResourceType.TOPIC;
  String name = "";
  String address = "";

  Question(Random random) {
    someTypes = some(TYPES, 1 + random.nextInt(2), random);
    someOperations =
        random.nextBoolean()
            ? List.of(AclOperation.DESCRIBE, AclOperation.READ, AclOperation.ALL)
            : some(OPERATIONS, 4, random);
    somePrincipals = some(PRINCIPALS, 3, random);
  }

  void next(Random random) {
    principal = one(random.nextInt(20) == 0 ? PRINCIPALS : somePrincipals, random);
    operation = one(random.nextInt(20) == 0 ? OPERATIONS : someOperations, random);
    type = one(random.nextInt(20) == 0 ? TYPES : someTypes, random);
    name = name(random);
    address = one(ADDRESSES, random);
  }

  Access.Decision ask(Access access) {
    return access.decide(principal, operation, type, name, address);
  }

  @Override
  public String toString() {
    return principal + " " + operation + " on " + type + " " + name + " from " + address;
  }

  List<Acl> acls(Random random) {
    List<Acl> acls = new ArrayList<>();
    int size = 4 << random.nextInt(6);
    boolean denies = random.nextBoolean();
    for (int i = 0; i < size; i++) {
      boolean deny = denies && random.nextInt(3) == 0;
      acls.add(
          new Acl(
              Acls.located(
                  random.nextInt(12) == 0 ? Access.EVERYONE : one(somePrincipals, random),
                  "principal"),
              Acls.located(one(HOSTS, random), "host"),
              Acls.located(one(someOperations, random), "operation"),
              Acls.located(deny ? AclPermissionType.DENY : AclPermissionType.ALLOW, "permission"),
              Acls.located(one(someTypes, random), "resourceType"),
              Acls.located(pattern(random), "resourceName"),
              Acls.located(
                  random.nextInt(3) == 0 ? PatternType.PREFIXED : PatternType.LITERAL, "pattern")));
    }
    return acls;
  }

  private static String pattern(Random random) {
    return random.nextInt(10) == 0 ? "*" : name(random);
  }

  /** Short names of few characters, some of which begin with a star as a group's may. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int length = 1 + random.nextInt(3);
    for (int i = 0; i < length; i++) {
      name.append("ab".charAt(random.nextInt(2)));
    }
    return random.nextInt(20) == 0 ? "*" + name.substring(1) : name.toString();
  }

  private static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static <T> List<T> some(List<T> list, int count, Random random) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(one(list, random));
    }
    return some;
  }
}
