package io.headgate.engine.lineage.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Schema.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is shown of a landscape in which values are passed in every way. With {@code
 * -Dheadgate.update=true} the expected files are written anew: read them before they are committed.
 */
class ViewsTest {

  private static final Path EXPECTED =
      Path.of("src", "test", "resources", "io", "headgate", "engine", "lineage", "view");

  private static final Bundle BUNDLE =
      Landscape.of()
          .value("people", "id", "email", "home.street")
          .key("people", "id")
          .value("people.eu", "email")
          .connector(
              "crm",
              """
              connector.class=org.apache.kafka.connect.file.FileStreamSourceConnector
              topic=people
              """)
          .app(
              "leads",
              """
              INSERT INTO leads SELECT STREAM email AS contact, CONCAT(email, id) AS line,
                email AS a_column_with_a_name_that_is_longer_than_any_box FROM people;
              INSERT INTO counts SELECT STREAM COUNT(email) AS n FROM people;
              INSERT INTO keyed SELECT STREAM email AS _key FROM people;
              """)
          .app("odd", "INSERT INTO unread SELECT STREAM a § b FROM leads")
          .app(
              "mail", "INSERT INTO mailing SELECT STREAM LAST2(contact) AS h, MD5(line) FROM leads")
          .app("back", "INSERT INTO people SELECT STREAM contact AS email FROM leads")
          .connector(
              "lake",
              """
              topics=people,leads
              errors.deadletterqueue.topic.name=dead
              transforms=m
              transforms.m.type=org.apache.kafka.connect.transforms.MaskField$Value
              transforms.m.fields=email
              """)
          .bundle();

  private static FieldLineage lineage(String field) {
    FieldRef parsed = FieldLineage.parse(field, BUNDLE);
    return FieldLineage.of("demo", BUNDLE, Objects.requireNonNull(parsed, field));
  }

  private static void assertIs(String file, String text) throws IOException {
    Path expected = EXPECTED.resolve(file);
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "people.email, field",
    "leads.contact, middle",
    "mailing.h, end",
    "keyed._key, key",
    "people.home, record",
    "people.emial, unknown",
    "people, topic"
  })
  void showsAField(String field, String file) throws IOException {
    assertIs(file + ".txt", LineageText.of(lineage(field)));
  }

  @ParameterizedTest
  @CsvSource({"people.email, field", "mailing.h, end", "keyed._key, key", "people.home, record"})
  void drawsAField(String field, String file) throws IOException {
    assertIs(file + ".svg", LineageSvg.of(lineage(field)));
  }

  @Test
  void tellsTools() throws IOException {
    assertIs(
        "fields.json", LineageJson.of(List.of(lineage("people.email"), lineage("keyed._key"))));
  }

  @ParameterizedTest
  @CsvSource({
    "people.email, people, VALUE, email",
    "people.eu.email, people.eu, VALUE, email",
    "people.eu, people.eu, VALUE, ''",
    "people.eux, people, VALUE, eux",
    "people._key, people, KEY, ''",
    "people._key.id, people, KEY, id",
    "people._keys, people, VALUE, _keys",
    "people._value, people, VALUE, ''",
    "people._value.email, people, VALUE, email",
    "people._values, people, VALUE, _values",
    "leads.contact, leads, VALUE, contact",
    "counts.n, counts, VALUE, n"
  })
  void readsTheNameOfAField(String text, String topic, Side side, String path) {
    assertThat(FieldLineage.parse(text, BUNDLE)).isEqualTo(new FieldRef(topic, side, path));
  }

  @Test
  void aFieldBeginsWithATopic() {
    assertThat(FieldLineage.parse("peoples.email", BUNDLE)).isNull();
    assertThat(FieldLineage.parse("", BUNDLE)).isNull();
    assertThat(FieldLineage.topics(BUNDLE))
        .contains("people", "people.eu", "leads", "counts", "keyed", "mailing");
  }

  @Test
  void anAppMentionsTopicsToo() {
    Bundle bundle = Landscape.of().app("a", "INSERT INTO o SELECT STREAM x FROM i").bundle();

    assertThat(FieldLineage.topics(bundle)).containsExactly("i", "o");
  }

  @Test
  void aFieldIsKnownToItsSchemaOrElseToWhoTouchesIt() {
    assertThat(lineage("people.email").known()).isTrue();
    assertThat(lineage("people.emial").known()).isFalse();
    assertThat(lineage("people").known()).isTrue();
    assertThat(lineage("people._key.id").known()).isTrue();
    assertThat(lineage("people._key.email").known()).isFalse();
    assertThat(lineage("leads.contact").known()).isTrue();
    assertThat(lineage("counts.x").known()).isFalse();
  }
}
