package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.App;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.User;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code Namespace}, whose Kafka user is a user; {@code KafkaStream}, an app of which no more than
 * its application id is known; and {@code RoleBinding}, which is about ns4kafka's own interface.
 */
final class NsNamespaces {

  private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE");
  private static final List<String> SUBJECTS = List.of("GROUP", "USER");
  private static final List<String> BOOLEANS = List.of("true", "false");

  private NsNamespaces() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject namespace = SpecObject.of(object, reading);
    MappingReader spec = namespace.spec();
    String cluster = object.knownMetadata("cluster");
    object.declareIn(cluster, namespace.name().toString(), reading);
    reading.cluster(cluster);
    if (spec == null) {
      return;
    }
    Located<String> user = spec.required("kafkaUser", spec.text("kafkaUser", "name"));
    bool(spec, "protectionEnabled");
    boolean transactions = bool(spec, "transactionsEnabled").is("true");
    spec.texts("subjectNameStrategies", "subjectNameStrategies");
    spec.texts("connectClusters", "connectClusters");
    spec.ignore("topicValidator", "connectValidator");
    spec.finish();
    if (namespace.name().isKnown()) {
      NsFile.of(reading).add(namespace.name().get(), new NsFile.Space(user, cluster, transactions));
    }
    reading.add(new User(user, Located.unknown("authentication", user.place())));
  }

  private static Located<String> bool(MappingReader spec, String key) {
    return spec.word(
        key, key, word -> oneOf(word.toLowerCase(Locale.ROOT), BOOLEANS), "true or false");
  }

  private static @Nullable String oneOf(String word, List<String> words) {
    return words.contains(word) ? word : null;
  }

  static void readStream(KubernetesObject object, Reading reading) {
    SpecObject stream = SpecObject.withoutSpec(object, reading);
    Located<String> name = stream.name();
    object.declareIn(object.knownMetadata("cluster"), name.toString(), reading);
    reading.cluster(object.knownMetadata("cluster"));
    reading.add(
        new App(
            name,
            Located.unknown("cluster", name.place()),
            name.isKnown()
                ? Located.known(name.get(), "consumerGroup", name.place())
                : Located.unknown("consumerGroup", name.place()),
            Located.absent("runners", name.place()),
            List.of(),
            List.of()));
    if (name.isKnown()) {
      reading.add(
          new ConsumerGroup(
              name,
              new ResourceRef(Kind.APP, name.get()),
              List.of(),
              Located.unknown("topicsPattern", name.place())));
    }
    NsFile file = NsFile.of(reading);
    String namespace = object.knownMetadata("namespace");
    if (namespace != null) {
      file.addStream(namespace);
    }
    file.await((all, later) -> NsAccess.addStream(name, namespace, all, later));
  }

  static void readBinding(KubernetesObject object, Reading reading) {
    SpecObject binding = SpecObject.of(object, reading);
    MappingReader spec = binding.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(object.knownMetadata("cluster"), binding.name().toString(), reading);
    MappingReader role = needed(spec, "role", binding);
    if (role != null) {
      list(role, "resourceTypes");
      for (Located<String> verb : list(role, "verbs")) {
        if (verb.isKnown() && !VERBS.contains(verb.get().toUpperCase(Locale.ROOT))) {
          reading.unreadable(
              verb.place(),
              "verbs",
              "The verb '" + verb.get() + "' must be one of " + String.join(", ", VERBS) + ".");
        }
      }
      role.finish();
    }
    MappingReader subject = needed(spec, "subject", binding);
    if (subject != null) {
      subject.required(
          "subjectType",
          subject.word(
              "subjectType",
              "subjectType",
              word -> oneOf(word.toUpperCase(Locale.ROOT), SUBJECTS),
              "GROUP or USER"));
      subject.required("subjectName", subject.text("subjectName", "subjectName"));
      subject.finish();
    }
    spec.finish();
  }

  private static @Nullable MappingReader needed(
      MappingReader spec, String key, SpecObject binding) {
    MappingReader below = spec.mapping(key);
    if (below == null && spec.node(key) == null) {
      spec.required(key, Located.absent(key, binding.head()));
    }
    return below;
  }

  private static List<Located<String>> list(MappingReader role, String key) {
    List<Located<String>> texts = role.texts(key, key);
    if (texts.isEmpty() && role.node(key) == null) {
      role.required(key, Located.absent(key, role.head()));
    }
    return texts;
  }
}
