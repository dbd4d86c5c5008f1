package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** The topics of a project with those who read and write them, and the special topics. */
final class JulieTopics {

  private static final String PARTITIONS = "num.partitions";
  private static final String REPLICATION = "replication.factor";
  private static final List<AclOperation> CONSUME =
      List.of(AclOperation.DESCRIBE, AclOperation.READ);
  private static final List<AclOperation> PRODUCE =
      List.of(AclOperation.DESCRIBE, AclOperation.WRITE);

  private record User(Located<String> principal, Place place, List<AclOperation> operations) {}

  private final @Nullable Located<String> prefix;
  private final ImpliedAcls acls;
  private final Reading reading;
  private final List<User> everywhere = new ArrayList<>();

  /**
   * Begins to read topics.
   *
   * @param prefix what their names begin with; null for special topics, whose names are whole
   */
  JulieTopics(@Nullable Located<String> prefix, ImpliedAcls acls, Reading reading) {
    this.prefix = prefix;
    this.acls = acls;
    this.reading = reading;
  }

  /** The users of all topics of the project: to be read ahead of the topics. */
  void users(MappingReader project) {
    everywhere.addAll(readUsers(project));
  }

  private List<User> readUsers(MappingReader parent) {
    List<User> users = new ArrayList<>();
    for (Mapping mapping : parent.mappings("consumers")) {
      MappingReader consumer = MappingReader.of(mapping, "principal", "a consumer", reading);
      Located<String> principal = JulieUsers.principal(consumer);
      Located<String> group = consumer.text("group", "group");
      JulieUsers.allowPattern(
          principal,
          AclOperation.READ,
          ResourceType.GROUP,
          group.isAbsent() ? Located.known("*", "group", group.place()) : group,
          acls);
      users.add(new User(principal, consumer.head(), CONSUME));
      consumer.ignore("metadata");
      consumer.finish();
    }
    for (Mapping mapping : parent.mappings("producers")) {
      MappingReader producer = MappingReader.of(mapping, "principal", "a producer", reading);
      Located<String> principal = JulieUsers.principal(producer);
      Located<String> transaction = producer.text("transactionId", "transactionId");
      if (!transaction.isAbsent()) {
        for (AclOperation operation : PRODUCE) {
          JulieUsers.allowPattern(
              principal, operation, ResourceType.TRANSACTIONAL_ID, transaction, acls);
        }
      }
      producer.word("idempotence", "idempotence", JulieTopics::yesOrNo, "true or false");
      // JulieOps asks only whether the key is there.
      boolean idempotent = producer.node("idempotence") != null;
      if (idempotent || !transaction.isAbsent()) {
        acls.allowCluster(
            principal,
            AclOperation.IDEMPOTENT_WRITE,
            idempotent ? producer.keyPlace("idempotence") : transaction.place());
      }
      users.add(new User(principal, producer.head(), PRODUCE));
      producer.ignore("metadata");
      producer.finish();
    }
    return users;
  }

  private static @Nullable Boolean yesOrNo(String word) {
    return word.equalsIgnoreCase("true")
        ? Boolean.TRUE
        : word.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  void read(Mapping mapping) {
    MappingReader topic = MappingReader.of(mapping, "name", "a topic", reading);
    Located<String> name = topic.name("name");
    Located<String> full = prefix == null ? name : JulieTopology.joined(prefix, name);
    Located<String> type = topic.text("dataType", "dataType");
    if (prefix != null && !type.isAbsent()) {
      full =
          full.isKnown() && type.isKnown()
              ? full.map(text -> text + JulieTopology.SEPARATOR + type.get())
              : Located.unknown("name", full.place());
    }
    add(topic, full);
    List<User> users = new ArrayList<>(everywhere);
    users.addAll(readUsers(topic));
    for (User user : users) {
      acls.allow(
          user.principal(),
          user.operations(),
          ResourceType.TOPIC,
          full,
          PatternType.LITERAL,
          user.place());
    }
    new JulieSchemas(full, reading).read(topic);
    topic.finish();
  }

  private void add(MappingReader topic, Located<String> name) {
    Node config = topic.node("config");
    Node plan = topic.node("plan");
    topic.scalar("plan");
    PropertyReader properties = new PropertyReader("config", null, reading);
    Located<Integer> partitions = Located.absent("partitions", name.place());
    Located<Integer> replication = Located.absent("replication", name.place());
    if (config instanceof Mapping free) {
      MappingReader values = topic.mapping("config");
      if (values != null) {
        values.headAt(name.place());
        partitions = values.integer(PARTITIONS, "partitions");
        replication = values.integer(REPLICATION, "replication");
      }
      for (Entry entry : free.entries()) {
        String key = entry.key().text();
        if (!key.equals(PARTITIONS) && !key.equals(REPLICATION)) {
          properties.read(entry.key(), entry.value());
        }
      }
    } else {
      topic.config("config", properties);
    }
    // What the plan says stands in another file, and the topic's own values win over it.
    Scalar open =
        plan instanceof Scalar label
            ? label
            : config instanceof Scalar text && text.isTemplated() ? text : null;
    if (open != null) {
      if (plan instanceof Scalar) {
        properties.open(open);
      }
      partitions = orUnknown(partitions, open.place());
      replication = orUnknown(replication, open.place());
    }
    reading.add(
        new Topic(
            name,
            partitions,
            replication,
            properties.config(topic.keyPlace("config")),
            Located.unknown("description", name.place()),
            topic.config("metadata", "labels", null)));
  }

  private static Located<Integer> orUnknown(Located<Integer> number, Place place) {
    return number.isAbsent() ? Located.unknown(number.attribute(), place) : number;
  }
}
