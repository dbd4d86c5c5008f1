package io.headgate.rules.pii;

import io.headgate.spi.model.Located;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "no", "fi", "cs", "tr",
          "world");

  /** The languages that a policy can name. */
  static final List<String> LANGUAGES = PACKS.subList(0, PACKS.size() - 1);

  /** All packs, one bit for each. */
  static final int ALL = (1 << 15) - 1;

  private static final String OTHERS = "languages.txt";
  private static final String SECTION = "\n[";

  /** How loudly a term speaks. */
  enum Strength {
    TENTATIVE,
    WEAK,
    FAIR,
    STRONG,
    UNMISTAKABLE;

    /** Whether such a term speaks only where a person is near. */
    boolean isQuiet() {
      return this == TENTATIVE || this == WEAK || this == FAIR;
    }
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
    DISGUISE(128),
    KEY(256),
    COMPOUND(512);

    private final int bit;

    Role(int bit) {
      this.bit = bit;
    }

    /** Whether this is one of some roles. */
    boolean isIn(int roles) {
      return (roles & bit) != 0;
    }
  }

  /**
   * The meaning of a term.
   *
   * @param type the class, or null for a phrase that means no personal data at all
   * @param pack the pack that says so, by its place in {@link #PACKS}
   * @param next what a later pack says of the same term
   */
  record Meaning(
      @Nullable PersonalData type, Strength strength, int pack, @Nullable Meaning next) {}

  /** What is known of a text of one or more words. */
  private static final class Entry {
    private @Nullable Meaning meaning;
    private int roles;
    private int longest;
    private int packs;
    private @Nullable String full;
  }

  private static final class Holder {
    static final Vocabulary INSTANCE = new Vocabulary();
  }

  private final Map<String, Entry> entries = new HashMap<>(16384);
  private final List<String> compounds = new ArrayList<>(64);
  private int pack;

  private Vocabulary() {
    read(resource("en.txt"));
    String others = resource(OTHERS);
    for (int start = others.indexOf(SECTION); start >= 0; ) {
      int end = others.indexOf(SECTION, start + 1);
      pack = PACKS.indexOf(others.substring(start + SECTION.length(), others.indexOf(']', start)));
      read(others.substring(start, end < 0 ? others.length() : end));
      start = end;
    }
  }

  /** The only one; read when it is first needed. */
  static Vocabulary get() {
    return Holder.INSTANCE;
  }

  /**
   * The bits of the packs of some languages; English and what belongs to no language are always
   * there, since names are half English everywhere.
   *
   * @param languages two letters each; all languages if there are none
   */
  static int packs(List<Located<String>> languages) {
    if (languages.isEmpty()) {
      return ALL;
    }
    int packs = 1 | (1 << PACKS.indexOf("world"));
    for (int i = 0; i < languages.size(); i++) {
      int pack = PACKS.indexOf(languages.get(i).toString().toLowerCase(Locale.ROOT));
      packs |= pack < 0 ? 0 : 1 << pack;
    }
    return packs;
  }

  /** The text of a pack. */
  static String text(String pack) {
    if (pack.equals("en")) {
      return resource("en.txt");
    }
    String others = resource(OTHERS);
    int start = others.indexOf(SECTION + pack + "]");
    int end = others.indexOf(SECTION, start + 1);
    return others.substring(start, end < 0 ? others.length() : end);
  }

  private static String resource(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The vocabulary '" + name + "' is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The meaning of the words {@code from} to {@code to} in the first of some packs, or null if they
   * are no term of theirs.
   *
   * @param packs the bits of the packs
   */
  @Nullable Meaning meaning(List<String> tokens, int from, int to, int packs) {
    Entry entry =
        entries.get(to - from == 1 ? tokens.get(from) : String.join(" ", tokens.subList(from, to)));
    Meaning meaning = entry == null ? null : entry.meaning;
    while (meaning != null && (packs & (1 << meaning.pack())) == 0) {
      meaning = meaning.next();
    }
    return meaning;
  }

  /** The bits of the packs that have the word, by itself or in a term. */
  int packsOf(String word) {
    Entry entry = entries.get(word);
    return entry == null ? 0 : entry.packs;
  }

  /** How many words the longest term has that begins with this one; 0 if none does. */
  int longest(String word) {
    Entry entry = entries.get(word);
    return entry == null ? 0 : entry.longest;
  }

  /** The roles of the word, to be asked with {@link Role#isIn}. */
  int roles(String word) {
    Entry entry = entries.get(word);
    return entry == null ? 0 : entry.roles;
  }

  /** Whether the word has the role. */
  boolean is(Role role, String word) {
    Entry entry = entries.get(word);
    return entry != null && (entry.roles & role.bit) != 0;
  }

  /**
   * The word as the vocabulary knows it: an abbreviation is written out, a plural that it does not
   * know becomes its singular, and {@code ae}, {@code oe} and {@code ue} become the vowels that
   * they stand for.
   */
  String known(String word) {
    Entry entry = entries.get(word);
    if (entry != null) {
      return entry.full == null ? word : entry.full;
    }
    if (word.endsWith("s")) {
      String singular = singular(word);
      if (entries.containsKey(singular)) {
        return singular;
      }
    }
    if (word.endsWith("nr")) {
      String number = word.substring(0, word.length() - 1).concat("ummer");
      return entries.containsKey(number) ? number : word;
    }
    if (word.contains("ae") || word.contains("oe") || word.contains("ue")) {
      String plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
      return entries.containsKey(plain) ? plain : word;
    }
    return word;
  }

  private String singular(String word) {
    String singular = word.substring(0, word.length() - 1);
    if (!entries.containsKey(singular)) {
      if (singular.endsWith("ie")) {
        return singular.substring(0, singular.length() - 2).concat("y");
      }
      if (singular.endsWith("e")) {
        return singular.substring(0, singular.length() - 1);
      }
    }
    return singular;
  }

  /**
   * Where the last word of a compound such as {@code kundenname} begins; 0 if the word is none or
   * is known as it is. The word ahead must be known, unless the last one speaks for itself.
   */
  int compound(String word) {
    if (word.length() < 6 || entries.containsKey(word)) {
      return 0;
    }
    int longest = 0;
    for (int i = 0; i < compounds.size(); i++) {
      String tail = compounds.get(i);
      int at = word.length() - tail.length();
      if (tail.length() > longest && at >= 3 && word.endsWith(tail)) {
        Entry last = entries.get(tail);
        if ((last != null && speaks(last)) || entries.containsKey(stem(word.substring(0, at)))) {
          longest = tail.length();
        }
      }
    }
    return longest == 0 ? 0 : word.length() - longest;
  }

  private static boolean speaks(Entry entry) {
    return entry.meaning != null && entry.meaning.strength() == Strength.UNMISTAKABLE;
  }

  /** The word without the letters that link it to the next, if it is known only so. */
  String stem(String word) {
    for (int cut = 0; cut <= 2 && word.length() - cut >= 3; cut++) {
      String stem = word.substring(0, word.length() - cut);
      String tail = word.substring(word.length() - cut);
      boolean links = cut == 0 || tail.equals("s") || tail.equals("n") || tail.equals("en");
      if (links && entries.containsKey(known(stem))) {
        return known(stem);
      }
    }
    return word;
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
    if (head.equals("short")) {
      readAbbreviations(pack, colon, end);
      return;
    }
    Meaning meaning = meaningOf(head);
    int roles = meaning == null ? Role.valueOf(constant(head)).bit : 0;
    int from = colon + 2;
    while (from < end) {
      int comma = pack.indexOf(',', from);
      int to = comma < 0 || comma > end ? end : comma;
      String term = pack.substring(from, to);
      if (meaning == null) {
        entry(term).roles |= roles;
        if (roles == Role.COMPOUND.bit && !compounds.contains(term)) {
          compounds.add(term);
        }
      } else {
        addTerm(term, meaning);
      }
      from = to + 2;
    }
  }

  private void readAbbreviations(String pack, int colon, int end) {
    int from = colon + 2;
    while (from < end) {
      int comma = pack.indexOf(',', from);
      int to = comma < 0 || comma > end ? end : comma;
      int space = pack.indexOf(' ', from);
      entry(pack.substring(from, space)).full = pack.substring(space + 1, to);
      from = to + 2;
    }
  }

  private @Nullable Meaning meaningOf(String head) {
    if (head.equals("nothing")) {
      return new Meaning(null, Strength.UNMISTAKABLE, pack, null);
    }
    Strength strength =
        switch (head.charAt(head.length() - 1)) {
          case '!' -> Strength.UNMISTAKABLE;
          case '+' -> Strength.STRONG;
          case '*' -> Strength.FAIR;
          case '?' -> Strength.WEAK;
          case '~' -> Strength.TENTATIVE;
          default -> null;
        };
    return strength == null
        ? null
        : new Meaning(
            PersonalData.valueOf(constant(head.substring(0, head.length() - 2))),
            strength,
            pack,
            null);
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
    } else {
      entry.meaning = append(entry.meaning, meaning);
    }
  }

  private static Meaning append(Meaning first, Meaning last) {
    if (first.pack() == last.pack()) {
      return first;
    }
    Meaning next = first.next() == null ? last : append(first.next(), last);
    return new Meaning(first.type(), first.strength(), first.pack(), next);
  }

  private Entry entry(String text) {
    Entry entry = entries.get(text);
    if (entry == null) {
      entry = new Entry();
      entries.put(text, entry);
    }
    entry.packs |= 1 << pack;
    return entry;
  }
}
