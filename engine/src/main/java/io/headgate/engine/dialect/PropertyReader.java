package io.headgate.engine.dialect;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads free configuration; a secret in it goes to the reading, and its value nowhere. */
public final class PropertyReader {

  private final String attribute;
  private final @Nullable ResourceRef holder;
  private final Reading reading;
  private final List<Property> properties = new ArrayList<>();

  /**
   * A reader.
   *
   * @param attribute the path of the configuration in its resource
   * @param holder whose secrets it may hold; null where the platform never keeps a secret
   * @param reading where secrets go
   */
  public PropertyReader(String attribute, @Nullable ResourceRef holder, Reading reading) {
    this.attribute = attribute;
    this.holder = holder;
    this.reading = reading;
  }

  /** The path of the configuration in its resource. */
  String attribute() {
    return attribute;
  }

  /** What was read so far. */
  public Config config(Place place) {
    return new Config(attribute, place, properties);
  }

  /** Whatever a template or another file puts here: any key may be among it. */
  public void open(Scalar template) {
    properties.add(
        new Property(
            Located.unknown(attribute, template.place()),
            Located.unknown(attribute, template.place())));
  }

  /** Reads one entry. */
  public void read(Scalar name, @Nullable Node value) {
    String path = attribute + "." + name.text();
    Located<String> key = MappingReader.located(name, path);
    properties.add(
        new Property(
            key,
            value == null || isNull(value)
                ? Located.absent(path, name.place())
                : value(name.text(), path, value)));
  }

  /** Reads one entry whose value says where something is, such as a file or a field of a secret. */
  public void refer(Scalar name, Node value, String reference) {
    String path = attribute + "." + name.text();
    if (holder != null && SecretNames.isSecret(name.text())) {
      reading.add(
          new Secret(holder, Secret.Form.REFERENCE, Located.known(reference, path, value.place())));
    }
    properties.add(
        new Property(
            Located.known(name.text(), path, name.place()), Located.unknown(path, value.place())));
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  private Located<String> value(String key, String path, Node value) {
    if (value instanceof Scalar scalar) {
      return scalar(key, path, scalar);
    }
    if (value instanceof Sequence list
        && list.items().stream().allMatch(Scalar.class::isInstance)) {
      List<Located<String>> texts =
          list.items().stream()
              .filter(item -> !isNull(item))
              .map(item -> scalar(key, path, (Scalar) item))
              .toList();
      return texts.stream().allMatch(Located::isKnown)
          ? Located.known(
              String.join(",", texts.stream().map(Located::get).toList()), path, list.place())
          : Located.unknown(path, list.place());
    }
    if (holder == null) {
      reading.unreadable(
          value.place(), path, "'" + path + "' must be a single value, or a list of them.");
    }
    nested(key, path, List.of(value));
    return Located.unknown(path, value.place());
  }

  private Located<String> scalar(String key, String path, Scalar scalar) {
    Located<String> text = MappingReader.located(scalar, path);
    return holder == null
        ? text
        : Secrets.guard(holder, key, scalar, text, reading.source(), reading::add);
  }

  /** Nested configuration has no meaning to any rule, but it may hold secrets. */
  private void nested(String key, String path, List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Scalar scalar) {
        scalar(key, path, scalar);
      } else if (node instanceof Sequence list) {
        nested(key, path, list.items());
      } else if (node instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          String own = entry.key().text();
          nested(SecretNames.below(key, own), path + "." + own, List.of(entry.value()));
        }
      }
    }
  }
}
