package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Prefixes that cover more names than anybody has in mind. */
public final class AclShortPrefix implements Checker {

  private static final Setting<Long> MIN_LENGTH =
      Setting.integer("min-length", 4, "How many characters a prefix has at least.");

  private static final Setting<Long> MIN_SEGMENTS =
      Setting.integer(
          "min-segments", 1, "How many parts between separators a prefix has at least.");

  private static final Setting<Boolean> REQUIRE_SEPARATOR =
      Setting.bool("require-separator", true, "Whether a prefix ends with one of . - _ : /.");

  private static final Setting<List<String>> EXEMPT_PRINCIPALS =
      Setting.texts(
          "exempt-principals",
          List.of(),
          "Principals that may have it, such as the platform's own; '*' is a wildcard.");

  /** {@code acl-short-prefix}. */
  public static final Rule RULE =
      Rule.warning("acl-short-prefix", "An ACL's prefix covers names that nobody has in mind.")
          .with(MIN_LENGTH, MIN_SEGMENTS, REQUIRE_SEPARATOR, EXEMPT_PRINCIPALS)
          .tagged("least-privilege");

  private static final String SEPARATORS = ".-_:/";

  private final long minLength;
  private final long minSegments;
  private final boolean requireSeparator;
  private final List<NamePattern> principals;

  /** A checker with the policy's settings. */
  public AclShortPrefix(Settings settings) {
    minLength = settings.get(MIN_LENGTH);
    minSegments = settings.get(MIN_SEGMENTS);
    requireSeparator = settings.get(REQUIRE_SEPARATOR);
    principals = settings.get(EXEMPT_PRINCIPALS).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    // Some dialects write several operations beside one name: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.allows()
          && Grants.isPrefixed(acl)
          && acl.resourceName().isKnown()
          && acl.resourceType().isKnown()
          && !AclGlobInName.isGlob(acl)
          && !Grants.isOneOf(principals, acl)
          && !bundle.environment().owns(acl.principal().orElse(""), acl.resourceName().get())) {
        String fault = fault(acl, bundle);
        if (fault != null && said.add(acl.resourceName().place())) {
          findings.add(
              RULE,
              acl,
              acl.resourceName(),
              "The prefix '" + acl.resourceName() + "' of " + acl.principal() + " " + fault);
        }
      }
    }
  }

  private @Nullable String fault(Acl acl, Bundle bundle) {
    String prefix = acl.resourceName().get();
    if (prefix.length() < minLength) {
      return "has "
          + prefix.length()
          + " characters, fewer than "
          + minLength
          + ", and covers names of others. Write a longer one.";
    }
    int segments = 0;
    for (int i = 0; i < prefix.length(); i++) {
      boolean begins = i == 0 || SEPARATORS.indexOf(prefix.charAt(i - 1)) >= 0;
      segments += begins && SEPARATORS.indexOf(prefix.charAt(i)) < 0 ? 1 : 0;
    }
    if (segments < minSegments) {
      return "has fewer than "
          + minSegments
          + " parts, and covers names of others. Write a longer"
          + " one.";
    }
    // The id of an app is the prefix of all that is the app's.
    if (!requireSeparator
        || SEPARATORS.indexOf(prefix.charAt(prefix.length() - 1)) >= 0
        || bundle.hasGroup(prefix)) {
      return null;
    }
    String other = acl.resourceType().is(ResourceType.TOPIC) ? other(prefix, bundle) : null;
    if (other == null && acl.isImplied()) {
      return null; // the tool has no separator to write
    }
    return "does not end where a part of a name ends, so it covers "
        + (other == null ? "'" + prefix + "x' too" : "topic '" + other + "' too")
        + ". End it with a separator, such as '"
        + prefix
        + ".'.";
  }

  /** A topic that begins with the prefix and goes on in the same word. */
  private static @Nullable String other(String prefix, Bundle bundle) {
    NavigableSet<String> names = bundle.topicNames();
    for (String name = names.higher(prefix);
        name != null && name.startsWith(prefix);
        name = names.higher(name)) {
      char next = name.charAt(prefix.length());
      if (SEPARATORS.indexOf(next) < 0) {
        return name;
      }
      // All that goes on with this separator is passed over at once.
      String behind = prefix + (char) (next + 1);
      String first = names.ceiling(behind);
      if (first == null) {
        return null;
      }
      name = names.lower(first);
    }
    return null;
  }
}
