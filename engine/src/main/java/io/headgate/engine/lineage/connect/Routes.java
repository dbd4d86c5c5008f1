package io.headgate.engine.lineage.connect;

/**
 * What {@code RegexRouter} makes of the name of a topic. Only the form that is nearly always used
 * is followed, a text with one {@code (.*)} in it: expressions of strangers are never run.
 */
final class Routes {

  private Routes() {}

  /** The new name; the old one where the expression does not match or is not followed. */
  static String route(String topic, String regex, String replacement) {
    int open = regex.indexOf("(.*)");
    int length = 4;
    if (open < 0) {
      open = regex.indexOf(".*");
      length = 2;
    }
    String head = plain(open < 0 ? regex : regex.substring(0, open));
    String tail = open < 0 ? "" : plain(regex.substring(open + length));
    boolean followed = isPlain(head) && isPlain(tail);
    if (!followed
        || topic.length() < head.length() + tail.length()
        || !topic.startsWith(head)
        || !topic.endsWith(tail)
        || (open < 0 && !topic.equals(head))) {
      return topic;
    }
    String group =
        length == 4 ? topic.substring(head.length(), topic.length() - tail.length()) : "";
    return replacement.replace("$1", group).replace("$0", topic);
  }

  private static String plain(String regex) {
    return regex.replace("\\.", ".");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
