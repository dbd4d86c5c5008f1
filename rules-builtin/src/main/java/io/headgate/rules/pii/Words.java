package io.headgate.rules.pii;

import io.headgate.rules.pii.Vocabulary.Meaning;
import io.headgate.rules.pii.Vocabulary.Role;
import io.headgate.rules.pii.Vocabulary.Strength;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of names and texts as the vocabulary knows them, and the terms that they form. */
final class Words {

  /** How many words of a language a schema must have to speak it. */
  private static final int SPOKEN = 2;

  /** How many names must begin or end with a word at least before it counts as an affix. */
  private static final int MANY = 4;

  private static final Set<String> KEYS = Set.of("id", "number", "key", "uuid", "ref");

  private final Vocabulary vocabulary = Vocabulary.get();
  private final List<String> names;
  private final int packs;

  private final Map<String, List<String>> read = new HashMap<>();

  /** The words that many names begin or end with; null as long as nobody asked. */
  private @Nullable Set<String> affixes;

  /** The packs whose languages the names speak; negative as long as nobody asked. */
  private int spoken = -1;

  /**
   * The words of one schema.
   *
   * @param names the names of its fields and of its topic, to tell their languages
   * @param packs the bits of the packs that are on
   */
  Words(List<String> names, int packs) {
    this.names = names;
    this.packs = packs;
  }

  /** Where a term stands, and what it means. */
  record Match(int start, int end, Meaning meaning) {
    boolean covers(int index) {
      return index >= start && index < end;
    }
  }

  /** The words of a text; names and their parents are asked for again and again. */
  List<String> of(String text) {
    List<String> known = read.get(text);
    if (known == null) {
      known = cut(text);
      read.put(text, known);
    }
    return known;
  }

  private List<String> cut(String text) {
    List<String> tokens = Tokens.of(text);
    List<String> words = new ArrayList<>(tokens.size() + 1);
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String known = vocabulary.known(token);
      int tail = vocabulary.compound(known);
      if (tail > 0) {
        words.add(vocabulary.stem(known.substring(0, tail)));
        words.add(Tokens.number(known.substring(tail)));
      } else if (known.indexOf(' ') < 0) {
        words.add(known);
      } else {
        words.addAll(List.of(known.split(" ")));
      }
    }
    return words;
  }

  /** Whether the schema has words that only this pack has. */
  private boolean speaks(int pack) {
    if (spoken < 0) {
      spoken = spoken();
    }
    return (spoken & (1 << pack)) != 0;
  }

  /** Whether so many names begin or end with the word that it says nothing about any of them. */
  boolean isAffix(String word) {
    Set<String> made = affixes;
    if (made == null) {
      made = affixes();
      affixes = made;
    }
    return made.contains(word);
  }

  private Set<String> affixes() {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> affixes = new HashSet<>();
    int least = Math.max(MANY, names.size() / 2);
    for (int i = 0; i < names.size(); i++) {
      List<String> words = of(names.get(i));
      int last = words.size() - 1;
      for (int at = 0; at <= last && last > 0; at += last) {
        String word = words.get(at);
        int count = counts.getOrDefault(word, 0) + 1;
        counts.put(word, count);
        if (count >= least) {
          affixes.add(word);
        }
      }
    }
    return affixes;
  }

  private int spoken() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      all.addAll(of(names.get(i)));
    }
    int[] counts = new int[Vocabulary.PACKS.size()];
    int bits = 0;
    for (String word : all) {
      int of = vocabulary.packsOf(word) & packs;
      if (word.length() > 2 && Integer.bitCount(of) == 1) {
        int pack = Integer.numberOfTrailingZeros(of);
        counts[pack]++;
        bits |= counts[pack] >= SPOKEN ? of : 0;
      }
    }
    return bits;
  }

  /** The terms in the text, leftmost and longest first, without overlap. */
  List<Match> matches(List<String> words, int from) {
    List<Match> matches = new ArrayList<>(2);
    int i = from;
    while (i < words.size()) {
      int end = Math.min(words.size(), i + vocabulary.longest(words.get(i)));
      Meaning meaning = null;
      for (; end > i && meaning == null; end--) {
        meaning = vocabulary.meaning(words, i, end, packs);
        if (meaning != null
            && meaning.strength() == Strength.TENTATIVE
            && !speaks(meaning.pack())) {
          meaning = null;
        }
      }
      if (meaning == null) {
        i++;
      } else {
        matches.add(new Match(i, end + 1, meaning));
        i = end + 1;
      }
    }
    return matches;
  }

  /** The classes that a text names without doubt. */
  List<PersonalData> named(String text) {
    List<PersonalData> classes = new ArrayList<>(1);
    for (Match match : matches(of(text), 0)) {
      PersonalData type = match.meaning().type();
      if (type != null && !match.meaning().strength().isQuiet()) {
        classes.add(type);
      }
    }
    return classes;
  }

  /** Whether a text names a person. */
  boolean namesPerson(String text) {
    for (String word : of(text)) {
      if (vocabulary.is(Role.PERSON, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name ends as the name of an aspect, such as {@code id} or {@code count}. */
  boolean endsInAspect(String name) {
    List<String> words = of(name);
    return !words.isEmpty() && vocabulary.is(Role.ASPECT, words.get(words.size() - 1));
  }

  /** Whether a name is that of a person's record, or of the key of one. */
  boolean isKey(String name, boolean record) {
    List<String> words = of(name);
    int last = words.size() - 1;
    if (last < 0) {
      return false;
    }
    if (record) {
      return vocabulary.is(Role.PERSON, words.get(last));
    }
    return last > 0
        && KEYS.contains(words.get(last))
        && (vocabulary.is(Role.PERSON, words.get(last - 1))
            || vocabulary.is(Role.KEY, words.get(last - 1)));
  }
}
