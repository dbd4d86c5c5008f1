package io.headgate.spi.model;

import java.util.List;

/**
 * Free key-value configuration, in the order of the file.
 *
 * @param attribute the path of this configuration in its resource, such as {@code config}
 * @param place the key under which it stands, or its resource when there is none
 * @param properties the entries; keys are unique
 */
public record Config(String attribute, Place place, List<Property> properties) {

  /** Copies the list. */
  public Config {
    properties = List.copyOf(properties);
  }

  /** A configuration of which nothing is known: any key may be among it. */
  public static Config unknown(String attribute, Place place) {
    Located<String> any = Located.unknown(attribute, place);
    return new Config(attribute, place, List.of(new Property(any, any)));
  }

  /**
   * The value of a key; absent, and placed at this configuration, when it is not there; unknown
   * when it may be among entries whose keys are unknown.
   */
  public Located<String> get(String key) {
    boolean open = false;
    for (Property property : properties) {
      if (property.key().is(key)) {
        return property.value();
      }
      open |= property.key().isUnknown();
    }
    String path = attribute + "." + key;
    return open ? Located.unknown(path, place) : Located.absent(path, place);
  }

  /**
   * The value of a key as a whole number, as Kafka reads it; unknown when it is none, absent as
   * {@link #get}.
   */
  public Located<Long> number(String key) {
    Located<String> text = get(key);
    if (text.isAbsent()) {
      return Located.absent(text.attribute(), text.place());
    }
    if (text.isKnown()) {
      try {
        return Located.known(Long.valueOf(text.get().trim()), text.attribute(), text.place());
      } catch (NumberFormatException e) {
        return Located.unknown(text.attribute(), text.place());
      }
    }
    return Located.unknown(text.attribute(), text.place());
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String key) {
    return !get(key).isAbsent();
  }
}
