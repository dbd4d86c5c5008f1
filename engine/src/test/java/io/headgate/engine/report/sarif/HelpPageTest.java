package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class HelpPageTest {

  private static final HelpPage PAGE =
      HelpPage.of(Objects.requireNonNull(new TestPack().page("topic-few-replicas")));

  @Test
  void theIntroductionIsLeadAndReason() {
    assertThat(PAGE.introduction())
        .isEqualTo(
            "A topic has fewer replicas than the policy wants. With replication: 1 the loss of one"
                + " broker loses the data. See the design of Kafka"
                + " (https://kafka.apache.org/documentation/#replication), and min.insync.replicas."
                + " A second paragraph [in brackets] about User:*.");
  }

  @Test
  void theTextHasNoMarkupAndNoCases() {
    assertThat(PAGE.text())
        .isEqualTo(
            """
            A topic has fewer replicas than the policy wants.

            Why: With replication: 1 the loss of one broker loses the data. See the design of Kafka \
            (https://kafka.apache.org/documentation/#replication), and min.insync.replicas.

            A second paragraph [in brackets] about User:*.

            Flagged: Some words ahead of the cases.

            How to fix:
            - Write replication: 3.
            - Or ask the owner of the cluster.

            Source: Apache Kafka.""");
  }

  @Test
  void theMarkdownHasTheFirstCaseOnly() {
    assertThat(PAGE.markdown())
        .startsWith("# topic-few-replicas\n\nA topic has")
        .contains("### One replica", "# not a heading", "```\n\n## How to fix")
        .doesNotContain("### Two replicas", "name: b")
        .endsWith("## Source\n\nApache Kafka.\n");
  }
}
