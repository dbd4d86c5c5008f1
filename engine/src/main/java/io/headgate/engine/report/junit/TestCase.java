package io.headgate.engine.report.junit;

import io.headgate.engine.report.Texts;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * A test case as Jenkins and GitLab read it.
 *
 * @param outcome how it went
 * @param classname what Jenkins groups by
 * @param name with {@code classname} the identity of the case
 * @param place null for no place
 * @param type a word for what went wrong
 * @param message what went wrong; empty for a case that passed
 * @param more further lines, each harmless and with a line break ahead of it
 */
record TestCase(
    Outcome outcome,
    String classname,
    String name,
    @Nullable Place place,
    String type,
    String message,
    String more) {

  /** How a test went. */
  enum Outcome {
    PASSED(""),
    SKIPPED("skipped"),
    FAILED("failure"),
    BROKE("error");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }
  }

  void write(Writer out) throws IOException {
    out.write("    <testcase classname=\"" + xml(classname) + "\" name=\"" + xml(name) + "\"");
    if (place != null) {
      out.write(" file=\"" + xml(place.file()) + "\" line=\"" + place.startLine() + "\"");
    }
    if (outcome == Outcome.PASSED) {
      out.write("/>\n");
      return;
    }
    out.write(">\n      <" + outcome.element + " message=\"" + xml(message) + "\"");
    // Jenkins has no type of what was skipped.
    out.write(outcome == Outcome.SKIPPED ? "" : " type=\"" + xml(type) + "\"");
    // GitLab shows the content and not the attributes.
    out.write(">" + xml((place == null ? "" : place + ": ") + type + ": " + message));
    out.write(escaped(more) + "</" + outcome.element + ">\n    </testcase>\n");
  }

  /** A text on one line, for an attribute in double quotes or for content. */
  static String xml(String text) {
    return escaped(Texts.harmless(text));
  }

  private static String escaped(String harmless) {
    StringBuilder out = new StringBuilder(harmless.length() + 16);
    for (int i = 0; i < harmless.length(); i++) {
      char c = harmless.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        // The only ones of those left that XML 1.0 does not allow.
        case 0xFFFE, 0xFFFF -> out.append((char) 0xFFFD);
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
