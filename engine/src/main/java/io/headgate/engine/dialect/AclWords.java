package io.headgate.engine.dialect;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * The words of ACLs in any spelling: upper case, camel case, with underscores or without. The
 * members of Kafka's enums that only filters use ({@code ANY}, {@code MATCH}, {@code UNKNOWN}) are
 * no words.
 */
public final class AclWords {

  private static final Map<String, AclOperation> OPERATIONS =
      words(EnumSet.complementOf(EnumSet.of(AclOperation.UNKNOWN, AclOperation.ANY)));
  private static final Map<String, AclPermissionType> PERMISSIONS =
      words(EnumSet.of(AclPermissionType.ALLOW, AclPermissionType.DENY));
  private static final Map<String, ResourceType> RESOURCES =
      words(EnumSet.complementOf(EnumSet.of(ResourceType.UNKNOWN, ResourceType.ANY)));
  private static final Map<String, PatternType> PATTERNS =
      words(EnumSet.of(PatternType.LITERAL, PatternType.PREFIXED));

  private static final String ONE_OF_OPERATIONS = oneOf(OPERATIONS);
  private static final String ONE_OF_PERMISSIONS = oneOf(PERMISSIONS);
  private static final String ONE_OF_RESOURCES = oneOf(RESOURCES);
  private static final String ONE_OF_PATTERNS = oneOf(PATTERNS);

  private AclWords() {}

  /** An operation; {@code *} means all. Null if it is none. */
  public static @Nullable AclOperation operation(String word) {
    return word.equals("*") ? AclOperation.ALL : OPERATIONS.get(plain(word));
  }

  /** Allow or deny. Null if it is neither. */
  public static @Nullable AclPermissionType permission(String word) {
    return PERMISSIONS.get(plain(word));
  }

  /** A type of resource. Null if it is none. */
  public static @Nullable ResourceType resource(String word) {
    return RESOURCES.get(plain(word));
  }

  /** Literal or prefixed; {@code prefix} counts as prefixed. Null if it is neither. */
  public static @Nullable PatternType pattern(String word) {
    return word.equalsIgnoreCase("prefix") ? PatternType.PREFIXED : PATTERNS.get(plain(word));
  }

  /** For a message: {@code one of READ, WRITE, ...}. */
  public static String operations() {
    return ONE_OF_OPERATIONS;
  }

  /** For a message: {@code one of ALLOW, DENY}. */
  public static String permissions() {
    return ONE_OF_PERMISSIONS;
  }

  /** For a message: {@code one of TOPIC, GROUP, ...}. */
  public static String resources() {
    return ONE_OF_RESOURCES;
  }

  /** For a message: {@code one of LITERAL, PREFIXED}. */
  public static String patterns() {
    return ONE_OF_PATTERNS;
  }

  private static String oneOf(Map<String, ? extends Enum<?>> words) {
    return "one of " + words.values().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private static <E extends Enum<E>> Map<String, E> words(Set<E> members) {
    Map<String, E> words = new LinkedHashMap<>();
    members.forEach(member -> words.put(plain(member.name()), member));
    return words;
  }

  private static String plain(String word) {
    return word.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
