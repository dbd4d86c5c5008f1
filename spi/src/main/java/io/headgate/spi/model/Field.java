package io.headgate.spi.model;

import java.util.List;
import java.util.Map;

/**
 * A field of a schema.
 *
 * @param name its own name, placed at itself; its attribute is {@code fields.} and the path
 * @param path dotted from the root of the record, such as {@code customer.address.street}; arrays
 *     and maps add nothing to it
 * @param type the type of its values in the schema's own language, without null: {@code string},
 *     {@code record}, {@code enum} and so on; the type of the elements for arrays and maps
 * @param documentation its doc or description; empty if there is none
 * @param tags explicit classifications ({@code confluent:tags} and the like)
 * @param properties further scalar attributes of the field and of its type, such as {@code
 *     logicalType}, {@code format}, {@code default} or {@code pii}; for Avro also {@code nullable}
 *     ({@code first} or {@code later}, by the place of null in its union), {@code collection}
 *     ({@code array} or {@code map}) and {@code symbols} ({@code open} for an enum with a default,
 *     else {@code closed}) and {@code aliases} (present where the field has other names)
 */
public record Field(
    Located<String> name,
    String path,
    String type,
    String documentation,
    List<Located<String>> tags,
    Map<String, String> properties) {

  /** Copies the collections. */
  public Field {
    tags = List.copyOf(tags);
    properties = Map.copyOf(properties);
  }

  /**
   * Whether it has one of the tags, whatever their case; {@code PII} stands for finer ones such as
   * {@code PII.Email} too.
   */
  public boolean isTagged(List<String> wanted) {
    for (Located<String> tag : tags) {
      for (String one : wanted) {
        if (tag.isKnown() && isOrRefines(tag.get(), one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a tag is the wanted one, in any case, or a finer one. */
  static boolean isOrRefines(String tag, String wanted) {
    int length = wanted.length();
    return tag.regionMatches(true, 0, wanted, 0, length)
        && (tag.length() == length || !Character.isLetterOrDigit(tag.charAt(length)));
  }
}
