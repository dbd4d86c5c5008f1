package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import io.headgate.engine.report.Texts;

/**
 * Texts as SARIF wants them. Code hosts drop what is too long, and turn {@code [text](address)} in
 * a plain message into a link, while names in messages are chosen by strangers.
 */
final class Words {

  /** The longest description that code hosts take. */
  private static final int DESCRIPTION = 1024;

  /** The longest message that code hosts take. */
  private static final int MESSAGE = 2048;

  private static final String CUT = " (shortened).";

  private Words() {}

  /** A plain sentence on one line. */
  static Message message(String text) {
    return new Message().withText(sentence(text));
  }

  static String sentence(String text) {
    String plain = Texts.harmless(text).replace("](", "] (").strip();
    boolean ends = plain.endsWith(".") || plain.endsWith("?") || plain.endsWith("!");
    return cut(ends ? plain : plain + ".", MESSAGE);
  }

  /** A description. */
  static MultiformatMessageString description(String text) {
    return new MultiformatMessageString().withText(cut(text, DESCRIPTION));
  }

  /** A text with at most so many UTF-16 units, cut between words and never through a pair. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - CUT.length();
    int blank = text.lastIndexOf(' ', end);
    if (blank > end / 2) {
      end = blank;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }
}
