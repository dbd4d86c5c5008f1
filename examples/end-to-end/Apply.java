import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What applies in this example: makes a Kafka cluster what the topics, access control entries and
 * quotas of users under DIR say, by Kafka's own Admin client. {@code java -cp 'KAFKA/*' Apply.java
 * CLIENT_PROPERTIES DIR}. It removes entries that are not declared, and never a topic.
 */
final class Apply {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Admin admin;
  private int changes;

  private Apply(Admin admin) {
    this.admin = admin;
  }

  public static void main(String[] args) throws Exception {
    Properties client = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      client.load(in);
    }
    Path landscape = Path.of(args[1]).resolve("kafka");
    try (Admin admin = Admin.create(client)) {
      Apply apply = new Apply(admin);
      try (Stream<Path> topics = Files.list(landscape.resolve("topics"))) {
        for (Path topic : topics.sorted().toList()) {
          apply.topic(read(topic));
        }
      }
      apply.acls(read(landscape.resolve("acls/acls.yaml")));
      apply.quotas(read(landscape.resolve("quotas/quotas.yaml")));
      System.out.println(apply.changes == 0 ? "apply: nothing to do" : "apply: done");
    }
  }

  private static JsonNode read(Path file) throws Exception {
    return YAML.readTree(Files.readString(file, UTF_8));
  }

  private void said(String what) {
    changes++;
    System.out.println("apply: " + what);
  }

  private void topic(JsonNode topic) throws Exception {
    String name = topic.get("name").asText();
    int partitions = topic.get("partitions").asInt();
    Map<String, String> configs = new TreeMap<>();
    topic.get("configs").properties().forEach(e -> configs.put(e.getKey(), e.getValue().asText()));
    if (!admin.listTopics().names().get().contains(name)) {
      short replication = (short) topic.get("replication").asInt();
      NewTopic created = new NewTopic(name, partitions, replication).configs(configs);
      admin.createTopics(List.of(created)).all().get();
      said("topic " + name + " created");
      return;
    }
    TopicDescription runs = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
    if (runs.partitions().size() != partitions) {
      admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions))).all().get();
      said("topic " + name + " has " + partitions + " partitions");
    }
    configs(new ConfigResource(ConfigResource.Type.TOPIC, name), configs);
  }

  private void configs(ConfigResource topic, Map<String, String> wanted) throws Exception {
    List<AlterConfigOp> alterations = new ArrayList<>();
    Map<String, String> missing = new TreeMap<>(wanted);
    for (ConfigEntry entry : admin.describeConfigs(List.of(topic)).all().get().get(topic).entries()) {
      if (entry.source() != ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
        continue;
      }
      String value = missing.remove(entry.name());
      if (value == null) {
        alterations.add(
            new AlterConfigOp(new ConfigEntry(entry.name(), ""), AlterConfigOp.OpType.DELETE));
      } else if (!value.equals(entry.value())) {
        missing.put(entry.name(), value);
      }
    }
    missing.forEach(
        (key, value) ->
            alterations.add(
                new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
    if (!alterations.isEmpty()) {
      admin.incrementalAlterConfigs(Map.of(topic, alterations)).all().get();
      for (AlterConfigOp op : alterations) {
        said("topic " + topic.name() + " " + op.opType() + " " + op.configEntry().name());
      }
    }
  }

  private void acls(JsonNode declared) throws Exception {
    Set<AclBinding> wanted = new HashSet<>();
    for (JsonNode acl : declared) {
      wanted.add(
          new AclBinding(
              new ResourcePattern(
                  ResourceType.valueOf(acl.get("resourceType").asText()),
                  acl.get("resourceName").asText(),
                  PatternType.valueOf(acl.get("patternType").asText())),
              new AccessControlEntry(
                  acl.get("principal").asText(),
                  acl.get("host").asText(),
                  AclOperation.valueOf(acl.get("operation").asText()),
                  AclPermissionType.valueOf(acl.get("permissionType").asText()))));
    }
    Set<AclBinding> runs = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    Set<AclBinding> added = new HashSet<>(wanted);
    added.removeAll(runs);
    if (!added.isEmpty()) {
      admin.createAcls(added).all().get();
      said(added.size() + " access control entries added");
    }
    List<AclBindingFilter> removed =
        runs.stream().filter(acl -> !wanted.contains(acl)).map(AclBinding::toFilter).toList();
    if (!removed.isEmpty()) {
      admin.deleteAcls(removed).all().get();
      said(removed.size() + " access control entries removed");
    }
  }

  private void quotas(JsonNode declared) throws Exception {
    for (JsonNode quota : declared) {
      String user = quota.get("user").asText();
      double rate = quota.get("config").get("producerByteRate").asDouble();
      ClientQuotaEntity entity = new ClientQuotaEntity(new HashMap<>(Map.of("user", user)));
      Double runs =
          admin
              .describeClientQuotas(ClientQuotaFilter.all())
              .entities()
              .get()
              .getOrDefault(entity, Map.of())
              .get("producer_byte_rate");
      if (runs == null || runs != rate) {
        ClientQuotaAlteration.Op op = new ClientQuotaAlteration.Op("producer_byte_rate", rate);
        admin
            .alterClientQuotas(List.of(new ClientQuotaAlteration(entity, List.of(op))))
            .all()
            .get();
        said("quota of user " + user + " set");
      }
    }
  }
}
