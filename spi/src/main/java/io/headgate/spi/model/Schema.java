package io.headgate.spi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema under a subject.
 *
 * @param subject the subject's name
 * @param format its language
 * @param compatibility the subject's compatibility level
 * @param fields all fields, nested ones included, in the order of the text; a named type that is
 *     used several times is listed once for each use
 * @param problems what is wrong with the text itself, each placed in the text
 * @param text the text itself; null where it is not there or cannot be read
 */
public record Schema(
    Located<String> subject,
    Located<Format> format,
    Located<String> compatibility,
    List<Field> fields,
    List<Located<String>> problems,
    @Nullable String text)
    implements Resource {

  /** A schema whose text is not there. */
  public Schema(
      Located<String> subject,
      Located<Format> format,
      Located<String> compatibility,
      List<Field> fields,
      List<Located<String>> problems) {
    this(subject, format, compatibility, fields, problems, null);
  }

  /** The languages of schemas. */
  public enum Format {
    AVRO,
    JSON,
    PROTOBUF
  }

  /** Which part of a record a subject describes. */
  public enum Side {
    KEY,
    VALUE
  }

  /** Copies the lists. */
  public Schema {
    fields = List.copyOf(fields);
    problems = List.copyOf(problems);
  }

  /**
   * The part of the record, by the topic name strategy: key if the subject ends with {@code -key}.
   */
  public Side side() {
    return subject.toString().endsWith("-key") ? Side.KEY : Side.VALUE;
  }

  /**
   * The topic by the topic name strategy: the subject without {@code -key} or {@code -value}; the
   * subject itself when it has neither.
   */
  public String topic() {
    String name = subject.toString();
    if (name.endsWith("-key")) {
      return name.substring(0, name.length() - "-key".length());
    }
    if (name.endsWith("-value")) {
      return name.substring(0, name.length() - "-value".length());
    }
    return name;
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.SCHEMA, subject.toString());
  }

  @Override
  public Place place() {
    return subject.place();
  }
}
