package io.headgate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes trees of other shapes than a landscape: {@code foreign}, 3,000 YAML files of which 50 are
 * topics of Strimzi (those 50 also by themselves), the others what a repository of Kubernetes
 * manifests holds; and {@code terraform}, 400 files with 800 topics and 1,200 calls of a module
 * that makes two or three ACLs. The same bytes everywhere. It needs a JDK and nothing else:
 *
 * <pre>java cli/src/test/java/io/headgate/cli/GenerateTrees.java foreign|terraform DIRECTORY</pre>
 */
final class GenerateTrees {

  private static final List<String> WORDS =
      List.of(
          "alpha",
          "bravo",
          "charlie",
          "delta",
          "echo",
          "foxtrot",
          "golf",
          "hotel",
          "india",
          "juliet",
          "kilo",
          "lima",
          "mike",
          "november",
          "oscar",
          "papa",
          "quebec",
          "romeo",
          "sierra",
          "tango");

  private final Random random = new Random(7);

  private GenerateTrees() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("foreign DIRECTORY, or terraform DIRECTORY");
    }
    Path directory = Path.of(args[1]);
    if (args[0].equals("foreign")) {
      new GenerateTrees().foreign(directory);
    } else {
      terraform(directory);
    }
  }

  private void foreign(Path directory) throws IOException {
    for (int i = 0; i < 50; i++) {
      String topic =
          """
          apiVersion: kafka.strimzi.io/v1
          kind: KafkaTopic
          metadata:
            name: orders-%1$d
            labels:
              strimzi.io/cluster: prod
          spec:
            topicName: orders.dataset%1$d.v1
            partitions: 12
            replicas: 3
            config:
              min.insync.replicas: 2
              retention.ms: 604800000
          """
              .formatted(i);
      write(directory.resolve("all/kafka/topic" + i + ".yaml"), topic);
      write(directory.resolve("kafka/topic" + i + ".yaml"), topic);
    }
    for (int i = 0; i < 2950; i++) {
      Path file = directory.resolve("all/apps/" + word() + "/" + i % 100 + "/file" + i + ".yaml");
      write(file, manifest(i, random.nextInt(100)));
    }
  }

  private String manifest(int number, int kind) {
    if (kind < 25) {
      return """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: %s-%d
      spec:
        replicas: 2
        template:
          spec:
            containers:
            - name: main
              image: registry.example/%s:%d
              resources:
                limits: {cpu: "1", memory: 512Mi}
              env:
      """
              .formatted(word(), number, word(), number)
          + lines(12, "        - name: %s_%d\n          value: \"%s\"\n");
    }
    if (kind < 40) {
      return "apiVersion: v1\nkind: Service\nmetadata:\n  name: s"
          + number
          + "\nspec:\n  ports:\n"
          + lines(10, "  - name: %s%d\n    port: 8080\n    targetPort: %s\n");
    }
    if (kind < 55) {
      return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c"
          + number
          + "\ndata:\n"
          + lines(40, "  %s.%d: \"%s and more of it\"\n");
    }
    if (kind < 70) {
      return """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: i%d
      spec:
        rules:
      """
              .formatted(number)
          + lines(
              8,
              """
                - host: %s%d.example.com
                  http:
                    paths:
                    - path: /%s
              """);
    }
    return kind < 80
        ? "name: build-"
            + number
            + "\non: [push]\njobs:\n  build:\n    steps:\n"
            + lines(15, "    - name: %s %d\n      run: |\n        make %s\n")
        : lines(20, "%s%d:\n  enabled: true\n  image: {repository: %s, tag: latest}\n");
  }

  private String lines(int count, String format) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(String.format(format, word(), i, word()));
    }
    return out.toString();
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static void terraform(Path directory) throws IOException {
    write(
        directory.resolve("modules/app/main.tf"),
        """
        variable "consume" { type = list(string) }
        variable "produce" { type = list(string) }
        variable "name" { type = string }
        """
            + acl("read", "consume")
            + acl("write", "produce"));
    for (int file = 0; file < 400; file++) {
      StringBuilder text = new StringBuilder();
      for (int topic = 0; topic < 2; topic++) {
        text.append(
            """
            resource "kafka_topic" "t%1$d_%2$d" {
              name               = "team.data%1$d-%2$d.v1"
              partitions         = 12
              replication_factor = 3
              config = {
                "retention.ms"        = "604800000"
                "min.insync.replicas" = "2"
              }
            }
            """
                .formatted(file, topic));
      }
      for (int app = 0; app < 3; app++) {
        text.append(
            """
            module "app%1$d_%2$d" {
              source  = "../../modules/app"
              name    = "app%1$d-%2$d"
              consume = [kafka_topic.t%1$d_0.name, "shared.reference.v1"]
              produce = [kafka_topic.t%1$d_1.name]
            }
            """
                .formatted(file, app));
      }
      write(directory.resolve("prod/team" + file / 10 + "/f" + file + ".tf"), text.toString());
    }
  }

  private static String acl(String operation, String list) {
    return """
    resource "kafka_acl" "%1$s" {
      for_each                     = toset(var.%2$s)
      acl_principal                = "User:${var.name}"
      acl_host                     = "*"
      acl_operation                = "%3$s"
      acl_permission_type          = "Allow"
      resource_type                = "Topic"
      resource_name                = each.value
      resource_pattern_type_filter = "Literal"
    }
    """
        .formatted(operation, list, operation.equals("read") ? "Read" : "Write");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
