package io.headgate.engine.pack;

import io.headgate.engine.report.Texts;
import org.jspecify.annotations.Nullable;

/** What the files of a pack may be called: paths that stay in the pack on every system. */
final class EntryNames {

  private static final int LONGEST = 1024;
  private static final int LONGEST_SHOWN = 80;

  private EntryNames() {}

  /** Why a name is refused, as the end of a sentence; null if it is let in. */
  static @Nullable String refusal(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return "is empty or longer than " + LONGEST + " characters";
    }
    if (name.startsWith("/")) {
      return "is absolute";
    }
    if (name.indexOf('\\') >= 0) {
      return "has a backslash";
    }
    if (name.indexOf(':') >= 0) {
      return "has a colon, as a drive or a stream of Windows has";
    }
    if (!name.codePoints().allMatch(Texts::isHarmless)) {
      return "has a control character";
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..") || part.equals(".") || part.isEmpty()) {
        return "leads elsewhere than it says";
      }
    }
    return null;
  }

  /** A name fit for a message. */
  static String shown(String name) {
    String harmless = Texts.harmless(name);
    return harmless.length() <= LONGEST_SHOWN
        ? harmless
        : harmless.substring(0, LONGEST_SHOWN) + "…";
  }
}
