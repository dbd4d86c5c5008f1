package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource({
    "firstName, first name",
    "first_name, first name",
    "FIRST-NAME, first name",
    "customer.address.street, customer address street",
    "userSSNNumber, user ssn number",
    "IPAddress, ip address",
    "userIDs, user ids",
    "className, class name",
    "addressLine2, address line",
    "sha256sum, sha sum",
    "eMail, e mail",
    "Straße, strasse",
    "geschäftlich, geschaftlich",
    "Łódź, lodz",
    "prénom, prenom",
    "dateOfBirth, date birth",
    "codigo_do_cliente, codigo cliente",
    "passportNo, passport number",
    "numero_telefono, number telefono",
    "'', ''",
    "42, ''"
  })
  void cutsNamesIntoWords(String name, String words) {
    assertThat(String.join(" ", Tokens.of(name))).isEqualTo(words);
  }
}
