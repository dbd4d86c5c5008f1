package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

  private static final Place PLACE = Place.startOf("schema");

  private static Field tagged(String... tags) {
    return new Field(
        Located.known("x", "fields.x", PLACE),
        "x",
        "string",
        "",
        Stream.of(tags).map(tag -> Located.known(tag, "tags", PLACE)).toList(),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "PII, true",
    "pii, true",
    "Sensitive, true",
    "PII.Email, true",
    "pii-high, true",
    "PIIX, false",
    "PUBLIC, false",
    "NON_PII, false"
  })
  void aTagClaims(String tag, boolean claims) {
    assertThat(Marks.USUAL.claim(tagged("OTHER", tag))).isEqualTo(claims ? tag : null);
    assertThat(Marks.hasAny(tagged(tag))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "pii, true, true, false",
    "x-pii, yes, true, false",
    "PII, false, false, true",
    "x_personal_data, 1, true, false",
    "not_pii, a role address, false, true",
    "x-not-pii, false, false, false",
    "notPii, true, false, true",
    "classification, PII, true, false",
    "classification, internal, false, false",
    "dataClassification, confidential, true, false",
    "acme.pii, true, true, false",
    "acme.v1.Not_PII, true, false, true",
    "acme.field.classification, SENSITIVE, true, false",
    "personal.data, true, true, false"
  })
  void aPropertyClaimsOrDenies(String key, String value, boolean claims, boolean denies) {
    Field field = ClassifierTest.field("x", "string", "", Map.of(key, value));
    assertThat(Marks.USUAL.claim(field)).isEqualTo(claims ? key : null);
    assertThat(Marks.isDenied(field)).isEqualTo(denies);
    assertThat(Marks.hasAny(field)).isTrue();
  }

  @Test
  void otherPropertiesSayNothing() {
    Field field =
        ClassifierTest.field(
            "x", "string", "", Map.of("logicalType", "uuid", "acme.pii.order", "1"));
    assertThat(Marks.USUAL.claim(field)).isNull();
    assertThat(Marks.isDenied(field)).isFalse();
    assertThat(Marks.hasAny(field)).isFalse();
  }

  @Test
  void anOrganisationHasTagsOfItsOwn() {
    Marks marks = new Marks(List.of("C3"));
    assertThat(marks.claim(tagged("c3"))).isEqualTo("c3");
    assertThat(marks.claim(tagged("PII"))).isNull();
  }

  @Test
  void ofSeveralMarksTheSameIsNamedOnEachRun() {
    Map<String, String> properties =
        Map.of("pii", "1", "personal", "1", "sensitive", "1", "gdpr", "1", "phi", "1", "a", "1");
    assertThat(Marks.USUAL.claim(ClassifierTest.field("x", "string", "", properties)))
        .isEqualTo("gdpr");
  }
}
