package io.headgate.engine.init;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people call their environments. */
final class EnvironmentWords {

  private static final Set<String> WORDS =
      Set.of(
          "prod",
          "production",
          "prd",
          "live",
          "preprod",
          "preproduction",
          "pre",
          "nonprod",
          "dev",
          "devel",
          "develop",
          "development",
          "test",
          "testing",
          "tst",
          "stage",
          "staging",
          "stg",
          "uat",
          "int",
          "integration",
          "acc",
          "acceptance",
          "qa",
          "perf",
          "sandbox",
          "sbx",
          "local");

  private EnvironmentWords() {}

  /**
   * A word for an environment.
   *
   * @param directory the name of the directory that it was found in
   * @param path the path of that directory
   */
  record Found(String word, String directory, String path) {}

  /**
   * The environment that a path speaks of: the last directory of it with such a word.
   *
   * @param path directories with slashes between them
   */
  static @Nullable Found in(String path) {
    String[] parts = path.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      String word = word(parts[i]);
      // The tests of a program are no environment.
      if (word != null && !(word.equals("test") && i > 0 && parts[i - 1].equals("src"))) {
        return new Found(word, parts[i], String.join("/", Arrays.asList(parts).subList(0, i + 1)));
      }
    }
    return null;
  }

  /** The word for an environment in a name such as {@code kafka-prod}, or null. */
  static @Nullable String word(String name) {
    String before = "";
    String found = null;
    for (String part : name.toLowerCase(Locale.ROOT).split("[-_. ]", -1)) {
      if (WORDS.contains(part)) {
        boolean negated = part.startsWith("prod") && (before.equals("pre") || before.equals("non"));
        found = negated ? before + part : part;
      }
      before = part;
    }
    return found;
  }
}
