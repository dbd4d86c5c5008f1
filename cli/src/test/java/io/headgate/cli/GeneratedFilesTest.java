package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.policy.PolicySchema;
import io.headgate.engine.report.RuleList;
import io.headgate.spi.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What is generated from the code is fresh. With {@code -Dheadgate.update=true} these tests write
 * the files instead.
 */
class GeneratedFilesTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void theRuleTable() throws IOException {
    Catalog catalog = Packs.load().catalog();
    fresh(
        DOCS.resolve("rules.md"),
        """
        # Rules

        Every rule has a page that says why it is there, what breaks it and how to mend it. `headgate explain RULE`
        prints it. Severities and settings are set in [the policy](policy.md).

        <!-- Generated from the rules by GeneratedFilesTest; run scripts/fix after a change. -->

        """
            + RuleList.markdown(catalog, rule -> link(catalog, rule)));
  }

  private static String link(Catalog catalog, Rule rule) {
    String page =
        catalog.packId(rule).equals(Catalog.CORE)
            ? "engine/src/main/java/io/headgate/engine/catalog/core/"
            : "rules-builtin/src/main/java/io/headgate/rules/" + rule.group() + "/";
    Path file = Path.of("..", page + rule.id() + ".md");
    assertThat(file).exists();
    return "[`" + rule.id() + "`](../" + page + rule.id() + ".md)";
  }

  @Test
  void theSchemaOfThePolicy() throws IOException {
    fresh(DOCS.resolve("headgate.schema.json"), PolicySchema.json(Packs.load().catalog()));
  }

  private static void fresh(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(file, wanted);
    }
    assertThat(file).as("run scripts/fix").content().isEqualTo(wanted);
  }
}
