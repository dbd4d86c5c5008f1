package io.headgate.engine.dialect.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever the files say, they are read without harm, and every place lies in one of them. */
class TerraformFuzzTest {

  private static final String MAIN =
      """
      variable "topics" {
        type    = map(object({ n = optional(number, 6), c = optional(map(string), {}) }))
        default = { a = { n = 1 }, b = { c = { "retention.ms" = "1" } } }
      }
      locals {
        prefix = "x"
        all    = merge(var.topics, { c = { n = 2, c = {} } })
        flat   = flatten([for k, v in local.all : [for i in range(2) : { k = k, i = i }]])
      }
      resource "kafka_topic" "t" {
        for_each           = local.all
        name               = format("%s.%s", local.prefix, each.key)
        partitions         = try(each.value.n, 3) * 2
        replication_factor = each.key == "a" ? 1 : 3
        config             = merge({ "cleanup.policy" = "delete" }, each.value.c)
      }
      module "m" {
        source = "./m"
        count  = length(local.flat)
        name   = "${local.flat[count.index].k}-${local.flat[count.index].i}"
        topic  = kafka_topic.t["a"].name
      }
      resource "confluent_kafka_client_quota" "q" {
        display_name = "q"
        principals   = [for k in keys(local.all) : upper(k)]
        dynamic "throughput" {
          for_each = [1]
          content {
            ingress_byte_rate = throughput.value
            egress_byte_rate  = 2
          }
        }
      }
      output "o" { value = module.m[*].name }
      """;

  private static final String MODULE =
      """
      variable "name" {}
      variable "topic" { default = null }
      resource "kafka_acl" "a" {
        resource_name       = coalesce(var.topic, "*")
        resource_type       = "Topic"
        acl_principal       = "User:${var.name}"
        acl_host            = "*"
        acl_operation       = "Read"
        acl_permission_type = "Allow"
      }
      output "name" { value = var.name }
      """;

  private static final List<String> PIECES =
      List.of(
          "var.topics",
          "local.all",
          "local.flat",
          "each.value",
          "each.key",
          "count.index",
          "null",
          "[]",
          "{}",
          "true",
          "1",
          "-1",
          "1e99",
          "\"x\"",
          "\"${local.prefix}\"",
          "module.m",
          "[*]",
          ".*",
          "[0]",
          ".n",
          "...",
          "for k, v in ",
          " : ",
          " => ",
          "?",
          "==",
          "&&",
          "!",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "\n",
          "toset(",
          "values(",
          "setproduct(",
          "jsonencode(",
          "file(",
          "source = \"./m\"",
          "source = \"../\"",
          "count = 3",
          "for_each = {}",
          "\"./m\"",
          "=");

  @Test
  void theSampleIsReadWhole() {
    List<ReadFile> files = read(MAIN, MODULE);
    assertThat(files.get(0).findings()).isEmpty();
    assertThat(files.get(0).resources().stream().map(resource -> resource.ref().toString()))
        .contains(
            "topic x.c", "quota user A", "acl ALLOW User:c-1 READ on TOPIC LITERAL x.a from *");
  }

  @Test
  void filesThatAreCutAnywhere() {
    for (int end = 0; end < MAIN.length(); end += 7) {
      read(MAIN.substring(0, end), MODULE);
      read(MAIN.substring(end), MODULE.substring(end % MODULE.length()));
    }
  }

  @Test
  void filesWithPiecesPutInAndTakenOut() {
    Random random = new Random(11);
    for (int round = 0; round < 1_500; round++) {
      read(changed(MAIN, random), random.nextBoolean() ? MODULE : changed(MODULE, random));
    }
  }

  private static String changed(String sample, Random random) {
    StringBuilder text = new StringBuilder(sample);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(12));
      text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<ReadFile> read(String main, String module) {
    Map<String, String> files = Map.of("main.tf", main, "m/main.tf", module);
    Map<String, SourceText> texts = new TreeMap<>();
    files.forEach((path, text) -> texts.put(path, new SourceText(path, text)));
    List<ReadFile> read = TerraformFiles.read(new MemoryFiles(files), texts).files();
    Map<String, Integer> lines = new HashMap<>();
    texts.forEach((path, text) -> lines.put(path, text.lineCount()));
    for (ReadFile file : read) {
      for (Resource resource : file.resources()) {
        within(resource.place(), lines);
      }
      for (Finding finding : file.findings()) {
        within(finding.place(), lines);
      }
    }
    return read;
  }

  private static void within(Place place, Map<String, Integer> lines) {
    assertThat(lines).containsKey(place.file());
    assertThat(place.endLine()).isLessThanOrEqualTo(lines.get(place.file()));
  }
}
