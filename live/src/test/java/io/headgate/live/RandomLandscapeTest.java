package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a cluster calls its things, it is read back as it was. */
class RandomLandscapeTest {

  private static final int LANDSCAPES = 40;

  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "0",
          "-",
          ".",
          "_",
          " ",
          ":",
          ": ",
          " #",
          "\"",
          "'",
          "\\",
          "\n",
          "\t",
          "\r",
          "\u00e9",
          "\u65e5",
          "\ud83d\ude00",
          "{",
          "}",
          "[",
          "]",
          "${x:y}",
          "{{y}}",
          "%",
          "&",
          "*",
          "!",
          "|",
          ">",
          "@",
          "`",
          "~",
          "?",
          ",",
          "<<",
          "=",
          "---",
          "...",
          "null",
          "yes",
          "1e3",
          "0x1F",
          "\u0000",
          "\u001b[2J",
          "\u007f",
          "\u0085",
          "\u2028",
          "\ufeff",
          "/",
          "..",
          "all",
          "<default>");

  private static final List<ResourceType> TYPES =
      List.of(
          ResourceType.TOPIC,
          ResourceType.GROUP,
          ResourceType.CLUSTER,
          ResourceType.TRANSACTIONAL_ID,
          ResourceType.DELEGATION_TOKEN,
          ResourceType.USER);

  private static final List<AclOperation> OPERATIONS =
      List.of(AclOperation.values()).stream()
          .filter(one -> one != AclOperation.ANY && one != AclOperation.UNKNOWN)
          .toList();

  @TempDir Path directory;

  private final long seed = Long.getLong("headgate.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void readsBackWhateverThereIs() throws IOException {
    System.out.println("Random landscapes, -Dheadgate.seed=" + seed);
    for (int i = 0; i < LANDSCAPES; i++) {
      Running running = running();
      Path root = directory.resolve("l" + i);
      SortedMap<String, String> files = Landscape.of(running);
      new SnapshotDirectory(root).write(files);
      assertThat(files.keySet().stream().map(path -> path.toLowerCase(Locale.ROOT)))
          .doesNotHaveDuplicates();
      ReadBack read = ReadBack.of(root);
      String as = "landscape " + i + " of seed " + seed;
      assertThat(read.unread()).as(as).isZero();
      assertThat(read.topics()).as(as).isEqualTo(running.topics());
      assertThat(read.acls()).as(as).isEqualTo(running.acls());
      assertThat(WrittenFiles.connectors(root)).as(as).isEqualTo(running.connectors());
      assertThat(read.bundle().all(io.headgate.spi.model.Connector.class))
          .as(as)
          .hasSameSizeAs(running.connectors());
      assertThat(WrittenFiles.quotas(root)).as(as).isEqualTo(quotas(running.quotas()));
      assertThat(WrittenFiles.subjects(root)).as(as).isEqualTo(subjects(running.subjects()));
      assertThat(read.bundle().all(io.headgate.spi.model.Schema.class))
          .as(as)
          .extracting(schema -> schema.subject().toString())
          .containsExactlyInAnyOrderElementsOf(
              running.subjects().stream().map(Running.Subject::name).toList());
    }
  }

  private Running running() {
    return new Running(
        "id",
        topics(),
        acls(),
        quotas(),
        List.of(),
        List.of(),
        connectors(),
        subjects(),
        List.of(),
        Running.Extent.NONE);
  }

  private String text(int longest) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(longest);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** One that does not look like a template, which headgate does not guess the value of. */
  private String name(int longest) {
    String name = text(longest).replace("${", "$");
    while (name.contains("{{")) {
      name = name.replace("{{", "{");
    }
    return name;
  }

  /** Kafka takes no other letters in names of topics. */
  private String topicName() {
    String letters = "abcXYZ019._-";
    StringBuilder name = new StringBuilder();
    int length = random.nextInt(20) == 0 ? 249 : 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      name.append(letters.charAt(random.nextInt(letters.length())));
    }
    return name.toString().matches("\\.+") ? "dots" : name.toString();
  }

  private Set<String> names(Supplier<String> name) {
    Set<String> names = new TreeSet<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      String one = name.get();
      names.add(one);
      if (random.nextInt(4) == 0) {
        names.add(one.toUpperCase(Locale.ROOT));
      }
    }
    return names;
  }

  private List<Running.Topic> topics() {
    List<Running.Topic> topics = new ArrayList<>();
    for (String name : names(this::topicName)) {
      SortedMap<String, String> configs = new TreeMap<>();
      if (random.nextBoolean()) {
        configs.put("retention.ms", String.valueOf(random.nextLong()));
        // A key that this headgate does not know, as of a newer broker.
        configs.put(
            "remote." + random.nextInt(9) + ".odd", random.nextBoolean() ? "" : "a: 'b' #c");
      }
      topics.add(new Running.Topic(name, 1 + random.nextInt(2000), 1 + random.nextInt(7), configs));
    }
    return topics;
  }

  private List<AclBinding> acls() {
    Set<AclBinding> acls = new java.util.HashSet<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      String principal =
          switch (random.nextInt(4)) {
            case 0 -> "User:*";
            case 1 -> "Group:" + name(3);
            default -> "User:" + name(4);
          };
      acls.add(
          new AclBinding(
              new ResourcePattern(
                  pick(TYPES),
                  random.nextInt(4) == 0 ? "*" : name(4),
                  random.nextBoolean() ? PatternType.LITERAL : PatternType.PREFIXED),
              new AccessControlEntry(
                  principal,
                  random.nextBoolean() ? "*" : random.nextBoolean() ? "2001:db8::1" : "10.0.0.1",
                  pick(OPERATIONS),
                  random.nextBoolean() ? AclPermissionType.ALLOW : AclPermissionType.DENY)));
    }
    return acls.stream().sorted(AclOrder.COMPARATOR).toList();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private List<Running.Quota> quotas() {
    Map<String, Running.Quota> quotas = new TreeMap<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      SortedMap<String, @Nullable String> entity = new TreeMap<>();
      int kind = random.nextInt(4);
      if (kind == 3) {
        entity.put("ip", random.nextBoolean() ? null : "10.0.0." + random.nextInt(9));
      }
      if (kind == 0 || kind == 2) {
        entity.put("user", random.nextInt(3) == 0 ? null : text(3));
      }
      if (kind == 1 || kind == 2) {
        entity.put("client-id", random.nextInt(3) == 0 ? null : text(3));
      }
      SortedMap<String, Double> limits = new TreeMap<>();
      for (String key :
          kind == 3
              ? List.of("connection_creation_rate")
              : List.of("producer_byte_rate", "request_percentage", "controller_mutation_rate")) {
        if (limits.isEmpty() || random.nextBoolean()) {
          limits.put(key, random.nextBoolean() ? random.nextInt(1 << 30) : random.nextDouble());
        }
      }
      quotas.put(entity.toString(), new Running.Quota(entity, limits));
    }
    return List.copyOf(quotas.values());
  }

  private List<Running.Connector> connectors() {
    List<Running.Connector> connectors = new ArrayList<>();
    for (String name : names(() -> text(4))) {
      SortedMap<String, String> config = new TreeMap<>();
      config.put("connector.class", "io.acme.Sink");
      for (int i = random.nextInt(6); i > 0; i--) {
        config.put(
            random.nextInt(3) == 0 ? text(3) : "key." + i, random.nextInt(5) == 0 ? "" : text(6));
      }
      connectors.add(new Running.Connector(random.nextBoolean() ? "eu" : "a b", name, config));
    }
    connectors.sort(ConnectReader.ORDER);
    return connectors;
  }

  private List<Running.Subject> subjects() {
    List<Running.Subject> subjects = new ArrayList<>();
    for (String name : names(() -> random.nextBoolean() ? topicName() + "-value" : name(4))) {
      String type = pick(List.of("AVRO", "JSON", "PROTOBUF"));
      String text =
          switch (type) {
            case "AVRO" -> "\"string\"" + (random.nextBoolean() ? "\n" : "");
            case "JSON" -> "{\n  \"description\": \"\u65e5 'x'\"\n\n}\n";
            default ->
                "syntax = \"proto3\";\n\n// "
                    + text(1).replaceAll("\\p{C}|\\s", "")
                    + "\nmessage A {}\n\n";
          };
      subjects.add(
          new Running.Subject(
              name,
              type,
              random.nextBoolean() ? text : text.stripTrailing(),
              random.nextBoolean() ? null : "FULL",
              random.nextBoolean() ? Map.of() : Map.of(text(3), text(3) + " 1")));
    }
    return subjects;
  }

  private static Set<String> subjects(List<Running.Subject> all) {
    Set<String> subjects = new TreeSet<>();
    for (Running.Subject one : all) {
      String level = one.compatibility();
      subjects.add(
          List.of(
                  one.name(),
                  one.type(),
                  one.schema(),
                  level == null ? "(none)" : level,
                  new TreeMap<>(one.references()))
              .toString());
    }
    return subjects;
  }

  private static Map<String, Map<String, Double>> quotas(List<Running.Quota> all) {
    Map<String, Map<String, Double>> quotas = new TreeMap<>();
    all.forEach(quota -> quotas.put(quota.entity().toString(), new HashMap<>(quota.limits())));
    return quotas;
  }
}
