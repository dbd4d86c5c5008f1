package io.headgate.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The pages of the core's own rules, which lie beside this class. */
final class CorePages {

  private CorePages() {}

  static @Nullable String page(String ruleId) {
    try (InputStream in = CorePages.class.getResourceAsStream("core/" + ruleId + ".md")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
