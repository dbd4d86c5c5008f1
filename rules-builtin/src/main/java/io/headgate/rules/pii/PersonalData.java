package io.headgate.rules.pii;

import java.util.Locale;
import java.util.Set;

/**
 * The classes of personal and secret data: the types that Presidio, OpenMetadata, DataHub and
 * Google Sensitive Data Protection agree on.
 */
enum PersonalData {
  PERSON_NAME,
  EMAIL,
  PHONE,
  POSTAL_ADDRESS,
  GEO_PRECISE,
  BIRTH_DATE,
  AGE,
  GENDER,
  NATIONALITY_ETHNICITY,
  RELIGION_POLITICS_UNION,
  HEALTH,
  BIOMETRIC,
  NATIONAL_ID,
  TAX_ID,
  PASSPORT,
  DRIVER_LICENCE,
  VEHICLE_ID,
  BANK_ACCOUNT,
  PAYMENT_CARD,
  CARD_SECRET,
  SALARY_INCOME,
  CREDENTIAL,
  AUTH_TOKEN,
  DEVICE_ID,
  ADVERTISING_ID,
  IP_ADDRESS,
  MAC_IMEI_IMSI,
  FREE_TEXT;

  private static final Set<String> VEHICLES = Set.of("vehicle", "car", "truck", "trailer");
  private static final Set<String> DEVICES = Set.of("device", "browser", "app");

  /** Whether a value of this shape can be such data. */
  boolean fits(Shape shape) {
    return switch (shape) {
      case TEXT, UNKNOWN -> true;
      case TRUTH, RECORD -> false;
      case DATE, MOMENT -> this == BIRTH_DATE;
      case INTEGER ->
          switch (this) {
            case PERSON_NAME, EMAIL, BIOMETRIC, VEHICLE_ID, CREDENTIAL, AUTH_TOKEN -> false;
            case ADVERTISING_ID, FREE_TEXT -> false;
            default -> true;
          };
      case REAL ->
          switch (this) {
            case GEO_PRECISE, AGE, HEALTH, BIOMETRIC, SALARY_INCOME -> true;
            default -> false;
          };
      case CHOICE ->
          switch (this) {
            case GENDER, NATIONALITY_ETHNICITY, RELIGION_POLITICS_UNION, HEALTH -> true;
            default -> false;
          };
      case BYTES ->
          switch (this) {
            case HEALTH, BIOMETRIC, CREDENTIAL, AUTH_TOKEN, IP_ADDRESS -> true;
            default -> false;
          };
    };
  }

  /** Whether an organisation or a machine has such data too, so that it need not be a person's. */
  boolean isSharedWithThings() {
    return switch (this) {
      case EMAIL, PHONE, POSTAL_ADDRESS, GEO_PRECISE, TAX_ID, VEHICLE_ID, BANK_ACCOUNT -> true;
      case SALARY_INCOME, AUTH_TOKEN, DEVICE_ID, IP_ADDRESS, MAC_IMEI_IMSI -> true;
      default -> false;
    };
  }

  /** The things that such data are about, so that naming one does not make them technical. */
  Set<String> bearers() {
    return switch (this) {
      case VEHICLE_ID -> VEHICLES;
      case DEVICE_ID, ADVERTISING_ID, IP_ADDRESS, MAC_IMEI_IMSI -> DEVICES;
      default -> Set.of();
    };
  }

  /** The class as it is written in vocabularies and messages, such as {@code person-name}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
