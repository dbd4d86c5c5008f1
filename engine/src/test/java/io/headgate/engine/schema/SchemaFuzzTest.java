package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damages texts character by character, always the same way: whatever comes, it can be read. */
@Timeout(60)
class SchemaFuzzTest {

  private static final String[] PIECES = {
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ":",
    ";",
    "=",
    "\\",
    "/",
    "/*",
    "*/",
    "//",
    "\n",
    " ",
    "0",
    "-",
    ".",
    "1e9",
    "<",
    ">",
    "${",
    "{{",
    "}}",
    "\uE000",
    "null",
    "true",
    "message",
    "oneof",
    "map",
    "reserved",
    "to",
    "extend",
    "\"type\"",
    "\"$ref\"",
    "é",
    "\ud83d\ude00",
    "\ud83d",
    "\t",
    "\r"
  };

  @Test
  void readsDamagedAvro() {
    damage(Format.AVRO, "avro-valid.txt", 400);
  }

  @Test
  void readsDamagedJson() {
    damage(Format.JSON, "json-schemas.txt", 400);
  }

  @Test
  void readsDamagedProtobuf() {
    damage(Format.PROTOBUF, "protobuf.txt", 400);
  }

  private static void damage(Format format, String resource, int rounds) {
    Random random = new Random(20260102);
    int sound = 0;
    int broken = 0;
    for (Corpus seed : Corpus.read(resource)) {
      for (int round = 0; round < rounds; round++) {
        StringBuilder text = new StringBuilder(seed.text());
        for (int i = random.nextInt(4); i >= 0; i--) {
          int at = random.nextInt(text.length() + 1);
          int end = Math.min(text.length(), at + random.nextInt(4));
          text.replace(at, end, random.nextBoolean() ? "" : PIECES[random.nextInt(PIECES.length)]);
        }
        SchemaContent content = read(format, text.toString());
        if (content.problems().isEmpty()) {
          sound++;
        } else {
          broken++;
        }
      }
    }
    assertThat(sound).isGreaterThan(100);
    assertThat(broken).isGreaterThan(1000);
  }

  private static SchemaContent read(Format format, String text) {
    SourceText source = new SourceText("schema", text);
    SchemaContent content = SchemaReader.read(format, text, source);
    List<Place> places = new ArrayList<>();
    for (Located<String> problem : content.problems()) {
      places.add(problem.place());
      String message = problem.get();
      assertThat(message).as(text).matches("(?s)[^A-Z\\s].*[.?]");
    }
    for (Field field : content.fields()) {
      places.add(field.name().place());
      field.tags().forEach(tag -> places.add(tag.place()));
      assertThat(field.name().attribute()).isEqualTo("fields." + field.path());
    }
    assertThat(places)
        .as(text)
        .allMatch(place -> place.endLine() <= source.lineCount() && place.file().equals("schema"));
    return content;
  }
}
