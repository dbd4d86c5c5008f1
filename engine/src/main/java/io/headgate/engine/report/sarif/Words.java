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

  private Words() {}

  /** A plain sentence on one line. */
  static Message message(String text) {
    return new Message().withText(sentence(text));
  }

  static String sentence(String text) {
    String plain = Texts.harmless(text).replace("](", "] (").strip();
    boolean ends = plain.endsWith(".") || plain.endsWith("?") || plain.endsWith("!");
    return Texts.cut(ends ? plain : plain + ".", MESSAGE);
  }

  /** A description. */
  static MultiformatMessageString description(String text) {
    return new MultiformatMessageString().withText(Texts.cut(text, DESCRIPTION));
  }
}
