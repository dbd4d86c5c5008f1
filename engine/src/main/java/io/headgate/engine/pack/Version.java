package io.headgate.engine.pack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as semver.org has it, without what may follow the three numbers: a pre-release, a
 * SNAPSHOT above all, counts as the release that it becomes.
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final Pattern WHOLE =
      Pattern.compile(
          "(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-[0-9A-Za-z.-]{1,60})?(?:\\+[0-9A-Za-z.-]{1,60})?");

  private static final Pattern SHORT =
      Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

  /** A version with all three numbers, or null. */
  static @Nullable Version whole(String text) {
    return of(WHOLE.matcher(text));
  }

  /** A version that may end after the first or second number, or null. */
  static @Nullable Version shortened(String text) {
    return of(SHORT.matcher(text));
  }

  private static @Nullable Version of(Matcher matcher) {
    return matcher.matches()
        ? new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3))
        : null;
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(Version other) {
    int order = Integer.compare(major, other.major);
    order = order != 0 ? order : Integer.compare(minor, other.minor);
    return order != 0 ? order : Integer.compare(patch, other.patch);
  }
}
