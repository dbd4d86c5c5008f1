package io.headgate.engine.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets that are known by their own shape, whatever they stand in: keys and tokens of
 * platforms, JSON web tokens and private keys. In one pass over the text.
 */
final class SecretTokens {

  private static final int SHORTEST = 20;

  /** A placeholder such as {@code ghp_xxxx} has fewer different characters. */
  private static final int FEWEST_DIFFERENT = 8;

  private static final int LONGEST_LABEL = 40;
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String PRIVATE_KEY = "PRIVATE KEY";

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String HEX = "0123456789abcdef";
  private static final String ALNUM = UPPER + "abcdefghijklmnopqrstuvwxyz";
  private static final String WORD = ALNUM + "_-";
  private static final String BASE64 = ALNUM + "+/";

  /**
   * How a token looks.
   *
   * @param head how it begins
   * @param rest the characters that may follow
   * @param least how many follow
   * @param most how many follow at most
   * @param what it is, with an article
   */
  private record Shape(String head, String rest, int least, int most, String what) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("AKIA", UPPER, 16, 16, "an AWS access key id"),
          new Shape("ASIA", UPPER, 16, 16, "an AWS access key id"),
          new Shape("AIza", WORD, 35, 35, "a Google API key"),
          new Shape("GOCSPX-", WORD, 28, 28, "a Google client secret"),
          new Shape("cflt", BASE64, 60, 60, "a Confluent API secret"),
          new Shape("dapi", HEX, 32, 32, "a Databricks token"),
          new Shape("ghp_", ALNUM, 36, 255, "a GitHub token"),
          new Shape("gho_", ALNUM, 36, 255, "a GitHub token"),
          new Shape("ghu_", ALNUM, 36, 255, "a GitHub token"),
          new Shape("ghs_", ALNUM, 36, 255, "a GitHub token"),
          new Shape("ghr_", ALNUM, 36, 255, "a GitHub token"),
          new Shape("github_pat_", WORD, 60, 255, "a GitHub token"),
          new Shape("glpat-", WORD, 20, 255, "a GitLab token"),
          new Shape("gldt-", WORD, 20, 255, "a GitLab token"),
          new Shape("glrt-", WORD, 20, 255, "a GitLab token"),
          new Shape("glcbt-", WORD, 20, 255, "a GitLab token"),
          new Shape("hooks.slack.com/services/", BASE64, 20, 255, "a Slack webhook"),
          new Shape("hvs.", WORD, 24, 512, "a Vault token"),
          new Shape("hvb.", WORD, 24, 512, "a Vault token"),
          new Shape("npm_", ALNUM, 36, 36, "an npm token"),
          new Shape("rk_live_", ALNUM, 20, 255, "a Stripe key"),
          new Shape("sk_live_", ALNUM, 20, 255, "a Stripe key"),
          new Shape("xoxa-", WORD, 20, 255, "a Slack token"),
          new Shape("xoxb-", WORD, 20, 255, "a Slack token"),
          new Shape("xoxe-", WORD, 20, 255, "a Slack token"),
          new Shape("xoxp-", WORD, 20, 255, "a Slack token"),
          new Shape("xoxr-", WORD, 20, 255, "a Slack token"));

  /** The first characters of all of them, and of web tokens and private keys. */
  private static final boolean[] FIRST = new boolean[128];

  static {
    for (char c : "AGcdghnrsxe-".toCharArray()) {
      FIRST[c] = true;
    }
  }

  private SecretTokens() {}

  /**
   * Some characters of a text.
   *
   * @param from offset of the first
   * @param to offset after the last
   * @param what they are, with an article
   */
  record Token(int from, int to, String what) {}

  /** Whether there is any. */
  static boolean areIn(String text) {
    return text.length() >= SHORTEST && !find(text, true).isEmpty();
  }

  /** All of them, from the start of the text to its end. */
  static List<Token> find(String text) {
    return text.length() < SHORTEST ? List.of() : find(text, false);
  }

  private static List<Token> find(String text, boolean one) {
    List<Token> found = List.of();
    int at = 0;
    int last = text.length() - SHORTEST;
    while (at <= last) {
      // Each character of each file comes by here: most are neither looked at twice nor called for.
      char c = text.charAt(at);
      Token token =
          c < 128 && FIRST[c] && (at == 0 || c == '-' || !isWord(text.charAt(at - 1)))
              ? at(text, at)
              : null;
      if (token == null) {
        at++;
        continue;
      }
      found = found.isEmpty() ? new ArrayList<>(1) : found;
      found.add(token);
      if (one) {
        break;
      }
      at = token.to();
    }
    return found;
  }

  private static @Nullable Token at(String text, int at) {
    char c = text.charAt(at);
    if (c == '-') {
      return privateKey(text, at);
    }
    if (c == 'e') {
      return webToken(text, at);
    }
    for (Shape shape : SHAPES) {
      if (text.startsWith(shape.head(), at)) {
        int from = at + shape.head().length();
        int to = end(text, from, shape.rest(), shape.most() + 1);
        boolean fits = to - from >= shape.least() && to - from <= shape.most();
        if (fits && isRandom(text, from, to) && !text.startsWith("EXAMPLE", to - 7)) {
          return new Token(at, to, shape.what());
        }
      }
    }
    return null;
  }

  /** Three parts with points between, of which the first two are JSON objects in Base64. */
  private static @Nullable Token webToken(String text, int at) {
    if (!text.startsWith("eyJ", at)) {
      return null;
    }
    int first = end(text, at, WORD, text.length());
    if (!text.startsWith(".eyJ", first)) {
      return null;
    }
    int second = end(text, first + 1, WORD, text.length());
    if (second >= text.length() || text.charAt(second) != '.') {
      return null;
    }
    int third = end(text, second + 1, WORD, text.length());
    return first - at >= 12 && second - first >= 12 && third - second >= 12
        ? new Token(at, third, "a JSON web token")
        : null;
  }

  private static @Nullable Token privateKey(String text, int at) {
    if (!text.startsWith(BEGIN, at)) {
      return null;
    }
    int label = text.indexOf("-----", at + BEGIN.length());
    if (label < 0
        || label > at + BEGIN.length() + LONGEST_LABEL
        || !text.substring(at + BEGIN.length(), label).contains(PRIVATE_KEY)) {
      return null;
    }
    int end = text.indexOf(END, label);
    int close = end < 0 ? -1 : text.indexOf("-----", end + END.length());
    return new Token(at, close < 0 ? text.length() : close + 5, "a private key");
  }

  /** Where the characters end that may be part of it; no further than a number of them. */
  private static int end(String text, int from, String allowed, int most) {
    int to = from;
    while (to < text.length() && to - from < most && allowed.indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return to;
  }

  private static boolean isRandom(String text, int from, int to) {
    long seen = 0;
    for (int i = from; i < to; i++) {
      seen |= 1L << (text.charAt(i) & 63);
    }
    return Long.bitCount(seen) >= FEWEST_DIFFERENT;
  }

  private static boolean isWord(char c) {
    // With the hyphen, so that no text makes the search for the end of a token begin again.
    return c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
