package io.headgate.rules.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of names mean, read from one pack for each language; {@code en.txt} explains the
 * format.
 */
final class Vocabulary {

  /** The packs; the first to say what a term means is right. */
  static final List<String> PACKS =
      List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "world");

  /** How loudly a term speaks. */
  enum Strength {
    WEAK,
    STRONG,
    UNMISTAKABLE
  }

  /** What a word says about the words around it. */
  enum Role {
    PERSON,
    PERHAPS_PERSON,
    ORGANISATION,
    TECHNICAL,
    NEUTRAL,
    ASPECT,
    COUNTER,
    DISGUISE;

    private static Role of(String head) {
      return valueOf(head.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * The meaning of a term.
   *
   * @param type the class, or null for a phrase that means no personal data at all
   */
  record Meaning(@Nullable PersonalData type, Strength strength) {}

  private static final class Holder {
    static final Vocabulary INSTANCE = new Vocabulary();
  }

  private final Map<String, Meaning> terms = new HashMap<>(4096);
  private final Map<String, EnumSet<Role>> roles = new HashMap<>(2048);
  private final Set<String> words = new HashSet<>(4096);
  private final Map<String, Integer> longest = new HashMap<>(4096);

  private Vocabulary() {
    PACKS.forEach(pack -> lines(pack).forEach(this::read));
  }

  /** The only one; read when it is first needed. */
  static Vocabulary get() {
    return Holder.INSTANCE;
  }

  /** The lines of a pack. */
  static List<String> lines(String pack) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(pack + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("The vocabulary '" + pack + "' is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The meaning of the words {@code from} to {@code to}, or null if they are no term. */
  @Nullable Meaning meaning(List<String> tokens, int from, int to) {
    return terms.get(
        to - from == 1 ? tokens.get(from) : String.join(" ", tokens.subList(from, to)));
  }

  /** How many words the longest term has that begins with this one; 0 if none does. */
  int longest(String word) {
    return longest.getOrDefault(word, 0);
  }

  /** Whether the word has the role. */
  boolean is(Role role, String word) {
    EnumSet<Role> found = roles.get(word);
    return found != null && found.contains(role);
  }

  /** The word as the vocabulary knows it: a plural that it does not know becomes its singular. */
  String known(String word) {
    if (word.endsWith("s") && !words.contains(word)) {
      for (String singular : singulars(word)) {
        if (words.contains(singular)) {
          return singular;
        }
      }
    }
    return word;
  }

  private static List<String> singulars(String word) {
    String bare = word.substring(0, word.length() - 1);
    if (bare.endsWith("ie")) {
      return List.of(bare, bare.substring(0, bare.length() - 2) + "y");
    }
    return bare.endsWith("e") ? List.of(bare, bare.substring(0, bare.length() - 1)) : List.of(bare);
  }

  private void read(String line) {
    int colon = line.indexOf(':');
    if (line.isEmpty() || line.charAt(0) == '#' || colon < 0) {
      return;
    }
    String head = line.substring(0, colon);
    Meaning meaning = meaningOf(head);
    Role role = meaning == null ? Role.of(head) : null;
    int start = colon + 1;
    while (start < line.length()) {
      int comma = line.indexOf(',', start);
      int end = comma < 0 ? line.length() : comma;
      String term = line.substring(start, end).strip();
      if (role != null) {
        roles.computeIfAbsent(term, word -> EnumSet.noneOf(Role.class)).add(role);
        words.add(term);
      } else if (meaning != null) {
        addTerm(term, meaning);
      }
      start = end + 1;
    }
  }

  private static @Nullable Meaning meaningOf(String head) {
    if (head.equals("nothing")) {
      return new Meaning(null, Strength.UNMISTAKABLE);
    }
    Strength strength =
        switch (head.charAt(head.length() - 1)) {
          case '!' -> Strength.UNMISTAKABLE;
          case '+' -> Strength.STRONG;
          case '?' -> Strength.WEAK;
          default -> null;
        };
    return strength == null
        ? null
        : new Meaning(
            PersonalData.valueOf(
                head.substring(0, head.length() - 2).toUpperCase(Locale.ROOT).replace('-', '_')),
            strength);
  }

  /** People write {@code firstname} as often as {@code firstName}. */
  private void addTerm(String term, Meaning meaning) {
    String[] parts = term.split(" ", -1);
    terms.putIfAbsent(term, meaning);
    longest.merge(parts[0], parts.length, Math::max);
    words.addAll(List.of(parts));
    if (parts.length > 1) {
      String joined = String.join("", parts);
      terms.putIfAbsent(joined, meaning);
      longest.putIfAbsent(joined, 1);
      words.add(joined);
    }
  }
}
