package io.headgate.engine.dialect.asyncapi;

import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Channels: each with a binding for Kafka is a topic. For SpecMesh that goes for the channels of
 * its own domain alone; the others belong to somebody else's document.
 */
final class AsyncapiChannels {

  private static final String[] ROOT = {
    "asyncapi",
    "id",
    "info",
    "servers",
    "operations",
    "components",
    "defaultContentType",
    "tags",
    "externalDocs",
    "version"
  };

  private static final String[] CHANNEL = {
    "$ref",
    "address",
    "title",
    "summary",
    "description",
    "servers",
    "subscribe",
    "publish",
    "messages",
    "parameters",
    "tags",
    "externalDocs",
    "bindings"
  };

  private final Api api;
  private final Reading reading;
  private final boolean mesh;
  private final @Nullable String domain;
  private final AsyncapiSchemas schemas;
  private final @Nullable SpecMeshAcls acls;

  AsyncapiChannels(Api api, Reading reading) {
    this.api = api;
    this.reading = reading;
    mesh = api.isMesh();
    domain = mesh ? api.domain() : null;
    schemas = new AsyncapiSchemas(api, mesh, reading);
    acls =
        domain != null && api.root().get("id") instanceof Scalar id
            ? new SpecMeshAcls(domain, id.place(), new ImpliedAcls(reading))
            : null;
  }

  void read() {
    MappingReader root = MappingReader.of(api.root(), "id", "an AsyncAPI document", reading);
    root.ignore(ROOT);
    root.text("asyncapi", "asyncapi");
    root.text("id", "id");
    root.mapping("channels");
    if (acls != null) {
      acls.ofDomain();
    }
    for (Entry entry : api.channels()) {
      if (entry.value() instanceof Mapping channel) {
        readChannel(entry.key(), channel);
      } else if (!(entry.value() instanceof Scalar scalar && scalar.isTemplated())) {
        reading.unreadable(
            entry.key().place(),
            "channels",
            "The channel '" + entry.key().text() + "' must be a mapping.");
      }
    }
    finish(root, false);
  }

  private void readChannel(Scalar key, Mapping mapping) {
    MappingReader channel = new MappingReader(mapping, key.place(), "a channel", reading);
    channel.ignore(CHANNEL);
    Mapping kafka = api.binding(mapping);
    boolean publishes = api.resolve(mapping.get("publish")) instanceof Mapping;
    Located<String> name = name(key, channel, publishes);
    String own = domain;
    boolean isOwn = own == null || (name.isKnown() && name.get().startsWith(own));
    if (kafka != null && isOwn) {
      schemas.read(mapping, readBinding(kafka, name, channel.text("description", "description")));
    } else if (kafka == null && hasBinding(mapping)) {
      reading.unreadable(
          key.place(), "bindings", "The binding 'kafka' of a channel must be a mapping.");
    } else if (mesh && isOwn && publishes) {
      reading.unreadable(
          key.place(),
          "bindings",
          "SpecMesh refuses a channel of its own domain that publishes without a binding for Kafka;"
              + " add 'bindings' with 'kafka'.");
    }
    if (mesh) {
      checkPublish(channel);
    }
    if (acls != null && publishes) {
      acls.ofChannel(key, name, api.tags(mapping));
    }
    finish(channel, false);
  }

  private boolean hasBinding(Mapping channel) {
    return api.resolve(channel.get("bindings")) instanceof Mapping bindings
        && bindings.entry("kafka") != null;
  }

  /** Only the tags of what is published grant anything. */
  private void checkPublish(MappingReader channel) {
    if (api.resolve(channel.source().get("publish")) instanceof Mapping mapping) {
      MappingReader publish =
          new MappingReader(
              mapping, channel.keyPlace("publish"), "'publish' of a channel", reading);
      for (Mapping tag : publish.mappings("tags")) {
        if (tag.entry("$ref") == null) {
          MappingReader.of(tag, "name", "a tag", reading).name("name");
        }
      }
      publish.node("message");
    } else {
      channel.mapping("publish");
    }
  }

  /**
   * The name of the topic, unless the binding has one of its own: SpecMesh puts its domain ahead of
   * the key; otherwise it is the address, and in version 2 the key. With parameters it stands for
   * many.
   */
  private Located<String> name(Scalar key, MappingReader channel, boolean publishes) {
    if (mesh) {
      return domain == null
          ? Located.unknown("name", key.place())
          : SpecMeshAcls.name(key, domain, publishes);
    }
    boolean isThird = String.valueOf(api.root().text("asyncapi")).startsWith("3.");
    Located<String> name =
        isThird ? channel.text("address", "name") : MappingReader.located(key, "name");
    if (name.isAbsent()) {
      return Located.unknown("name", key.place());
    }
    return name.isKnown() && name.get().indexOf('{') >= 0
        ? Located.unknown("name", name.place())
        : name;
  }

  /** Reads the topic, and gives its name. */
  private Located<String> readBinding(
      Mapping kafka, Located<String> channel, Located<String> description) {
    MappingReader binding =
        new MappingReader(kafka, channel.place(), "the binding for Kafka of a channel", reading);
    Located<String> topic = binding.text("topic", "name");
    Located<String> name = mesh || topic.isAbsent() ? channel : topic;
    Located<Integer> partitions = number("partitions", "partitions", binding);
    Located<Integer> replicas = number("replicas", "replication", binding);
    PropertyReader properties = new PropertyReader("config", null, reading);
    String place = "topicConfiguration";
    for (String key : List.of("topicConfiguration", "configs", "x-configs")) {
      binding.config(key, properties);
      place = binding.has(key) ? key : place;
    }
    binding.texts("envs", "envs");
    binding.ignore(
        "bindingVersion",
        "groupId",
        "clientId",
        "key",
        "schemaIdLocation",
        "schemaIdPayloadEncoding",
        "schemaLookupStrategy");
    finish(binding, true);
    if (name.isKnown()) {
      reading.object("asyncapi/topic/" + name.get());
    }
    reading.add(
        new Topic(
            name,
            partitions,
            replicas,
            properties.config(binding.keyPlace(place)),
            description.isAbsent() ? Located.absent("description", name.place()) : description,
            labels(name.place())));
    return name;
  }

  /** SpecMesh has a default of its own, which changed between its versions. */
  private Located<Integer> number(String key, String attribute, MappingReader binding) {
    Located<Integer> number = binding.integer(binding.oneOf(key, "x-" + key), attribute);
    if (number.isKnown() && number.get() < 1) {
      reading.unreadable(
          number.place(),
          attribute,
          "'" + key + "' of a binding is " + number.get() + ", but must be 1 or more.");
    }
    return number.isAbsent() && mesh ? Located.unknown(attribute, number.place()) : number;
  }

  /** There are no labels, so nobody can say that one is missing. */
  private static Config labels(Place place) {
    return new Config(
        "labels",
        place,
        List.of(new Property(Located.unknown("labels", place), Located.unknown("labels", place))));
  }

  /**
   * Ends a mapping, in which everybody may write extensions of his own.
   *
   * @param strict whether the specification lets nothing else stand in it
   */
  private static void finish(MappingReader reader, boolean strict) {
    for (Entry entry : reader.source().entries()) {
      if (entry.key().text().startsWith("x-")) {
        reader.ignore(entry.key().text());
      }
    }
    if (strict) {
      reader.finish();
    } else {
      reader.finishMisspelt();
    }
  }
}
