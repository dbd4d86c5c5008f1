package io.headgate.rules.pii;

import io.headgate.rules.pii.Vocabulary.Role;
import io.headgate.rules.pii.Vocabulary.Strength;
import io.headgate.rules.pii.Words.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name of one field: which of its words mean personal data, what the other words make of
 * that, and which context is nearest.
 */
final class NameReader {

  private static final int PENALTY = 50;
  private static final int DOUBT = 25;

  /** What parents are called besides what they are about: {@code vehicleDetails}. */
  private static final Set<String> WRAPPING = Set.of("details", "detail", "info", "information");

  /** What is the thing itself where a class is one of choices: the {@code code} of a gender. */
  private static final Set<String> CODED =
      Set.of("code", "status", "group", "category", "label", "percent");

  private final Vocabulary vocabulary = Vocabulary.get();
  private final Words text;
  private final List<String> topic;

  /**
   * A reader for the fields of one topic.
   *
   * @param topic the name of the topic: the outermost context
   * @param text cuts names into words
   */
  NameReader(String topic, Words text) {
    this.text = text;
    this.topic = text.of(topic);
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
    boolean strangeTail;
    boolean disguised;
  }

  /** What the last of the segments means below the others; null if nothing personal. */
  @Nullable Reading read(String[] segments, Shape shape) {
    List<String> words = new ArrayList<>();
    if (segments.length > 1) {
      for (String word : text.of(segments[segments.length - 2])) {
        if (!WRAPPING.contains(word)) {
          words.add(word);
        }
      }
    }
    int own = words.size();
    words.addAll(text.of(segments[segments.length - 1]));
    Reading whole = best(text.matches(words, 0), words, own, segments, shape);
    Reading alone = own == 0 ? null : best(text.matches(words, own), words, own, segments, shape);
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
        || (match.end() == own && own < words.size() && areNeutral(words, own));
  }

  private boolean areNeutral(List<String> words, int from) {
    for (int i = from; i < words.size(); i++) {
      if (!vocabulary.is(Role.NEUTRAL, words.get(i))) {
        return false;
      }
    }
    return true;
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
    if (strength.isQuiet()
        && type != PersonalData.FREE_TEXT
        && match.start() > 0
        && vocabulary.is(Role.PERSON, words.get(match.start() - 1))) {
      strength = Strength.STRONG; // customerName is as plain as lastName
    }
    boolean weak = strength.isQuiet();
    boolean alone = false;
    if (weak) {
      boolean odd = company.strangeTail || (company.strange && type == PersonalData.PERSON_NAME);
      if (company.aspect || company.counter || odd || isForeign(context)) {
        return null;
      }
      alone = context == null || company.strange || isStranger(match, matches, words, own);
    }
    int score =
        switch (strength) {
          case TENTATIVE, WEAK -> 50;
          case FAIR -> 60;
          case STRONG -> 70;
          case UNMISTAKABLE -> 80;
        };
    score -= company.aspect || company.counter ? PENALTY : 0;
    score -= company.strangeTail ? 15 : weak && company.strange ? 10 : 0;
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
        : new Reading(type, score, alone, weak, kin(context), company.disguised, evidence);
  }

  private static boolean isForeign(@Nullable Context context) {
    return context != null
        && (context.role() == Role.ORGANISATION || context.role() == Role.TECHNICAL);
  }

  /** hotelPhone among a guest's fields is the hotel's, and a street of hotels rather so. */
  private static int kin(@Nullable Context context) {
    if (context == null || context.role() != Role.ORGANISATION) {
      return Reading.MOST;
    }
    return context.distance() == 0 ? 0 : Reading.MOST - 10;
  }

  private static int weight(Context context, Strength strength, PersonalData type) {
    boolean topic = context.distance() == 3;
    int weak = strength.isQuiet() ? 5 : 0;
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
    boolean coded = match.meaning().type() != null && match.meaning().type().fits(Shape.CHOICE);
    for (int i = Math.min(own, match.start()); i < words.size(); i++) {
      if (match.covers(i) || i < own) {
        continue;
      }
      String word = words.get(i);
      int roles = vocabulary.roles(word);
      boolean tail = i >= match.end();
      if (Role.DISGUISE.isIn(roles)) {
        company.disguised = true;
      } else if (tail && Role.ASPECT.isIn(roles) && !(coded && CODED.contains(word))) {
        company.aspect = true;
      } else if (!tail && Role.COUNTER.isIn(roles)) {
        company.counter = true;
      } else if (!isNamed(roles)
          && word.length() > 1
          && !isCovered(matches, i)
          && !text.isAffix(word)) {
        company.strange = true;
        company.strangeTail |= tail;
      }
    }
    return company;
  }

  private static boolean isCovered(List<Match> matches, int index) {
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i).covers(index)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of these roles is no stranger. */
  private static boolean isNamed(int roles) {
    return Role.NEUTRAL.isIn(roles) || role(roles) != null;
  }

  private static @Nullable Role role(int roles) {
    return Role.PERSON.isIn(roles)
        ? Role.PERSON
        : Role.PERHAPS_PERSON.isIn(roles)
            ? Role.PERHAPS_PERSON
            : Role.ORGANISATION.isIn(roles)
                ? Role.ORGANISATION
                : Role.TECHNICAL.isIn(roles) ? Role.TECHNICAL : null;
  }

  /** Whether a weak term stands below a parent that says nothing about persons or addresses. */
  private boolean isStranger(Match match, List<Match> matches, List<String> words, int own) {
    if (own == 0 || match.start() < own) {
      return false;
    }
    for (int i = 0; i < own; i++) {
      if (isNamed(vocabulary.roles(words.get(i))) || isCovered(matches, i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Context context(Match match, List<String> words, int own, String[] segments) {
    PersonalData type = match.meaning().type();
    for (int i = match.end() - 1; i >= own; i--) {
      boolean inTerm = i >= match.start() || isBearer(type, words.get(i));
      Context context = context(words.get(i), 0, inTerm);
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
      boolean inTerm = i >= match.start() || isBearer(type, words.get(i));
      Context context = context(words.get(i), 1, inTerm);
      if (context != null) {
        return context;
      }
    }
    for (int s = segments.length - 3; s >= 0; s--) {
      Context context = farContext(text.of(segments[s]), 2);
      if (context != null) {
        return context;
      }
    }
    return farContext(topic, 3);
  }

  /** Whether data of the class are about such a thing in the first place: a vehicle's plate. */
  private static boolean isBearer(@Nullable PersonalData type, String word) {
    return type != null && type.bearers().contains(word);
  }

  /** Far away, technical words say nothing: {@code customer-events} is about customers. */
  private @Nullable Context farContext(List<String> words, int distance) {
    Context found = null;
    for (int i = words.size() - 1; i >= 0; i--) {
      Context context = context(words.get(i), distance, false);
      if (context == null || context.role() == Role.TECHNICAL) {
        continue;
      }
      if (found == null && context.role() != Role.PERHAPS_PERSON) {
        return context;
      }
      if (found == null || context.role() == Role.PERSON) {
        found = context; // a user's profile is a person's
      }
    }
    return found;
  }

  /** Inside a term only a person counts: the device of {@code device id} is no context of it. */
  private @Nullable Context context(String word, int distance, boolean inTerm) {
    Role role = role(vocabulary.roles(word));
    return role == null || (inTerm && role != Role.PERSON && role != Role.PERHAPS_PERSON)
        ? null
        : new Context(role, word, distance);
  }
}
