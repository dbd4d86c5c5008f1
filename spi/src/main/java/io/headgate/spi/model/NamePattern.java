package io.headgate.spi.model;

/**
 * A name in which {@code *} stands for any run of characters, as written in policies and masking
 * policies.
 *
 * @param text the pattern as written
 */
public record NamePattern(String text) {

  /** Whether the whole name matches; in time linear in the product of the lengths at worst. */
  public boolean matches(String name) {
    int star = -1;
    int mark = 0;
    int p = 0;
    int n = 0;
    while (n < name.length()) {
      if (p < text.length() && text.charAt(p) == '*') {
        star = p++;
        mark = n;
      } else if (p < text.length() && text.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++mark;
      } else {
        return false;
      }
    }
    while (p < text.length() && text.charAt(p) == '*') {
      p++;
    }
    return p == text.length();
  }
}
