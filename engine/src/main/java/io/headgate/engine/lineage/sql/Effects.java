package io.headgate.engine.lineage.sql;

import io.headgate.spi.model.Flow.Effect;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What functions do with what they are given. An unknown function passes its arguments on.
 *
 * <p>Masks: Lenses' category "Obfuscation", ksqlDB's {@code MASK} family, and the usual names of
 * functions that encrypt or tokenise.
 */
final class Effects {

  private static final Set<String> MASKS =
      Words.of(
          "ANONYMIZE MASK EMAIL INITIALS FIRST1 FIRST2 FIRST3 FIRST4 LAST1 LAST2 LAST3 "
              + "LAST4 MASK_LEFT MASK_RIGHT MASK_KEEP_LEFT MASK_KEEP_RIGHT ENCRYPT AES_ENCRYPT "
              + "ENCRYPT_FIELD PGP_ENCRYPT K_ENCRYPT FPE_ENCRYPT TOKENIZE TOKENISE PSEUDONYMIZE "
              + "REDACT HMAC HMAC_MD5 HMAC_SHA1 HMAC_SHA256 HMAC_SHA512");

  private static final Set<String> HASHES =
      Words.of(
          "MD5 SHA SHA1 SHA2 SHA224 SHA256 SHA384 SHA512 HASH HASHCODE HASH_CODE CRC32 "
              + "MURMUR3 XXHASH XXHASH64 FARM_FINGERPRINT");

  /** What tells only something about its arguments. */
  private static final Set<String> AGGREGATES =
      Words.of(
          "COUNT AVG SUM STDDEV STDDEV_POP STDDEV_SAMP STDDEV_SAMPLE VARIANCE VAR_POP "
              + "VAR_SAMP CORRELATION APPROX_COUNT_DISTINCT COUNT_DISTINCT COUNTU MAXK_COUNT "
              + "RANK DENSE_RANK ROW_NUMBER NTILE PERCENT_RANK LEN LENGTH CHAR_LENGTH "
              + "CHARACTER_LENGTH OCTET_LENGTH CARDINALITY SIZE SIZEOF SIGN STARTSWITH ENDSWITH "
              + "STARTS_WITH ENDS_WITH CONTAINS REGEXP REGEXP_LIKE ARRAY_CONTAINS JSON_EXISTS "
              + "JSON_ARRAY_LENGTH JSON_ARRAY_CONTAINS IN_ARRAY ISNULL ISNOTNULL IS_JSON "
              + "IS_JSON_STRING INSTR POSITION LOCATE INDEXOF GROUPING EXISTS");

  /** The same value in another form. */
  private static final Set<String> COPIES =
      Words.of(
          "CAST TRY_CAST COALESCE NVL IFNULL AS_VALUE LATEST_BY_OFFSET EARLIEST_BY_OFFSET "
              + "LAST_VALUE FIRST_VALUE MIN MAX LATEST EARLIEST EXPLODE UNNEST LATERAL FIRST "
              + "LAST");

  /** Calls whose first argument is a condition, and no value of theirs. */
  private static final Set<String> CONDITIONAL = Words.of("IF IIF NVL2");

  /** How many leading arguments are values when not all are: keys, formats and lengths are not. */
  private static final Map<String, Integer> VALUES =
      Map.of(
          "DATE_ADD", 1, "SUBSTRING", 1, "SUBSTR", 1, "LPAD", 1, "RPAD", 1, "LEFT", 1, "RIGHT", 1);

  private Effects() {}

  static Effect of(String function) {
    String name = function.toUpperCase(Locale.ROOT);
    if (MASKS.contains(name)) {
      return Effect.MASK;
    }
    if (HASHES.contains(name)) {
      return Effect.HASH;
    }
    if (AGGREGATES.contains(name) || name.startsWith("APPROX_COUNT")) {
      return Effect.AGGREGATE;
    }
    return COPIES.contains(name) ? Effect.COPY : Effect.DERIVE;
  }

  /** Whether the argument of this number, counted from 0, is in the value of the call. */
  static boolean isValue(String function, int argument) {
    String name = function.toUpperCase(Locale.ROOT);
    return CONDITIONAL.contains(name)
        ? argument > 0
        : argument < VALUES.getOrDefault(name, Integer.MAX_VALUE);
  }
}
