package io.headgate.rules.pii;

import io.headgate.rules.pii.Vocabulary.Meaning;
import io.headgate.rules.pii.Vocabulary.Role;
import io.headgate.rules.pii.Vocabulary.Strength;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of one field: which of its words mean personal data, what the other words make of
 * that, and which context is nearest.
 */
final class NameReader {

  private static final int PENALTY = 50;
  private static final int DOUBT = 25;

  private final Vocabulary vocabulary = Vocabulary.get();
  private final List<String> topic;

  /**
   * A reader for the fields of one topic.
   *
   * @param topic the name of the topic: the outermost context
   */
  NameReader(String topic) {
    this.topic = words(topic);
  }

  private record Match(int start, int end, Meaning meaning) {
    private boolean covers(int index) {
      return index >= start && index < end;
    }
  }

  /**
   * The nearest word that says whose field it is; how far: 0 own name, 1 parent, 2 above, 3 topic.
   */
  private record Context(Role role, String word, int distance) {}

  /** What the words of the own name around a term make of it. */
  private static final class Company {
    boolean aspect;
    boolean counter;
    boolean strange;
    boolean disguised;
  }

  /** Words as the vocabulary knows them. */
  List<String> words(String text) {
    List<String> words = Tokens.of(text);
    words.replaceAll(vocabulary::known);
    return words;
  }

