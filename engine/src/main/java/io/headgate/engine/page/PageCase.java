package io.headgate.engine.page;

import java.util.List;
import java.util.Map;

/**
 * A case of a page.
 *
 * @param section the heading of the second level it stands under, such as {@code Flagged}
 * @param name its heading
 * @param files its files by path, in the order of the page
 * @param expected the findings it expects
 */
public record PageCase(
    String section, String name, Map<String, String> files, List<Expectation> expected) {

  /** Copies the list. */
  public PageCase {
    expected = List.copyOf(expected);
  }

  /**
   * A finding that a case expects.
   *
   * @param file its path
   * @param line where the finding starts
   * @param part what its message contains
   */
  public record Expectation(String file, int line, String part) {

    @Override
    public String toString() {
      return file + ":" + line + ": " + part;
    }
  }
}
