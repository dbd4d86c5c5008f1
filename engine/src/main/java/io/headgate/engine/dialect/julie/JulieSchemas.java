package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a topic: their subjects, formats and compatibility. The texts lie in files of
 * their own.
 */
final class JulieSchemas {

  private static final List<String> STRATEGIES =
      List.of("TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy");

  private final Located<String> topic;
  private final Reading reading;

  /** Several versions of one schema have one subject. */
  private final Set<String> subjects = new HashSet<>();

  JulieSchemas(Located<String> topic, Reading reading) {
    this.topic = topic;
    this.reading = reading;
  }

  void read(MappingReader parent) {
    Located<String> strategy =
        parent.word(
            "subject.name.strategy",
            "strategy",
            word -> STRATEGIES.contains(word) ? word : null,
            "one of " + String.join(", ", STRATEGIES));
    Node schemas = parent.source().get("schemas");
    if (schemas instanceof Sequence) {
      parent.mappings("schemas").forEach(mapping -> read(mapping, strategy));
    } else {
      MappingReader one = parent.mapping("schemas");
      if (one != null) {
        read(one.source(), strategy);
      }
    }
  }

  private void read(Mapping mapping, Located<String> strategy) {
    MappingReader schema =
        MappingReader.of(mapping, "value.schema.file", "an entry of 'schemas'", reading);
    for (String side : List.of("value", "key")) {
      String key = side + ".schema.file";
      Located<String> file = schema.text(key, "file");
      if (side.equals("value")) {
        schema.required(key, file);
      }
      Located<Schema.Format> format =
          schema.word(side + ".format", "format", JulieSchemas::format, "AVRO, JSON or PROTOBUF");
      Located<String> record = schema.text(side + ".record.type", "subject");
      Located<String> compatibility = schema.text(side + ".compatibility", "compatibility");
      if (!file.isAbsent()) {
        Place place = file.place();
        add(
            subject(side, record, strategy, place),
            format.isAbsent()
                ? Located.known(Schema.Format.AVRO, "format", format.place())
                : format,
            compatibility);
      }
    }
    schema.finish();
  }

  private void add(
      Located<String> subject, Located<Schema.Format> format, Located<String> compatibility) {
    if (!subject.isKnown() || subjects.add(subject.get())) {
      reading.add(new Schema(subject, format, compatibility, List.of(), List.of()));
    }
  }

  private Located<String> subject(
      String side, Located<String> record, Located<String> strategy, Place place) {
    if (strategy.isAbsent() || strategy.is("TopicNameStrategy")) {
      return topic.isKnown()
          ? Located.known(topic.get() + "-" + side, "subject", place)
          : Located.unknown("subject", place);
    }
    if (!record.isKnown() || !topic.isKnown() || !strategy.isKnown()) {
      return Located.unknown("subject", place);
    }
    return Located.known(
        strategy.is("RecordNameStrategy") ? record.get() : topic.get() + "-" + record.get(),
        "subject",
        record.place());
  }

  private static Schema.@Nullable Format format(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AVRO" -> Schema.Format.AVRO;
      case "JSON" -> Schema.Format.JSON;
      case "PROTOBUF" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }
}
