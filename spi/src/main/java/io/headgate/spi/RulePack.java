package io.headgate.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules with their checkers and pages. The only type found through {@link
 * java.util.ServiceLoader}; the built-in rules are a pack like any other.
 */
public interface RulePack {

  /** A name for messages and reports, such as {@code headgate} or {@code acme-kafka}. */
  String id();

  /** The pack's version. */
  String version();

  /** The checkers, in the order of the documentation. */
  List<CheckerSpec> checkers();

  /**
   * The page of a rule: its documentation, its help and its test.
   *
   * @param ruleId the id of a rule of this pack
   * @return the Markdown text, or null if the pack has none. By default the resource {@code
   *     <group>/<ruleId>.md} beside the pack's class.
   */
  default @Nullable String page(String ruleId) {
    String group = ruleId.substring(0, ruleId.indexOf('-'));
    try (InputStream in = getClass().getResourceAsStream(group + "/" + ruleId + ".md")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