  /** The terms in the text, leftmost and longest first, without overlap. */
  private List<Match> matches(List<String> words, int from) {
    List<Match> matches = new ArrayList<>(2);
    int i = from;
    while (i < words.size()) {
      int end = Math.min(words.size(), i + vocabulary.longest(words.get(i)));
      Meaning meaning = null;
      for (; end > i && meaning == null; end--) {
        meaning = vocabulary.meaning(words, i, end);
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
    for (Match match : matches(words(text), 0)) {
      PersonalData type = match.meaning().type();
      if (type != null && match.meaning().strength() != Strength.WEAK) {
        classes.add(type);
      }
    }
    return classes;
  }

  /** Whether a text names a person. */
  boolean namesPerson(String text) {
    return words(text).stream().anyMatch(word -> vocabulary.is(Role.PERSON, word));
  }

  /** Whether a name ends as the name of an aspect, such as {@code id} or {@code count}. */
  boolean endsInAspect(String name) {
    List<String> words = words(name);
    return !words.isEmpty() && vocabulary.is(Role.ASPECT, words.get(words.size() - 1));
  }

  /** What the last of the segments means below the others; null if nothing personal. */
  @Nullable Reading read(String[] segments, Shape shape) {
    List<String> words = new ArrayList<>();
    if (segments.length > 1) {
      words.addAll(words(segments[segments.length - 2]));
    }
    int own = words.size();
    words.addAll(words(segments[segments.length - 1]));
    Reading whole = best(matches(words, 0), words, own, segments, shape);
    Reading alone = own == 0 ? null : best(matches(words, own), words, own, segments, shape);
    return whole == null || (alone != null && alone.score() > whole.score()) ? alone : whole;
  }

  private @Nullable Reading best(
      List<Match> matches, List<String> words, int own, String[] segments, Shape shape) {
    Reading best = null;
    for (Match match : matches) {
      PersonalData type = match.meaning().type();
      if (type != null && type.fits(shape) && isOwn(match, words, own)) {
        Reading reading = judge(match, type, matches, words, own, segments);
        if (reading != null && (best == null || reading.score() > best.score())) {
          best = reading;
        }
      }
    }
    return best;
  }

  /** Whether the term ends in the own name; {@code email.value} counts as {@code email}. */
  private boolean isOwn(Match match, List<String> words, int own) {
    return match.end() > own
        || (match.end() == own
            && own < words.size()
            && words.subList(own, words.size()).stream()
                .allMatch(word -> vocabulary.is(Role.NEUTRAL, word)));
  }

  private @Nullable Reading judge(
      Match match,
      PersonalData type,
      List<Match> matches,
      List<String> words,
      int own,
      String[] segments) {
    Company company = company(match, matches, words, own);
    Context context = context(match, words, own, segments);
    Strength strength = match.meaning().strength();
    if (strength == Strength.WEAK
        && type == PersonalData.PERSON_NAME
        && match.start() > 0
        && vocabulary.is(Role.PERSON, words.get(match.start() - 1))) {
      strength = Strength.STRONG; // customerName is as plain as lastName
    }
    boolean weak = strength == Strength.WEAK;
    boolean alone = false;
    if (weak) {
      if (company.aspect || company.counter || company.strange || isForeign(context)) {
        return null;
      }
      alone = context == null || isStranger(match, matches, words, own);
    }
    int score =
        switch (strength) {
          case WEAK -> 50;
          case STRONG -> 70;
          case UNMISTAKABLE -> 80;
        };
    score -= company.aspect || company.counter ? PENALTY : 0;
    score -= company.strange && match.end() < words.size() ? 15 : 0;
    List<String> evidence = new ArrayList<>(3);
    evidence.add(
        "'" + String.join(" ", words.subList(match.start(), match.end())) + "' in its name");
    if (context != null && !alone) {
      score += weight(context, strength, type);
      if (!isForeign(context) && context.distance() > 0) {
        evidence.add(
            (context.distance() == 3 ? "'" : "below '")
                + context.word()
                + (context.distance() == 3 ? "' in the topic's name" : "'"));
      }
    }
    return score < Detection.MEDIUM - 15 && !alone
        ? null
        : new Reading(type, score, alone, company.disguised, evidence);
  }

  private static boolean isForeign(@Nullable Context context) {
    return context != null
        && (context.role() == Role.ORGANISATION || context.role() == Role.TECHNICAL);
  }

  private static int weight(Context context, Strength strength, PersonalData type) {
    boolean topic = context.distance() == 3;
    int weak = strength == Strength.WEAK ? 5 : 0;
    return switch (context.role()) {
      case PERSON -> topic ? 10 : 15 + weak;
      case PERHAPS_PERSON -> topic ? 5 : 10 + weak;
      case ORGANISATION -> type.isSharedWithThings() ? -DOUBT : 0;
      case TECHNICAL -> strength == Strength.UNMISTAKABLE ? -DOUBT : -PENALTY;
      default -> 0;
    };
  }

  private Company company(Match match, List<Match> matches, List<String> words, int own) {
    Company company = new Company();
    for (int i = Math.min(own, match.start()); i < words.size(); i++) {
      int index = i;
      if (match.covers(i) || i < own) {
        continue;
      }
      String word = words.get(i);
      boolean tail = i >= match.end();
      if (vocabulary.is(Role.DISGUISE, word)) {
        company.disguised = true;
      } else if (tail && vocabulary.is(Role.ASPECT, word)) {
        company.aspect = true;
      } else if (!tail && vocabulary.is(Role.COUNTER, word)) {
        company.counter = true;
      } else if (matches.stream().noneMatch(m -> m.covers(index))
          && !hasRole(word)
          && word.length() > 1) {
        company.strange = true;
      }
    }
    return company;
  }

  private boolean hasRole(String word) {
    return vocabulary.is(Role.NEUTRAL, word) || roleOf(word) != null;
  }

  private @Nullable Role roleOf(String word) {
    for (Role role :
        new Role[] {Role.PERSON, Role.PERHAPS_PERSON, Role.ORGANISATION, Role.TECHNICAL}) {
      if (vocabulary.is(role, word)) {
        return role;
      }
    }
    return null;
  }

  /** Whether a weak term stands below a parent that says nothing about persons or addresses. */
  private boolean isStranger(Match match, List<Match> matches, List<String> words, int own) {
    if (own == 0 || match.start() < own) {
      return false;
    }
    for (int i = 0; i < own; i++) {
      int index = i;
      if (hasRole(words.get(i)) || matches.stream().anyMatch(m -> m.covers(index))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Context context(Match match, List<String> words, int own, String[] segments) {
    for (int i = match.end() - 1; i >= own; i--) {
      Context context = context(words.get(i), 0, i >= match.start());
      if (context != null) {
        return context;
      }
    }
    for (int i = match.end(); i < words.size(); i++) {
      Context context = context(words.get(i), 0, false);
      if (context != null) {
        return context;
      }
    }
    for (int i = own - 1; i >= 0; i--) {
      Context context = context(words.get(i), 1, i >= match.start());
      if (context != null) {
        return context;
      }
    }
    for (int s = segments.length - 3; s >= 0; s--) {
      Context context = farContext(words(segments[s]), 2);
      if (context != null) {
        return context;
      }
    }
    return farContext(topic, 3);
  }

  /** Far away, technical words say nothing: {@code customer-events} is about customers. */
  private @Nullable Context farContext(List<String> words, int distance) {
    for (int i = words.size() - 1; i >= 0; i--) {
      Context context = context(words.get(i), distance, false);
      if (context != null && context.role() != Role.TECHNICAL) {
        return context;
      }
    }
    return null;
  }

  /** Inside a term only a person counts: the device of {@code device id} is no context of it. */
  private @Nullable Context context(String word, int distance, boolean inTerm) {
    Role role = roleOf(word);
    return role == null || (inTerm && role != Role.PERSON && role != Role.PERHAPS_PERSON)
        ? null
        : new Context(role, word, distance);
  }
}
