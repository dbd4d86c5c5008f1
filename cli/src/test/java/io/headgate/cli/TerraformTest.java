package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate check} makes of Terraform, from files to findings. */
class TerraformTest {

  private static final String PLAN =
      """
      {"format_version": "1.2", "variables": {"password": {"value": "planted"}}, "resource_changes": [
        {"address": "module.topics[\\"a\\"].kafka_topic.this", "type": "kafka_topic", "change": {
          "before": {"name": "orders", "partitions": 12, "replication_factor": 3},
          "after": {"name": "orders", "partitions": 6, "replication_factor": 3}}},
        {"address": "kafka_topic.gone", "type": "kafka_topic", "change": {
          "before": {"name": "gone", "partitions": 12, "replication_factor": 3},
          "after": null}}]}
      """;

  @TempDir Path root;

  @Test
  void aPlanAloneTellsOfTheChange() {
    Cli.write(root, "plan.json", PLAN);
    Cli cli = Cli.run("check", root.toString());
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("plan.json:4:47: error: Topic 'orders' has 12 partitions and is to have 6")
        .contains("plan.json:3:48: It was 12.")
        .contains("[change-topic-deleted]")
        .doesNotContain("planted");
    assertThat(Cli.run("check", "--report", "sarif", root.toString()).out())
        .contains("change-partitions-decreased")
        .doesNotContain("planted");
  }

  @Test
  void aPlanAndItsFilesPointAtTheFiles() {
    Cli.write(root, "plan.json", PLAN);
    files();
    Cli cli = Cli.run("check", root.toString());
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("main.tf:4:16: error: Topic 'orders' has 12 partitions and is to have 6")
        .contains("  4 |   partitions = 6\n")
        .contains("[change-topic-deleted]");
  }

  @Test
  void filesAloneAreJudgedInTheirModules() {
    files();
    Cli.write(root, "modules/topic/extra.tf", "resource \"kafka_topic\" \"x\" {\n  nam = 1\n}\n");
    Cli cli = Cli.run("check", root.toString());
    assertThat(cli.out())
        .contains("modules/topic/extra.tf:2:3: error: 'nam' is no argument of a kafka_topic")
        .doesNotContain("change-");
  }

  @Test
  void aStateBeforeIsReadFromADirectoryToo() {
    Path before = root.resolve("before");
    Path after = root.resolve("after");
    for (Path state : new Path[] {before, after}) {
      Cli.write(
          state,
          "main.tf",
          """
          resource "kafka_topic" "orders" {
            name               = "orders"
            partitions         = %d
            replication_factor = 3
          }
          """
              .formatted(state.equals(before) ? 12 : 6));
    }
    Cli cli = Cli.run("check", "--base", before.toString(), after.toString());
    assertThat(cli.out())
        .contains("main.tf:3:24: error: Topic 'orders' has 12 partitions and is to have 6");
  }

  @Test
  void filesWithoutKafkaAreNothingToJudge() {
    Cli.write(root, "main.tf", "resource \"aws_s3_bucket\" \"a\" {}\n");
    assertThat(Cli.run("check", root.toString()).code()).isEqualTo(2);
  }

  private void files() {
    Cli.write(
        root,
        "main.tf",
        """
        module "topics" {
          for_each   = toset(["a"])
          source     = "./modules/topic"
          partitions = 6
        }
        """);
    Cli.write(
        root,
        "modules/topic/main.tf",
        """
        variable "partitions" {}
        resource "kafka_topic" "this" {
          name               = "orders"
          partitions         = var.partitions
          replication_factor = 3
        }
        """);
  }
}
