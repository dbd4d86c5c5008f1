package io.headgate.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Names of files for names of things: the name itself where every file system can bear it, and
 * where no other name differs from it in case alone; otherwise a part of it and a digest.
 */
final class FileNames {

  private static final int LONGEST = 180;

  private static final int PART = 80;

  private final Map<String, Integer> folded = new HashMap<>();

  /** Of all these names together. */
  FileNames(Collection<String> names) {
    for (String name : names) {
      folded.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
  }

  /** Whether a thing's file can be called like it. */
  boolean isItself(String name) {
    return name.length() <= LONGEST
        && isSafe(name)
        && folded.getOrDefault(name.toLowerCase(Locale.ROOT), 0) < 2;
  }

  /** What the file of a name is called, without its ending. */
  String of(String name) {
    return of(name, name);
  }

  /** The same for a name that several things may have, told apart by an identity. */
  String of(String name, String identity) {
    if (isItself(name)) {
      return name;
    }
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < Math.min(PART, name.length()); i++) {
      char c = name.charAt(i);
      part.append(isSafe(c) ? Character.toLowerCase(c) : '_');
    }
    return part + "-" + digest(identity.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  private static boolean isSafe(String name) {
    if (name.isEmpty() || name.startsWith(".") || name.endsWith(".")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isSafe(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSafe(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-".indexOf(c) >= 0;
  }

  /** SHA-256 as hexadecimal digits. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}
