package io.headgate.rules.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words of names mean, read from one pack for each language; {@code en.txt} explains the
 * format. Read in a few milliseconds when the first schema is there, so with plain loops: streams
 * and lambdas cost more than the reading itself.
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
    PERSON(1),
    PERHAPS_PERSON(2),
    ORGANISATION(4),
    TECHNICAL(8),
    NEUTRAL(16),
    ASPECT(32),
    COUNTER(64),
    DISGUISE(128);

    private final int bit;

    Role(int bit) {
      this.bit = bit;
    }
  }

  /**
   * The meaning of a term.
   *
   * @param type the class, or null for a phrase that means no personal data at all
   */
  record Meaning(@Nullable PersonalData type, Strength strength) {}

  /** What is known of a text of one or more words. */
  private static final class Entry {
    private @Nullable Meaning meaning;
    private int roles;
    private int longest;
  }

  private static final class Holder {
    static final Vocabulary INSTANCE = new Vocabulary();
  }

  private final Map<String, Entry> entries = new HashMap<>(8192);

  private Vocabulary() {
    for (String pack : PACKS) {
      read(text(pack));
    }
  }

  /** The only one; read when it is first needed. */
  static Vocabulary get() {
    return Holder.INSTANCE;
  }

  /** The text of a pack. */
  static String text(String pack) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(pack.concat(".txt"))) {
      if (in == null) {
        throw new IllegalStateException("The vocabulary '" + pack + "' is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The meaning of the words {@code from} to {@code to}, or null if they are no term. */
  @Nullable Meaning meaning(List<String> tokens, int from, int to) {
    Entry entry =
        entries.get(to - from == 1 ? tokens.get(from) : String.join(" ", tokens.subList(from, to)));
    return entry == null ? null : entry.meaning;
  }

  /** How many words the longest term has that begins with this one; 0 if none does. */
  int longest(String word) {
    Entry entry = entries.get(word);
    return entry == null ? 0 : entry.longest;
  }

  /** Whether the word has the role. */
  boolean is(Role role, String word) {
    Entry entry = entries.get(word);
    return entry != null && (entry.roles & role.bit) != 0;
  }

  /** The word as the vocabulary knows it: a plural that it does not know becomes its singular. */
  String known(String word) {
    if (!word.endsWith("s") || entries.containsKey(word)) {
      return word;
    }
    String singular = word.substring(0, word.length() - 1);
    if (!entries.containsKey(singular)) {
      if (singular.endsWith("ie")) {
        singular = singular.substring(0, singular.length() - 2).concat("y");
      } else if (singular.endsWith("e")) {
        singular = singular.substring(0, singular.length() - 1);
      }
    }
    return entries.containsKey(singular) ? singular : word;
  }

  private void read(String pack) {
    int start = 0;
    while (start < pack.length()) {
      int end = pack.indexOf('\n', start);
      end = end < 0 ? pack.length() : end;
      int colon = pack.indexOf(':', start);
      if (pack.charAt(start) != '#' && colon > start && colon < end) {
        readLine(pack, start, colon, end);
      }
      start = end + 1;
    }
  }

  private void readLine(String pack, int start, int colon, int end) {
    String head = pack.substring(start, colon);
    Meaning meaning = meaningOf(head);
    int roles = meaning == null ? Role.valueOf(constant(head)).bit : 0;
    int from = colon + 2;
    while (from < end) {
      int comma = pack.indexOf(',', from);
      int to = comma < 0 || comma > end ? end : comma;
      String term = pack.substring(from, to);
      if (meaning == null) {
        entry(term).roles |= roles;
      } else {
        addTerm(term, meaning);
      }
      from = to + 2;
    }
  }

  private static @Nullable Meaning meaningOf(String head) {
    if (head.equals("nothing")) {
      return new Meaning(null, Strength.UNMISTAKABLE);
    }
    Strength strength =
        head.endsWith(" !")
            ? Strength.UNMISTAKABLE
            : head.endsWith(" +") ? Strength.STRONG : head.endsWith(" ?") ? Strength.WEAK : null;
    return strength == null
        ? null
        : new Meaning(
            PersonalData.valueOf(constant(head.substring(0, head.length() - 2))), strength);
  }

  private static String constant(String words) {
    return words.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** People write {@code firstname} as often as {@code firstName}. */
  private void addTerm(String term, Meaning meaning) {
    mean(term, meaning);
    int count = 1;
    int start = 0;
    int space = term.indexOf(' ');
    int first = space < 0 ? term.length() : space;
    while (space >= 0) {
      entry(term.substring(start, space));
      start = space + 1;
      space = term.indexOf(' ', start);
      count++;
    }
    if (count > 1) {
      entry(term.substring(start));
      String joined = term.replace(" ", "");
      mean(joined, meaning);
      entry(joined).longest = Math.max(1, entry(joined).longest);
    }
    Entry begin = entry(term.substring(0, first));
    begin.longest = Math.max(count, begin.longest);
  }

  private void mean(String term, Meaning meaning) {
    Entry entry = entry(term);
    if (entry.meaning == null) {
      entry.meaning = meaning;
    }
  }

  private Entry entry(String text) {
    Entry entry = entries.get(text);
    if (entry == null) {
      entry = new Entry();
      entries.put(text, entry);
    }
    return entry;
  }
}
