package io.headgate.engine.dialect.nais;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How the Kafka users of an application are called: {@code <team>_<application>_<checksum>_<n>},
 * the first two shortened (Kafkarator's {@code ServiceUserNameWithSuffix}). An application gets a
 * new user now and then, told by the number at the end; headgate takes them all for one and leaves
 * the number out.
 */
final class NaisNames {

  private static final int TEAM_LENGTH = 20;
  private static final int APP_LENGTH = 30;

  private NaisNames() {}

  /** The user, or null if the team or the application is a glob or empty. */
  static @Nullable String user(String team, String application) {
    if (team.isEmpty()
        || application.isEmpty()
        || team.indexOf('*') >= 0
        || application.indexOf('*') >= 0) {
      return null;
    }
    CRC32 sum = new CRC32();
    sum.update((team + application).getBytes(StandardCharsets.UTF_8));
    String hex = Long.toHexString(sum.getValue()).toLowerCase(Locale.ROOT);
    return shortened(team, "team", TEAM_LENGTH)
        + "_"
        + shortened(application, team, APP_LENGTH)
        + "_"
        + "0".repeat(8 - hex.length())
        + hex;
  }

  /**
   * Without what it begins with anyway, without hyphens at its ends, and no longer than allowed.
   */
  private static String shortened(String name, String prefix, int length) {
    int from = name.startsWith(prefix) && !name.equals(prefix) ? prefix.length() : 0;
    while (from < name.length() - 1 && name.charAt(from) == '-') {
      from++;
    }
    int to = Math.min(name.length(), from + length);
    while (to > from + 1 && name.charAt(to - 1) == '-') {
      to--;
    }
    return name.substring(from, to);
  }
}
