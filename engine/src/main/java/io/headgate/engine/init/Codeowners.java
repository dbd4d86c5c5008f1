package io.headgate.engine.init;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A {@code CODEOWNERS} file as GitHub and GitLab read it, as far as it is of use for a guess: the
 * last line that matches a path counts, and only its first owner.
 */
public final class Codeowners {

  /** Where code hosts look for the file. */
  public static final List<String> PLACES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

  /** No such file. */
  public static final Codeowners NONE = new Codeowners("");

  /** Nobody needs more, and each of them multiplies the ways to match a path. */
  private static final int MOST_STARS = 3;

  private final List<Line> lines = new ArrayList<>();

  /**
   * A line.
   *
   * @param pattern the parts of its path pattern
   * @param below whether it is also about all below what it matches
   * @param owner its first owner as written; empty if it names none
   */
  private record Line(List<String> pattern, boolean below, String owner) {}

  /** Reads the text of a file; what it does not understand it leaves out. */
  public Codeowners(String text) {
    for (String line : text.lines().toList()) {
      List<String> words = words(line);
      String pattern = words.isEmpty() ? "" : words.get(0);
      if (!pattern.isEmpty() && "#[!^".indexOf(pattern.charAt(0)) < 0) {
        lines.add(line(pattern, words.size() < 2 ? "" : words.get(1)));
      }
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ' ' : line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == ' ' || c == '\t') {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else if (c == '#' && word.isEmpty() && !words.isEmpty()) {
        break;
      } else {
        word.append(c);
      }
    }
    return words;
  }

  private static Line line(String text, String owner) {
    String pattern = text;
    boolean directory = pattern.endsWith("/");
    pattern = directory ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean anchored = pattern.indexOf('/') >= 0;
    pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    List<String> parts = new ArrayList<>();
    if (!anchored) {
      parts.add("**");
    }
    for (String part : pattern.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    if (Collections.frequency(parts, "**") > MOST_STARS) {
      return new Line(List.of("/"), false, ""); // matches nothing
    }
    String last = parts.isEmpty() ? "**" : parts.get(parts.size() - 1);
    return new Line(parts, directory || !last.equals("*") || !anchored, owner);
  }

  /** The first owner of a path as it is written, such as {@code @acme/payments}; or nothing. */
  String owner(String path) {
    List<String> parts = List.of(path.split("/", -1));
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (matches(line.pattern(), 0, parts, 0, line.below())) {
        return line.owner();
      }
    }
    return "";
  }

  /** The name of a team or person, of {@code @acme/payments}, {@code @jane} or an address. */
  static String name(String owner) {
    String name = owner.startsWith("@") ? owner.substring(1) : owner;
    name = name.substring(name.lastIndexOf('/') + 1);
    int at = name.indexOf('@');
    return at > 0 ? name.substring(0, at) : name;
  }

  private static boolean matches(
      List<String> pattern, int p, List<String> path, int i, boolean below) {
    if (p == pattern.size()) {
      return i == path.size() || below;
    }
    if (pattern.get(p).equals("**")) {
      for (int next = i; next <= path.size(); next++) {
        if (matches(pattern, p + 1, path, next, below)) {
          return true;
        }
      }
      return false;
    }
    return i < path.size()
        && glob(pattern.get(p), path.get(i))
        && matches(pattern, p + 1, path, i + 1, below);
  }

  /**
   * Whether a name matches a pattern with {@code *} and {@code ?}; linear but for the last star.
   */
  private static boolean glob(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int from = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = n;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
