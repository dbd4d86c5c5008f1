package io.headgate.engine.dialect.nais;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Topic;
import org.jspecify.annotations.Nullable;

/**
 * {@code Topic} and {@code Stream}. A topic is called {@code <namespace>.<name>}; without a number
 * of partitions or replicas it gets one and three (the defaults of its definition).
 */
final class NaisTopics {

  private static final int PARTITIONS = 1;
  private static final int REPLICATION = 3;
  private static final String ABOUT = "dcat.data.nav.no/description";

  private NaisTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject topic = SpecObject.of(object, reading);
    MappingReader spec = topic.spec();
    Located<String> name = fullName(topic, "");
    if (spec == null) {
      declare(name, topic, null, reading);
      return;
    }
    String pool = spec.required("pool", spec.text("pool", "pool")).orNull();
    declare(name, topic, pool, reading);
    MappingReader config = spec.mapping("config");
    PropertyReader properties = new PropertyReader("config", null, reading);
    Located<Integer> partitions = Located.absent("partitions", topic.head());
    Located<Integer> replication = Located.absent("replication", topic.head());
    if (config != null) {
      partitions = config.integer("partitions", "partitions");
      replication = config.integer("replication", "replication");
      NaisConfig.read(config, properties, reading);
      config.finish();
    } else if (spec.node("config") != null) {
      partitions = Located.unknown("partitions", spec.keyPlace("config"));
      replication = Located.unknown("replication", spec.keyPlace("config"));
      if (spec.source().get("config") instanceof Scalar template) {
        properties.open(template);
      }
    }
    Config all = properties.config(spec.keyPlace("config"));
    reading.add(
        new Topic(
            name,
            or(partitions, PARTITIONS),
            or(replication, REPLICATION),
            all,
            description(object, topic.head()),
            topic.labels(reading)));
    NaisAccess.read(spec, name, reading);
    spec.finish();
  }

  private static Located<Integer> or(Located<Integer> number, int otherwise) {
    return number.isAbsent()
        ? Located.known(otherwise, number.attribute(), number.place())
        : number;
  }

  /** What the annotation for the data catalogue says; nobody has to describe a topic there. */
  private static Located<String> description(KubernetesObject object, Place head) {
    return object.mapping().get("metadata") instanceof Mapping metadata
            && metadata.get("annotations") instanceof Mapping annotations
            && annotations.get(ABOUT) instanceof Scalar text
            && !text.isNull()
        ? MappingReader.located(text, "description")
        : Located.unknown("description", head);
  }

  /** The name with its namespace, which the deployment gives where the file does not. */
  private static Located<String> fullName(SpecObject topic, String suffix) {
    String namespace = topic.object().knownMetadata("namespace");
    return namespace == null
        ? Located.unknown("name", topic.head())
        : topic.name().map(name -> namespace + "." + name + suffix);
  }

  private static void declare(
      Located<String> name, SpecObject object, @Nullable String pool, Reading reading) {
    object.object().declareIn(pool, name.toString(), reading);
    reading.cluster(pool);
  }

  static void readStream(KubernetesObject object, Reading reading) {
    SpecObject stream = SpecObject.of(object, reading);
    MappingReader spec = stream.spec();
    if (spec == null) {
      return;
    }
    Located<String> prefix = fullName(stream, "_stream_");
    declare(prefix, stream, spec.required("pool", spec.text("pool", "pool")).orNull(), reading);
    NaisAccess.addStream(stream, prefix, spec, reading);
    spec.finish();
  }
}
