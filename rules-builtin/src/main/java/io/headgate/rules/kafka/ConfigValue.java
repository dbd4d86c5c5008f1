package io.headgate.rules.kafka;

import java.util.List;

/**
 * What a broker takes as the value of one configuration key. Texts are read as Kafka's {@code
 * ConfigDef} reads them: trimmed, numbers by Java's own parsers, booleans in any case, words
 * exactly.
 */
public sealed interface ConfigValue {

  /** Whether the broker takes this text. */
  boolean accepts(String text);

  /** What it takes, as the end of a sentence. */
  String wanted();

  /** An INT or LONG of Kafka: the bounds are those of the type where the key has none. */
  record WholeNumber(long min, long max) implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      try {
        long number = Long.parseLong(text.trim());
        return number >= min && number <= max;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    @Override
    public String wanted() {
      if (min == max) {
        return Long.toString(min);
      }
      String from = min == Long.MIN_VALUE ? "" : " from " + min;
      // The last number of a type tells nobody anything.
      return "a whole number"
          + (max == Long.MAX_VALUE ? from + (from.isEmpty() ? "" : " on") : from + " to " + max);
    }
  }

  /** A DOUBLE of Kafka. */
  record Fraction(double min, double max) implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      try {
        double number = Double.parseDouble(text.trim());
        // Kafka asks whether it lies outside, which no comparison says of NaN.
        return !(number < min) && !(number > max);
      } catch (NumberFormatException e) {
        return false;
      }
    }

    @Override
    public String wanted() {
      return "a number from " + text(min) + " to " + text(max);
    }

    private static String text(double number) {
      return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
  }

  /** One of two things. */
  record Either(ConfigValue one, ConfigValue other) implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      return one.accepts(text) || other.accepts(text);
    }

    @Override
    public String wanted() {
      return one.wanted() + ", or " + other.wanted();
    }
  }

  /** A BOOLEAN of Kafka. */
  record Flag() implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      String word = text.trim();
      return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    @Override
    public String wanted() {
      return "true or false";
    }
  }

  /** A STRING of Kafka with a list of valid words. */
  record Word(List<String> words) implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      return words.contains(text.trim());
    }

    @Override
    public String wanted() {
      return "one of " + String.join(", ", words);
    }
  }

  /** A LIST of Kafka with a list of valid words; it may be empty. */
  record Words(List<String> words) implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      return words.containsAll(elements(text));
    }

    @Override
    public String wanted() {
      return "a comma-separated list of " + String.join(", ", words);
    }
  }

  /** The replicas to throttle: all of a topic, or pairs of partition and broker. */
  record Replicas() implements ConfigValue {

    @Override
    public boolean accepts(String text) {
      List<String> elements = elements(text);
      return elements.stream().allMatch(Replicas::isPairOrEmpty)
          || String.join("", elements).equals("*");
    }

    @Override
    public String wanted() {
      return "'*' or a list such as 0:101,1:102 of partition:broker";
    }

    private static boolean isPairOrEmpty(String element) {
      int colon = element.indexOf(':');
      return element.isEmpty()
          || (isNumber(element.substring(0, Math.max(colon, 0)))
              && isNumber(element.substring(colon + 1)));
    }

    private static boolean isNumber(String text) {
      return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  /** The elements of a LIST of Kafka: none in a blank text, else what stands between commas. */
  static List<String> elements(String text) {
    String trimmed = text.trim();
    return trimmed.isEmpty()
        ? List.of()
        : List.of(trimmed.split(",", -1)).stream().map(String::trim).toList();
  }
}
