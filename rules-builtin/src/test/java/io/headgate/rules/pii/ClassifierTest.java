package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

  private static final Place PLACE = Place.startOf("schemas/x.yaml");

  static Field field(String path, String type) {
    return field(path, type, "", Map.of());
  }

  static Field field(String path, String type, String doc, Map<String, String> properties) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return new Field(
        Located.known(name, "fields." + path, PLACE), path, type, doc, List.of(), properties);
  }

  static Schema schema(String subject, Field... fields) {
    return new Schema(
        Located.known(subject, "name", PLACE),
        Located.known(Schema.Format.AVRO, "format", PLACE),
        Located.absent("compatibility", PLACE),
        List.of(fields),
        List.of());
  }

  private static List<String> found(Schema schema) {
    return Classifier.classify(schema, Vocabulary.ALL).stream()
        .map(d -> d.field().path() + " " + d.type().word() + " " + (d.isHigh() ? "high" : "medium"))
        .toList();
  }

  @Test
  void anUnmistakableNameNeedsNoContext() {
    assertThat(
            found(
                schema(
                    "t-value",
                    field("iban", "string"),
                    field("ssn", "string"),
                    field("customerEmail", "string"),
                    field("dateOfBirth", "int"),
                    field("cardNumber", "string"))))
        .containsExactly(
            "iban bank-account high",
            "ssn national-id high",
            "customerEmail email high",
            "dateOfBirth birth-date high",
            "cardNumber payment-card high");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "className",
        "businessName",
        "processName",
        "memoryAddress",
        "productName",
        "eventType",
        "fileName",
        "hostName",
        "capacity",
        "velocity",
        "electricity",
        "orderState",
        "statementId",
        "timezone",
        "availabilityZone",
        "gzipEnabled",
        "candidateId",
        "updatedBy",
        "runtimeMs",
        "microphoneId",
        "clientHostname",
        "lastFilename",
        "name",
        "address",
        "city",
        "code"
      })
  void technicalNamesStayOut(String name) {
    assertThat(found(schema("t-value", field(name, "string")))).isEmpty();
  }

  @Test
  void aWeakNameNeedsAPerson() {
    assertThat(found(schema("t-value", field("name", "string"), field("city", "string"))))
        .isEmpty();
    assertThat(found(schema("t-value", field("patient.name", "string"))))
        .containsExactly("patient.name person-name high");
    assertThat(found(schema("t-value", field("product.name", "string")))).isEmpty();
    assertThat(found(schema("crm.customers-value", field("city", "string"))))
        .containsExactly("city postal-address medium");
  }

  @Test
  void theShapeOfTheValuesDecides() {
    assertThat(
            found(
                schema(
                    "t-value",
                    field("email", "boolean"),
                    field("phone", "long"),
                    field("surname", "int"),
                    field("customerEmail", "record"),
                    field("gender", "enum"),
                    field("passport", "enum"),
                    field("dob", "long", "", Map.of("logicalType", "timestamp-millis")),
                    field("ssn", "long", "", Map.of("logicalType", "timestamp-millis")))))
        .containsExactly("phone phone high", "gender gender high", "dob birth-date high");
  }

  @Test
  void anAspectOrACountIsNotTheThing() {
    assertThat(
            found(
                schema(
                    "t-value",
                    field("emailTemplateId", "string"),
                    field("emailSentAt", "string"),
                    field("numEmails", "int"),
                    field("hasPhone", "string"),
                    field("passportExpiry", "string"))))
        .isEmpty();
  }

  @Test
  void aDisguisedValueDropsOneLevel() {
    assertThat(
            found(schema("t-value", field("emailHash", "string"), field("maskedIban", "string"))))
        .containsExactly("emailHash email medium", "maskedIban bank-account medium");
    assertThat(found(schema("t-value", field("ipAddressHash", "string")))).isEmpty();
  }

  @Test
  void documentationAndFormatCount() {
    assertThat(found(schema("t", field("contact", "string", "The customer's e-mail.", Map.of()))))
        .containsExactly("contact email medium");
    assertThat(found(schema("t", field("value", "string", "", Map.of("format", "email")))))
        .containsExactly("value email medium");
    assertThat(
            found(schema("t", field("ipAddress", "string", "The visitor's IP address.", Map.of()))))
        .containsExactly("ipAddress ip-address high");
    assertThat(found(schema("t", field("templateId", "string", "Of the user's email.", Map.of()))))
        .isEmpty();
    assertThat(found(schema("t", field("contact", "string", "Takes an e-mail.", Map.of()))))
        .isEmpty();
  }

  @Test
  void freeTextIsNeverCertain() {
    assertThat(
            found(
                schema(
                    "crm.customers-value",
                    field("customer.email", "string"),
                    field("customer.phone", "string"),
                    field("customer.iban", "string"),
                    field("customer.notes", "string"))))
        .contains("customer.notes free-text medium");
  }

  @Test
  void whatAPersonWroteIsFreeText() {
    assertThat(
            found(
                schema(
                    "support.tickets-value",
                    field("requester_id", "string"),
                    field("message_text", "string"),
                    field("note", "string"))))
        .containsExactly("message_text free-text high");
  }

  @Test
  void shortWordsSpeakWhereTheirLanguageIsSpoken() {
    assertThat(
            found(
                schema(
                    "clients-value",
                    field("nom", "string"),
                    field("prenom", "string"),
                    field("courriel", "string"),
                    field("cp", "string"),
                    field("date_naissance", "string"))))
        .contains("nom person-name high", "cp postal-address high");
    assertThat(
            found(
                schema(
                    "clientes-value",
                    field("nombre", "string"),
                    field("apellidos", "string"),
                    field("fecha_nacimiento", "string"),
                    field("domicilio", "string"),
                    field("nif", "string"),
                    field("nie", "string"))))
        .contains("nombre person-name high", "nif tax-id high", "nie national-id high");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nom", "nome", "pan", "sin", "nif", "cif", "rut", "din", "cap", "eta"})
  void shortWordsAreNothingElsewhere(String name) {
    assertThat(found(schema("t-value", field(name, "string")))).isEmpty();
    assertThat(
            found(
                schema(
                    "machines-value",
                    field("machineId", "string"),
                    field(name, "string"),
                    field("speed", "double"))))
        .isEmpty();
  }

  @Test
  void aCardIsNearWherePanIsTheNumberOfACard() {
    assertThat(
            found(
                schema(
                    "cards-value",
                    field("pan", "string"),
                    field("cardholderName", "string"),
                    field("cvv", "string"))))
        .contains("pan payment-card medium");
    assertThat(
            found(
                schema(
                    "cameras-value",
                    field("userId", "string"),
                    field("pan", "double"),
                    field("tilt", "double"))))
        .isEmpty();
  }

  @Test
  void aLanguageThatIsOffFindsNothing() {
    Schema schema =
        schema(
            "klienci-value",
            field("nazwisko", "string"),
            field("achternaam", "string"),
            field("lastName", "string"));
    assertThat(named(schema, "pl")).containsExactly("nazwisko", "lastName");
    assertThat(named(schema, "NL")).containsExactly("achternaam", "lastName");
    assertThat(named(schema)).containsExactly("nazwisko", "achternaam", "lastName");
  }

  private static List<String> named(Schema schema, String... languages) {
    List<Located<String>> located =
        Stream.of(languages).map(l -> Located.known(l, "languages", PLACE)).toList();
    return Classifier.classify(schema, Vocabulary.packs(located)).stream()
        .map(d -> d.field().path())
        .toList();
  }

  @Test
  void theKeyOfAPersonShowsWhoseDataItIs() {
    assertThat(
            found(
                schema(
                    "rides-value",
                    field("rider_id", "string"),
                    field("lat", "double"),
                    field("lon", "double"),
                    field("name", "string"))))
        .containsExactly("lat geo-precise high", "lon geo-precise high", "name person-name medium");
    assertThat(
            found(
                schema(
                    "sites-value",
                    field("site_id", "string"),
                    field("lat", "double"),
                    field("lon", "double"))))
        .isEmpty();
  }

  @Test
  void aStreetAmongStreetsIsNoPersons() {
    assertThat(
            found(
                schema(
                    "places-value",
                    field("name", "string"),
                    field("street", "string"),
                    field("postcode", "string"),
                    field("city", "string"))))
        .noneMatch(found -> found.startsWith("name") || found.startsWith("city"));
  }

  @Test
  void theHotelsPhoneIsTheHotels() {
    assertThat(
            found(
                schema(
                    "stays-value",
                    field("guestName", "string"),
                    field("guestEmail", "string"),
                    field("dateOfBirth", "string"),
                    field("passportNumber", "string"),
                    field("hotelPhone", "string"))))
        .contains("hotelPhone phone medium");
  }

  @Test
  void abbreviationsAndCompoundsAreRead() {
    assertThat(
            found(
                schema(
                    "t-value",
                    field("CUST_NM", "string"),
                    field("BANK_ACCT_NO", "string"),
                    field("rechnungsvorname", "string"),
                    field("herstellername", "string"),
                    field("microphone", "string"),
                    field("rueckrufnummer", "string"))))
        .containsExactly(
            "CUST_NM person-name high",
            "BANK_ACCT_NO bank-account high",
            "rechnungsvorname person-name high",
            "rueckrufnummer phone high");
  }

  @Test
  void whatManyNamesBeginOrEndWithSaysNothing() {
    assertThat(
            found(
                schema(
                    "t-value",
                    field("nom_adh", "string"),
                    field("prenom_adh", "string"),
                    field("adresse_adh", "string"),
                    field("date_naissance_adh", "string"),
                    field("email_adh", "string"))))
        .contains("nom_adh person-name high", "adresse_adh postal-address high");
    assertThat(
            found(
                schema(
                    "t-value",
                    field("vehicleDetails.registrationNumber", "string"),
                    field("vehicleDetails.make", "string"))))
        .containsExactly("vehicleDetails.registrationNumber vehicle-id high");
  }

  @Test
  void envelopesAreTakenOff() {
    assertThat(
            found(
                schema(
                    "cdc.public.t-value",
                    field("before", "record"),
                    field("before.email", "string"),
                    field("after", "record"),
                    field("after.email", "string"),
                    field("source", "record"),
                    field("source.user.name", "string"),
                    field("op", "string"))))
        .containsExactly("before.email email high", "after.email email high");
    assertThat(
            found(
                schema(
                    "users-value",
                    field("specversion", "string"),
                    field("type", "string"),
                    field("source", "string"),
                    field("subject", "string", "The user's email address.", Map.of()),
                    field("data.email", "string"))))
        .containsExactly("data.email email high");
  }

  @Test
  void anOrganisationHasAnAddressButNoBirthday() {
    assertThat(
            found(
                schema(
                    "t-value",
                    field("store.phone", "string"),
                    field("store.manager.phone", "string"),
                    field("store.dob", "string"))))
        .containsExactly(
            "store.phone phone medium",
            "store.manager.phone phone high",
            "store.dob birth-date high");
  }

  @Test
  void aNameAloneCanBeJudged() {
    assertThat(Classifier.isPersonalName("billingAddress.email")).isTrue();
    assertThat(Classifier.isPersonalName("ssn")).isTrue();
    assertThat(Classifier.isPersonalName("orderId")).isFalse();
    assertThat(Classifier.isPersonalName("*")).isFalse();
    assertThat(Classifier.isPersonalName("")).isFalse();
  }
}
