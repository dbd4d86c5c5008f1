package io.headgate.engine.dialect;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what looks like a secret in a file that cannot be parsed, line by line: rather too much
 * than too little, since it only keeps lines of the file out of reports.
 */
public final class SecretLines {

  private SecretLines() {}

  /** The places in a file that may be a secret. */
  public static List<Place> find(SourceText source) {
    List<Place> places = new ArrayList<>();
    int hidden = -1;
    boolean named = false;
    for (int number = 1; number <= source.lineCount(); number++) {
      String line = source.line(number);
      int indent = indent(line);
      if (hidden >= 0 && (indent > hidden || line.isBlank())) {
        add(source, number, 0, line, places);
        continue;
      }
      hidden = -1;
      int sign = sign(line, named);
      if (sign >= 0) {
        add(source, number, sign + 1, line, places);
        hidden = indent;
      }
      named = names(line);
    }
    return places;
  }

  /** The first sign in a line that gives a secret key its value, or -1. */
  private static int sign(String line, boolean named) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '=') {
        String name = word(line, i);
        if (SecretNames.isSecret(name) || (named && name.equals("value"))) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Whether the line is that of a pair {@code key: password} whose value follows below. */
  private static boolean names(String line) {
    int colon = line.indexOf(':');
    String key = colon < 0 ? "" : word(line, colon);
    return (key.equals("key") || key.equals("name"))
        && SecretNames.isSecret(word(line, line.length()));
  }

  /** The word that ends ahead of an offset, without blanks and quotes. */
  private static String word(String line, int before) {
    int end = before;
    while (end > 0 && " \t\"'\\,".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && " \t\"'\\{,:=?&".indexOf(line.charAt(from - 1)) < 0) {
      from--;
    }
    return line.substring(from, end);
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && " -".indexOf(line.charAt(indent)) >= 0) {
      indent++;
    }
    return indent;
  }

  private static void add(
      SourceText source, int number, int from, String line, List<Place> places) {
    int start = source.offset(number, 1) + from;
    int end = source.offset(number, 1) + line.length();
    if (start < end) {
      places.add(source.place(start, end));
    }
  }
}
