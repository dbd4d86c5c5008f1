package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.policy.PolicySchema;
import io.headgate.engine.policy.WaiverSchema;
import io.headgate.engine.report.DialectPages;
import io.headgate.engine.report.RuleList;
import io.headgate.spi.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        prints it. Severities and settings are set in [the policy](policy.md). What is fixable [`headgate fix`](fixes.md) can mend.

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
  void theDialects() throws IOException {
    fresh(
        DOCS.resolve("dialects.md"),
        """
        # Dialects

        What headgate reads, and what becomes of it in [the model](model.md). `headgate dialects` lists the same; `headgate inspect PATH` shows which
        file of a repository is read by which of them, what is skipped and why, and each resource with its place.

        Every dialect is strict: a key that it does not know is a finding with the nearest one that it knows, because the tools drop such keys
        without a word. A value that a template gives is unknown, and rules stay silent on it. A file that looks like Kafka and is not understood is
        counted at the end of a check; with `--strict-inputs` it is a finding of the rule
        [`unknown-dialect`](../engine/src/main/java/io/headgate/engine/catalog/core/unknown-dialect.md), which closes the gate (exit code 1) like any other
        error, has a place, and can be weighed by the policy.

        <!-- Generated from the dialects by GeneratedFilesTest; run scripts/fix after a change. -->

        """
            + DialectPages.table(KnownDialects.all()));
    Files.createDirectories(DOCS.resolve("dialects"));
    Set<String> pages = new TreeSet<>();
    for (Dialect dialect : KnownDialects.all()) {
      String page = dialect.name() + ".md";
      pages.add(page);
      fresh(
          DOCS.resolve("dialects").resolve(page),
          "# "
              + dialect.describe().title()
              + "\n\n<!-- Generated from the dialect by GeneratedFilesTest; run scripts/fix after a"
              + " change. -->\n\n"
              + DialectPages.markdown(dialect));
    }
    try (Stream<Path> files = Files.list(DOCS.resolve("dialects"))) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSameElementsAs(pages);
    }
  }

  @Test
  void theSchemaOfThePolicy() throws IOException {
    fresh(DOCS.resolve("headgate.schema.json"), PolicySchema.json(Packs.load().catalog()));
  }

  @Test
  void theSchemaOfWaivers() throws IOException {
    fresh(DOCS.resolve("headgate-waivers.schema.json"), WaiverSchema.json(Packs.load().catalog()));
  }

  @Test
  void theModel() throws IOException {
    fresh(
        DOCS.resolve("model.md"),
        """
        # The model

        What rules see of a landscape, whatever files it is written in; the same for Java and DRL. A `Bundle` holds all that is judged
        together.

        *Located* is a value with its place. It is known, or absent (nobody wrote it), or unknown (a template gives it), so a rule asks
        before it judges:

        | | DRL | Java |
        | --- | --- | --- |
        | its value, or null | `name.orNull` | `topic.name().orNull()` |
        | whether it is known | `name.known` | `topic.name().isKnown()` |
        | whether nobody wrote it | `name.absent` | `topic.name().isAbsent()` |
        | whether a template gives it | `name.unknown` | `topic.name().isUnknown()` |
        | whether it is this one | `name.is("orders")` | `topic.name().is("orders")` |
        | to point at it | `findings.add($t, $t.name, "...")` | `findings.add(RULE, topic, topic.name(), "...")` |

        What is not located is asked directly, as `topic` of a `Schema`. Every resource also has a `ref`, its kind and name, and a
        `place`. Values of ACLs and quotas are Kafka's own types, such as `AclOperation.READ`.

        <!-- Generated from the sources of the model by GeneratedFilesTest; run scripts/fix after a change. -->
        """
            + ModelPage.of(Path.of("..", "spi/src/main/java/io/headgate/spi/model")));
  }

  private static void fresh(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(file, wanted);
    }
    assertThat(file).as("run scripts/fix").content().isEqualTo(wanted);
  }
}
