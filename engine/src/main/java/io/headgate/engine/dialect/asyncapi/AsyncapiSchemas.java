package io.headgate.engine.dialect.asyncapi;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the records of a channel that lie in files of their own. SpecMesh registers those
 * of what is published; of other documents nobody can tell who registers what, unless a message
 * says how its schema is looked up. The texts lie elsewhere.
 */
final class AsyncapiSchemas {

  private static final String BY_TOPIC = "TopicNameStrategy";

  private final Api api;
  private final boolean mesh;
  private final Reading reading;
  private final Set<String> subjects = new HashSet<>();

  AsyncapiSchemas(Api api, boolean mesh, Reading reading) {
    this.api = api;
    this.mesh = mesh;
    this.reading = reading;
  }

  void read(Mapping channel, Located<String> topic) {
    for (Mapping message : messages(channel)) {
      Mapping kafka = api.binding(message);
      if (!mesh
          && (kafka == null
              || (kafka.entry("schemaIdLocation") == null
                  && kafka.entry("schemaLookupStrategy") == null))) {
        continue;
      }
      String strategy = kafka == null ? null : kafka.text("schemaLookupStrategy");
      boolean byTopic = strategy == null || strategy.endsWith(BY_TOPIC);
      Node payload = message.get("payload");
      if (payload instanceof Mapping third && third.get("schema") instanceof Mapping schema) {
        payload = schema;
      }
      add(payload, topic, "-value", byTopic);
      add(kafka == null ? null : kafka.get("key"), topic, "-key", byTopic);
    }
  }

  private List<Mapping> messages(Mapping channel) {
    List<Mapping> messages = new ArrayList<>();
    for (String operation : mesh ? List.of("publish") : List.of("publish", "subscribe")) {
      if (api.resolve(channel.get(operation)) instanceof Mapping mapping
          && api.resolve(mapping.get("message")) instanceof Mapping message) {
        if (message.get("oneOf") instanceof Sequence several) {
          several.items().forEach(item -> add(item, messages));
        } else {
          messages.add(message);
        }
      }
    }
    if (channel.get("messages") instanceof Mapping several) {
      for (Entry entry : several.entries()) {
        add(entry.value(), messages);
      }
    }
    return messages;
  }

  private void add(Node item, List<Mapping> messages) {
    if (api.resolve(item) instanceof Mapping message) {
      messages.add(message);
    }
  }

  private void add(@Nullable Node part, Located<String> topic, String side, boolean byTopic) {
    Scalar ref =
        part instanceof Mapping mapping
            ? new MappingReader(mapping, mapping.place(), "a schema", reading).scalar("$ref")
            : null;
    if (ref == null || ref.text().startsWith("#")) {
      return;
    }
    Place place = ref.place();
    Located<String> subject =
        byTopic && topic.isKnown()
            ? Located.known(topic.get() + side, "subject", place)
            : Located.unknown("subject", place);
    if (!subject.isKnown() || subjects.add(subject.get())) {
      reading.add(
          new Schema(
              subject,
              format(MappingReader.located(ref, "format")),
              Located.unknown("compatibility", place),
              List.of(),
              List.of()));
    }
  }

  /** By the ending of the file, as SpecMesh tells it. */
  private static Located<Schema.Format> format(Located<String> file) {
    String path = file.orElse("");
    Schema.Format format =
        path.endsWith(".avsc")
            ? Schema.Format.AVRO
            : path.endsWith(".proto")
                ? Schema.Format.PROTOBUF
                : path.endsWith(".yml") || path.endsWith(".yaml") || path.endsWith(".json")
                    ? Schema.Format.JSON
                    : null;
    return format == null
        ? Located.unknown("format", file.place())
        : Located.known(format, "format", file.place());
  }
}
