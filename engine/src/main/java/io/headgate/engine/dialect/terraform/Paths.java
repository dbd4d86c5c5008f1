package io.headgate.engine.dialect.terraform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths below the root of a run, with forward slashes; the root itself is empty. */
final class Paths {

  private Paths() {}

  static String directory(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  /** Where a path leads from a directory, or null if out of the root. */
  static @Nullable String resolve(String directory, String path) {
    if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
      return null;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (directory + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return null;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** A path seen from another directory, as Terraform writes {@code path.module}. */
  static String relative(String from, String to) {
    String[] start = from.isEmpty() ? new String[0] : from.split("/", -1);
    String[] end = to.isEmpty() ? new String[0] : to.split("/", -1);
    int common = 0;
    while (common < Math.min(start.length, end.length) && start[common].equals(end[common])) {
      common++;
    }
    StringBuilder path = new StringBuilder();
    for (int i = common; i < start.length; i++) {
      path.append(path.isEmpty() ? ".." : "/..");
    }
    for (int i = common; i < end.length; i++) {
      path.append(path.isEmpty() ? "" : "/").append(end[i]);
    }
    return path.isEmpty() ? "." : path.toString();
  }
}
