package io.headgate.cli;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a run speaks to people. Always UTF-8, whatever the locale says.
 *
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person looks at standard output
 * @param errIsTerminal whether a person looks at standard error
 * @param environment the environment variables
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  /**
   * The launcher knows and says so: {@code out}, {@code err}, both or neither. The JVM could tell
   * only for both at once, and not the same way on every version.
   */
  private static final String PROPERTY = "headgate.terminal";

  static Terminal of(OutputStream out, OutputStream err) {
    String said = System.getProperty(PROPERTY, "");
    return new Terminal(
        writer(out), writer(err), said.contains("out"), said.contains("err"), System.getenv());
  }

  static PrintWriter writer(OutputStream stream) {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    return new PrintWriter(new BufferedWriter(writer, 1 << 16), false);
  }

  /** Whether to colour standard output; see no-color.org. */
  boolean colour() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
