package io.headgate.engine.drl.compile;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.drl.DrlRule;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Compiles DRL in the process of the tests and runs it. */
public final class Drl {

  private Drl() {}

  /** The file that the DRL is said to lie in. */
  public static final String FILE = "rules/test.drl";

  /** A rule around some conditions; it reports on {@code $t}. */
  public static String rule(String conditions) {
    return rule(conditions, "findings.add($t, $t.name, \"Found.\");");
  }

  /** A rule around some conditions and a consequence; the conditions begin on line 5. */
  public static String rule(String conditions, String consequence) {
    return "rule \"test-rule\"\n  @severity(warning)\n  @summary(\"A rule.\")\nwhen\n"
        + conditions
        + "\nthen\n"
        + consequence
        + "\nend\n";
  }

  /** What is wrong with a pack of one file: line, column, rule and message. */
  public static List<String> mistakes(String drl) {
    Compilation compiler = new Compilation();
    try {
      byte[] bytes = compiler.compile("test", List.of(new Source(FILE, drl)));
      if (bytes != null && !compiler.mistakes().isEmpty()) {
        throw new IllegalStateException("Compiled in spite of " + compiler.mistakes());
      }
    } catch (IOException e) {
      return List.of("IOException: " + e.getMessage());
    }
    return compiler.mistakes().stream()
        .map(m -> m.line() + ":" + m.column() + " " + m.rule() + ": " + m.message())
        .toList();
  }

  /** The bytes of a pack of one file without mistakes. */
  public static byte[] bytes(String drl) {
    Compilation compiler = new Compilation();
    try {
      byte[] bytes = compiler.compile("test", List.of(new Source(FILE, drl)));
      if (bytes == null) {
        throw new IllegalStateException(compiler.mistakes().toString());
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The checker of a pack of one file without mistakes and settings. */
  public static CheckerSpec checker(String drl) {
    return checker(drl, rule -> List.of(), DrlChecker.LIMIT);
  }

  /** The checker of a pack of one file without mistakes. */
  public static CheckerSpec checker(
      String drl, Function<DrlRule, List<Setting<?>>> settings, Duration limit) {
    try {
      return DrlChecker.spec(CompiledPack.read(bytes(drl)), settings, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a pack finds: rule, resource, attribute and message, sorted. */
  public static List<String> findings(String drl, Bundle bundle) {
    return findings(checker(drl), Settings.DEFAULTS, bundle);
  }

  /** What a checker finds: rule, resource, attribute and message, sorted. */
  public static List<String> findings(CheckerSpec spec, Settings settings, Bundle bundle) {
    List<String> found = new ArrayList<>();
    spec.factory()
        .apply(settings)
        .check(
            bundle,
            (rule, resource, where, message, related) ->
                found.add(
                    rule.id()
                        + " | "
                        + resource.ref()
                        + " | "
                        + where.attribute()
                        + " | "
                        + message));
    found.sort(null);
    return found;
  }
}
