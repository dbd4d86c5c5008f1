package io.headgate.engine.dialect.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Secret;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformFilesTest {

  private final Map<String, String> files = new LinkedHashMap<>();

  @Test
  void aTopicWithThePlacesOfItsValues() {
    Topic topic =
        only(
            """
            resource "kafka_topic" "orders" {
              name               = "orders"
              partitions         = 2 * 3
              replication_factor = 3
              config             = { "retention.ms" = "1" }
            }
            """);
    assertThat(topic.name().get()).isEqualTo("orders");
    assertThat(at(topic.name().place())).isEqualTo("\"orders\"");
    assertThat(topic.partitions().get()).isEqualTo(6);
    assertThat(at(topic.partitions().place())).isEqualTo("2 * 3");
    assertThat(at(topic.config().get("retention.ms").place())).isEqualTo("\"1\"");
    assertThat(at(topic.config().properties().get(0).key().place())).isEqualTo("\"retention.ms\"");
    assertThat(topic.config().get("cleanup.policy").isAbsent()).isTrue();
  }

  @Test
  void aValueReachedThroughANameIsShownWhereItIsUsed() {
    Topic topic =
        only(
            """
            variable "factor" { default = 1 }
            locals {
              partitions = 12
              defaults   = { "retention.ms" = "1" }
            }
            resource "kafka_topic" "orders" {
              name               = "orders"
              partitions         = local.partitions
              replication_factor = var.factor
              config             = merge(local.defaults, {})
            }
            """);
    assertThat(at(topic.partitions().place())).isEqualTo("local.partitions");
    assertThat(at(origin(topic.partitions().place()))).isEqualTo("12");
    assertThat(at(topic.replication().place())).isEqualTo("var.factor");
    assertThat(at(origin(topic.replication().place()))).isEqualTo("1");
    assertThat(at(topic.config().get("retention.ms").place())).isEqualTo("local.defaults");
  }

  @Test
  void anElementIsShownWhereItIsWritten() {
    List<Resource> topics =
        resources(
            """
            locals { topics = { a = { n = 1 }, b = { n = 2 } } }
            resource "kafka_topic" "all" {
              for_each           = local.topics
              name               = "x.${each.key}"
              partitions         = each.value.n
              replication_factor = try(each.value.rf, 3)
            }
            """);
    assertThat(names(topics)).containsExactly("topic x.a", "topic x.b");
    assertThat(at(((Topic) topics.get(1)).partitions().place())).isEqualTo("2");
    assertThat(at(((Topic) topics.get(1)).replication().place())).isEqualTo("3");
    assertThat(at(topics.get(1).place())).isEqualTo("\"x.${each.key}\"");
  }

  @Test
  void anArgumentOfAModuleIsShownInTheCall() {
    files.put(
        "modules/topic/main.tf",
        """
        variable "name" {}
        variable "factor" { default = 3 }
        resource "kafka_topic" "this" {
          name               = var.name
          partitions         = 6
          replication_factor = var.factor
        }
        output "name" { value = kafka_topic.this.name }
        """);
    List<Resource> resources =
        resources(
            """
            module "topic" {
              source = "./modules/topic"
              name   = "orders"
              factor = 1
            }
            resource "kafka_acl" "read" {
              resource_name       = module.topic.name
              resource_type       = "Topic"
              acl_principal       = "User:a"
              acl_host            = "*"
              acl_operation       = "Read"
              acl_permission_type = "Allow"
            }
            """);
    Topic topic = (Topic) resources.get(0);
    assertThat(at(topic.name().place())).isEqualTo("\"orders\"");
    assertThat(at(topic.replication().place())).isEqualTo("1");
    assertThat(topic.partitions().place().file()).isEqualTo("modules/topic/main.tf");
    assertThat(((Acl) resources.get(1)).resourceName().get()).isEqualTo("orders");
    assertThat(at(((Acl) resources.get(1)).resourceName().place())).isEqualTo("module.topic.name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          count = 0 § 0
          count = 2 § 2
          count = false ? 1 : 0 § 0
          count = var.off ? 1 : 0 § 0
          count = var.nothing ? 1 : 0 § 1
          for_each = {} § 0
          for_each = toset(["a", "a", "b"]) § 2
          for_each = { for t in ["a", "b"] : t => upper(t) if t != "a" } § 1
          for_each = var.nothing § 1
          for_each = { (var.nothing) = 1 } § 1
          for_each = fileset(path.module, "*") § 1
          """)
  void howOftenABlockCounts(String repetition, int times) {
    assertThat(
            resources(
                """
                variable "off" { default = false }
                variable "nothing" {}
                resource "kafka_topic" "a" {
                  %s
                  name = "a"
                }
                """
                    .formatted(repetition)))
        .hasSize(times);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          "a-${1 + 1}-${true}" § a-2-true
          format("%s.%s-%d", "a", "b", 3) § a.b-3
          join("-", ["a", "b"]) § a-b
          lower("AB") § ab
          replace("a.b.c", ".", "-") § a-b-c
          tostring(1e3) § 1000
          element(["a", "b"], 3) § b
          lookup({ a = "x" }, "b", "y") § y
          try({}.a, "z") § z
          coalesce("", null, "c") § c
          split(",", "a,b")[1] § b
          keys({ b = 1, a = 2 })[0] § a
          [for x in ["a", "b"] : x][1] § b
          flatten([["a"], ["b"]])[1] § b
          concat(["a"], ["b"])[1] § b
          {for x in ["a"] : x => "${x}!"}.a § a!
          merge({ a = "1" }, { a = "2" }).a § 2
          jsondecode("{\\"a\\": \\"b\\"}").a § b
          contains(["a"], "a") && !false ? "yes" : "no" § yes
          path.module § .
          values({ a = { n = "v" } }).*.n[0] § v
          setproduct(["a"], ["b"])[0][1] § b
          local.missing § (unknown)
          var.none § (unknown)
          data.x.y.z § (unknown)
          uuid() § (unknown)
          "a-${var.none}" § (unknown)
          regex("a", "a") § (unknown)
          {}.a § (unknown)
          [][0] § (unknown)
          "%{ if true }a%{ endif }" § (unknown)
          1 == "1" ? "a" : "b" § (unknown)
          lookup(var.none, "a", "b") § (unknown)
          merge({ a = "1" }, var.none).a § (unknown)
          format("%05d", 3) § (unknown)
          terraform.workspace § (unknown)
          sensitive("a") § (unknown)
          """)
  void whatAnExpressionComesTo(String expression, String meant) {
    Topic topic =
        only(
            "variable \"none\" {}\nresource \"kafka_topic\" \"a\" {\n  name = %s\n}\n", expression);
    assertThat(topic.name()).hasToString(meant);
    assertThat(topic.name().place().file()).isEqualTo("main.tf");
  }

  @Test
  void optionalAttributesOfATypeHaveTheirDefaults() {
    Topic topic =
        only(
            """
            variable "topics" {
              type    = map(object({ n = optional(number, 6), rf = optional(number), x = string }))
              default = { a = { x = "y" } }
            }
            resource "kafka_topic" "a" {
              for_each           = var.topics
              name               = each.key
              partitions         = each.value.n
              replication_factor = each.value.rf
            }
            """);
    assertThat(topic.partitions().get()).isEqualTo(6);
    assertThat(topic.replication().isAbsent()).isTrue();
  }

  @Test
  void filesOfVariablesCountWhenTheyAreSurelyRead() {
    files.put("terraform.tfvars", "a = \"first\"\nb = \"first\"\n");
    files.put("x.auto.tfvars", "b = \"second\"\n");
    files.put("prod.tfvars", "c = \"maybe\"\nd = \"same\"\n");
    List<Resource> topics =
        resources(
            """
            variable "a" {}
            variable "b" {}
            variable "c" { default = "else" }
            variable "d" { default = "same" }
            resource "kafka_topic" "a" { name = var.a }
            resource "kafka_topic" "b" { name = var.b }
            resource "kafka_topic" "c" { name = var.c }
            resource "kafka_topic" "d" { name = var.d }
            """);
    assertThat(names(topics))
        .containsExactly("topic first", "topic second", "topic (unknown)", "topic same");
  }

  @Test
  void aSchemaInAFileOfItsOwnHasItsPlacesThere() {
    files.put("schemas/a.avsc", "{\"type\": \"record\", \"name\": \"A\", \"fields\": [\n  {}]}");
    files.put(
        "main.tf",
        """
        resource "confluent_schema" "a" {
          subject_name = "a-value"
          format       = "AVRO"
          schema       = file("${path.module}/schemas/a.avsc")
        }
        """);
    io.headgate.spi.model.Schema schema =
        (io.headgate.spi.model.Schema) read().get(0).resources().get(0);
    assertThat(schema.problems()).isNotEmpty();
    assertThat(schema.problems().get(0).place().file()).isEqualTo("schemas/a.avsc");
  }

  @Test
  void topicsInAYamlFile() {
    files.put("topics.yaml", "a:\n  n: 3\nb:\n  n: ${X}\n");
    List<Resource> topics =
        resources(
            """
            resource "kafka_topic" "a" {
              for_each   = yamldecode(file("topics.yaml"))
              name       = each.key
              partitions = each.value.n
            }
            """);
    assertThat(names(topics)).containsExactly("topic a", "topic b");
    assertThat(((Topic) topics.get(0)).partitions().place())
        .isEqualTo(new Place("topics.yaml", 2, 6, 2, 7));
    assertThat(((Topic) topics.get(1)).partitions().isUnknown()).isTrue();
  }

  @Test
  void anAliasOfAProviderIsAClusterOfItsOwn() {
    files.put(
        "main.tf",
        """
        resource "kafka_topic" "a" {
          provider = kafka.prod
          name     = "a"
        }
        module "dev" {
          source    = "./m"
          providers = { kafka = kafka.dev }
        }
        resource "confluent_kafka_topic" "c" {
          topic_name = "c"
          kafka_cluster { id = confluent_kafka_cluster.main.id }
        }
        resource "kafka_topic" "d" { name = "d" }
        """);
    files.put("m/main.tf", "resource \"kafka_topic\" \"b\" { name = \"b\" }\n");
    Map<String, List<Resource>> clusters = read().get(0).clusters();
    assertThat(clusters)
        .containsOnlyKeys("kafka.prod", "kafka.dev", "confluent_kafka_cluster.main.id");
    assertThat(names(clusters.getOrDefault("kafka.dev", List.of()))).containsExactly("topic b");
  }

  @Test
  void aRoleBindingWhoseClusterIsUnknownStillSaysOnWhat() {
    String binding =
        """
        resource "confluent_role_binding" "b" {
          principal   = "User:sa-1"
          role_name   = "DeveloperRead"
          crn_pattern = "%s"
        }
        """;
    String crn = "${confluent_kafka_cluster.c.rbac_crn}/kafka=${confluent_kafka_cluster.c.id}";
    assertThat(names(resources(binding.formatted(crn + "/topic=orders.*"))))
        .containsExactly("acl ALLOW User:sa-1 READ on TOPIC PREFIXED orders. from *");
    assertThat(resources(binding.formatted(crn))).isEmpty();
    assertThat(resources(binding.formatted(crn + "/topic=${data.x.y.z}"))).isEmpty();
    assertThat(resources(binding.formatted("${data.x.y.z}topic=orders"))).isEmpty();
  }

  @Test
  void blocksThatAreMadeFromACollection() {
    List<Resource> quotas =
        resources(
            """
            resource "confluent_kafka_client_quota" "q" {
              display_name = "q"
              principals   = ["sa-1"]
              dynamic "throughput" {
                for_each = [7]
                iterator = it
                content { ingress_byte_rate = it.value }
              }
            }
            """);
    io.headgate.spi.model.Quota quota = (io.headgate.spi.model.Quota) quotas.get(0);
    assertThat(quota.producerByteRate().get()).isEqualTo(7);
    assertThat(at(quota.producerByteRate().place())).isEqualTo("7");
    assertThat(quota.consumerByteRate().isAbsent()).isTrue();
  }

  @Test
  void theConfigurationOfAmazonKeepsItsPlacesInsideJson() {
    Topic topic =
        only(
            """
            resource "aws_msk_topic" "a" {
              name            = "a"
              partition_count = 3
              configs         = jsonencode({ "retention.ms" = "x", a = var.b })
            }
            resource "aws_msk_topic" "b" {
              name    = "b"
              configs = jsonencode({ "retention.ms" = "1" })
            }
            """);
    assertThat(topic.config().get("retention.ms").isUnknown()).isTrue();
    Topic other = (Topic) all().get(1);
    assertThat(at(other.config().get("retention.ms").place())).isEqualTo("\"1\"");
  }

  @Test
  void noFileOutsideOfTheRootIsRead() {
    assertThat(
            only("resource \"kafka_topic\" \"a\" { name = %s }", "file(\"../../etc/hosts\")")
                .name()
                .isUnknown())
        .isTrue();
  }

  @Test
  void localsInACircleAreAFindingAndTheRestIsRead() {
    files.put(
        "main.tf",
        """
        locals {
          a = local.b
          b = "${local.a}!"
        }
        resource "kafka_topic" "a" { name = local.a }
        resource "kafka_topic" "b" { name = "b" }
        """);
    assertThat(messages())
        .containsExactly("'local.a' refers to itself, so it has no value; break the cycle.");
    assertThat(names(all())).containsExactly("topic (unknown)", "topic b");
  }

  @Test
  void aLocalThatIsItself() {
    files.put(
        "main.tf", "locals { a = local.a }\nresource \"kafka_topic\" \"a\" { name = local.a }");
    assertThat(messages()).hasSize(1);
  }

  @Test
  void modulesThatIncludeThemselvesAreAFinding() {
    files.put("main.tf", "module \"a\" { source = \"./a\" }\n");
    files.put(
        "a/main.tf",
        "module \"b\" { source = \"../b\" }\nresource \"kafka_topic\" \"a\" { name = \"a\" }\n");
    files.put("b/main.tf", "module \"a\" { source = \"../a\" }\n");
    assertThat(messages())
        .containsExactly(
            "This module includes itself, so Terraform cannot load it; remove the call.");
    assertThat(names(all())).containsExactly("topic a");
    files.remove("main.tf");
    assertThat(messages()).hasSize(1);
    assertThat(names(all())).contains("topic a");
  }

  @Test
  void aCountOfAMillionIsAFindingAndOneIsJudged() {
    files.put(
        "main.tf", "resource \"kafka_topic\" \"a\" {\n  count = 1000000\n  name = \"a\"\n}\n");
    assertThat(messages())
        .containsExactly(
            "This makes more than 10000 instances of one block; headgate reads no more, and looks"
                + " at one.");
    assertThat(all()).hasSize(1);
  }

  @Test
  void countsThatMultiplyAreCutOff() {
    for (int i = 0; i < 5; i++) {
      files.put(
          "m" + i + "/main.tf",
          "module \"m\" {\n  count = 9000\n  source = \"../m" + (i + 1) + "\"\n}\n");
    }
    files.put("m5/main.tf", "resource \"kafka_topic\" \"a\" { name = \"a\" }\n");
    files.put("main.tf", "module \"m\" { source = \"./m0\" }\n");
    assertThat(messages()).anyMatch(message -> message.contains("reads no further"));
  }

  @Test
  void textsThatGrowWithoutEndAreUnknown() {
    StringBuilder text = new StringBuilder("locals {\n  a0 = \"0123456789\"\n  l0 = [1, 2]\n");
    for (int i = 1; i < 60; i++) {
      text.append("  a%d = \"${local.a%d}${local.a%d}\"\n".formatted(i, i - 1, i - 1));
      text.append("  l%d = concat(local.l%d, local.l%d)\n".formatted(i, i - 1, i - 1));
    }
    text.append(
        """
        }
        resource "kafka_topic" "a" {
          name       = local.a59
          partitions = length(local.l59)
        }
        """);
    Topic topic = only(text.toString());
    assertThat(topic.name().isUnknown()).isTrue();
    assertThat(topic.partitions().isUnknown()).isTrue();
  }

  @Test
  void valuesThatHoldEachOtherManyTimesAreUnknown() {
    StringBuilder text = new StringBuilder("locals {\n  a0 = [1]\n  b0 = [1]\n");
    for (int i = 1; i < 2_000; i++) {
      text.append("  a%d = [local.a%d, local.a%d]\n".formatted(i, i - 1, i - 1));
      text.append("  b%d = [local.b%d]\n".formatted(i, i - 1));
    }
    text.append("}\n");
    // In this order none of them is far from one that is known.
    for (int i = 0; i < 2_000; i++) {
      text.append("resource \"kafka_topic\" \"t%d\" {\n".formatted(i));
      text.append("  name   = jsonencode(local.a%d)\n  config = local.b%d\n}\n".formatted(i, i));
    }
    assertThat(resources(text.toString())).hasSize(2_000);
    assertThat(((Topic) all().get(1_999)).name().isUnknown()).isTrue();
  }

  @Test
  void aLongChainOfLocalsIsUnknown() {
    StringBuilder text = new StringBuilder("locals {\n  a0 = \"x\"\n");
    for (int i = 1; i < 20_000; i++) {
      text.append("  a%d = local.a%d\n".formatted(i, i - 1));
    }
    text.append("}\nresource \"kafka_topic\" \"a\" { name = local.a19999 }\n");
    assertThat(only(text.toString()).name().isUnknown()).isTrue();
  }

  @Test
  void whatIsNoHclIsAFindingAndTheRestIsRead() {
    files.put(
        "main.tf",
        """
        resource "kafka_topic" "a" {
          name =
        }
        resource "kafka_topic" "b" { name = "b" }
        """);
    assertThat(messages()).containsExactly("A value must stand here.");
    assertThat(names(all())).containsExactly("topic b");
  }

  @Test
  void anArgumentThatTheTypeDoesNotHave() {
    files.put("main.tf", "resource \"kafka_topic\" \"a\" {\n  name = \"a\"\n  partition = 1\n}\n");
    assertThat(messages())
        .containsExactly(
            "'partition' is no argument of a kafka_topic, so Terraform refuses it. Did you mean"
                + " 'partitions'?");
  }

  @Test
  void filesWithoutKafkaAreSkipped() {
    files.put("main.tf", "resource \"aws_s3_bucket\" \"a\" {}\n");
    files.put("other/main.tf", "resource \"kafka_topic\" \"a\" { name = \"a\" }\n");
    TerraformFiles.Loaded loaded = load();
    assertThat(loaded.skipped()).hasSize(1);
    assertThat(loaded.files()).extracting(ReadFile::file).containsExactly("other/main.tf");
  }

  @Test
  void secretsAreHiddenAndTheirValuesAreNowhere() {
    files.put(
        "main.tf",
        """
        variable "db_password" { default = "of-default" }
        variable "odd" {
          sensitive = true
          default   = "of-sensitive"
        }
        resource "confluent_connector" "a" {
          config_nonsensitive = { name = "a", "connection.password" = "of-plain" }
          config_sensitive    = { "x" = "of-apart", "connection.password" = var.db_password }
        }
        resource "kafka_user_scram_credential" "u" {
          username        = "u"
          scram_mechanism = "SCRAM-SHA-512"
          password        = "of-user"
        }
        resource "kafka_topic" "a" { name = var.odd }
        """);
    files.put("terraform.tfvars", "odd = \"of-file\"\n");
    List<String> hidden = new ArrayList<>();
    read().forEach(file -> file.secrets().forEach(place -> hidden.add(at(place))));
    assertThat(hidden)
        .contains(
            "\"of-default\"",
            "\"of-sensitive\"",
            "\"of-plain\"",
            "\"of-apart\"",
            "\"of-user\"",
            "\"of-file\"");
    assertThat(all().toString()).doesNotContain("of-");
    assertThat(all().stream().filter(Secret.class::isInstance)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aPlanIsJudgedAtThePlacesOfItsFiles() {
    files.put(
        "main.tf",
        """
        variable "names" {}
        resource "kafka_topic" "a" {
          for_each           = var.names
          name               = each.key
          partitions         = 6
          replication_factor = 1
        }
        resource "kafka_topic" "new" { name = "new" }
        """);
    files.put(
        "out/plan.json",
        """
        {"format_version": "1.2", "resource_changes": [
          {"address": "kafka_topic.a[\\"x\\"]", "type": "kafka_topic", "change": {"before": null,
           "after": {"name": "x", "partitions": 6, "replication_factor": 1, "config": null}}},
          {"address": "kafka_topic.a[\\"y\\"]", "type": "kafka_topic", "change": {"before": null,
           "after": {"name": "y", "partitions": 6, "replication_factor": 1, "config": null}}}]}
        """);
    List<Resource> topics = all();
    assertThat(names(topics)).containsExactlyInAnyOrder("topic new", "topic x", "topic y");
    for (Resource topic : topics) {
      assertThat(topic.place().file()).isEqualTo("main.tf");
    }
    Topic planned =
        (Topic) topics.stream().filter(topic -> topic.ref().name().equals("y")).findFirst().get();
    assertThat(at(planned.name().place())).isEqualTo("each.key");
    assertThat(at(planned.replication().place())).isEqualTo("1");
    assertThat(read()).extracting(ReadFile::file).contains("plan.json");
  }

  private Topic only(String text) {
    return (Topic) resources(text).get(0);
  }

  private Topic only(String format, String expression) {
    return only(format.formatted(expression));
  }

  private List<Resource> resources(String text) {
    files.put("main.tf", text);
    return all();
  }

  private List<Resource> all() {
    List<Resource> all = new ArrayList<>();
    read().forEach(file -> all.addAll(file.resources()));
    return all;
  }

  private List<String> messages() {
    List<String> messages = new ArrayList<>();
    for (ReadFile file : read()) {
      file.findings().stream().map(Finding::message).forEach(messages::add);
    }
    return messages;
  }

  private static List<String> names(List<Resource> resources) {
    return resources.stream().map(resource -> resource.ref().toString()).toList();
  }

  private List<ReadFile> read() {
    return load().files();
  }

  private TerraformFiles.Loaded load() {
    Map<String, SourceText> taken = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          if (TerraformFiles.takes(path, text)) {
            taken.put(path, new SourceText(path, text));
          }
        });
    return TerraformFiles.read(new MemoryFiles(files), taken);
  }

  private static Place origin(Place place) {
    assertThat(place.origin()).isNotNull();
    return java.util.Objects.requireNonNull(place.origin());
  }

  private String at(Place place) {
    SourceText source =
        new SourceText(
            place.file(), java.util.Objects.requireNonNull(files.get(place.file()), place.file()));
    return source
        .text()
        .substring(
            source.offset(place.startLine(), place.startColumn()),
            source.offset(place.endLine(), place.endColumn()));
  }
}
