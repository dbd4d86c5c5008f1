package io.headgate.engine.policy;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Environment.Classification;
import io.headgate.spi.model.Environment.NotPersonal;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a policy says about the classification of fields. */
final class ClassificationReader {

  private static final String DAY = "a day such as '2026-01-31'";

  private final Reading reading;

  ClassificationReader(Reading reading) {
    this.reading = reading;
  }

  Classification read(MappingReader above) {
    MappingReader classification = above.mapping("classification");
    if (classification == null) {
      return Classification.NOTHING;
    }
    List<NotPersonal> notPersonal = new ArrayList<>();
    for (Node item : classification.items("not-personal")) {
      if (item instanceof Mapping mapping) {
        notPersonal.add(notPersonal(mapping));
      } else {
        reading.unreadable(
            item.place(),
            "",
            "An entry of 'not-personal' must be a mapping with 'field', 'reason', 'owner' and"
                + " 'date'.");
      }
    }
    Classification read =
        new Classification(
            classification.textOrTexts("languages", "classification.languages"), notPersonal);
    classification.finish();
    return read;
  }

  private NotPersonal notPersonal(Mapping mapping) {
    MappingReader entry = MappingReader.of(mapping, "field", "an entry of 'not-personal'", reading);
    String subject = entry.text("subject", "subject").orElse("*");
    Located<String> field = entry.required("field", entry.text("field", "field"));
    String attribute = "classification.not-personal." + subject + ":" + field;
    Located<LocalDate> date =
        entry.required("date", entry.word("date", "date", ClassificationReader::day, DAY));
    Located<LocalDate> until = entry.word("until", "until", ClassificationReader::day, DAY);
    NotPersonal read =
        new NotPersonal(
            field.isKnown() ? Located.known(field.get(), attribute, field.place()) : field,
            new NamePattern(subject),
            entry.required("reason", entry.text("reason", "reason")).orElse(""),
            entry.required("owner", entry.text("owner", "owner")).orElse(""),
            date.toString(),
            until.isKnown() && until.get().isBefore(LocalDate.now(ZoneOffset.UTC)));
    entry.finish();
    return read;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
