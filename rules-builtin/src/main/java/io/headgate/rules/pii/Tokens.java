package io.headgate.rules.pii;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Cuts names into words, so that {@code className} never means {@code ssn}. */
final class Tokens {

  /** Words that languages put between the words that matter. */
  private static final Set<String> FILLERS =
      Set.of(
          "of", "the", "de", "du", "des", "del", "della", "dell", "di", "da", "do", "dos", "das",
          "van", "von", "der", "den", "het", "la", "le", "les", "el", "los", "und", "et");

  private static final Set<String> NUMBER =
      Set.of(
          "no",
          "nr",
          "num",
          "nbr",
          "nro",
          "numero",
          "numer",
          "nummer",
          "cislo",
          "numara",
          "numarasi");

  /** Letters that are no base letter with a mark, so that decomposing them does not help. */
  private static final Map<Character, String> LETTERS =
      Map.of('ß', "ss", 'ł', "l", 'ø', "o", 'æ', "ae", 'œ', "oe", 'đ', "d", 'ı', "i", 'þ', "th");

  private Tokens() {}

  /** {@code number} for the words that mean it, any other word as it is. */
  static String number(String word) {
    return NUMBER.contains(word) ? "number" : word;
  }

  /**
   * The words of a name or a text in lower case without accents: cut at anything that is no letter,
   * at digits, in camel case and around runs of capitals. Fillers are left out and abbreviations of
   * "number" written out.
   */
  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>(4);
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && isLetter(text.charAt(i));
      if (start >= 0 && (!letter || isHump(text, i))) {
        add(tokens, text.substring(start, i));
        start = letter ? i : -1;
      } else if (start < 0 && letter) {
        start = i;
      }
    }
    return tokens;
  }

  /** Whether a word begins at a capital: {@code userName}, the N of {@code SSNNumber}. */
  private static boolean isHump(String text, int i) {
    if (!Character.isUpperCase(text.charAt(i))) {
      return false;
    }
    if (!Character.isUpperCase(text.charAt(i - 1))) {
      return true;
    }
    boolean lowerFollows = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    boolean plural = // the s of userIDs is no word of its own
        lowerFollows
            && text.charAt(i + 1) == 's'
            && (i + 2 == text.length() || !isLetter(text.charAt(i + 2)));
    return lowerFollows && !plural;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c > 127
            && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK));
  }

  private static void add(List<String> tokens, String word) {
    String folded = fold(word.toLowerCase(Locale.ROOT));
    if (NUMBER.contains(folded)) {
      tokens.add("number");
    } else if (!folded.isEmpty() && !FILLERS.contains(folded)) {
      tokens.add(folded);
    }
  }

  private static String fold(String word) {
    if (isAscii(word)) {
      return word;
    }
    StringBuilder folded = new StringBuilder(word.length() + 2);
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(LETTERS.getOrDefault(c, String.valueOf(c)));
      }
    }
    return folded.toString();
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
