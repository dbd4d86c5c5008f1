package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a change of a value does not show is held by the golden files. */
class TextPoolTest {

  private final Dialects dialects = new Dialects(new KnownDialects());

  @Test
  void filesShareTheirTexts() {
    assertThat(read("a")).hasSize(4);
    Set<String> texts = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> all =
        Stream.of(read("b"), read("b"))
            .flatMap(List::stream)
            .flatMap(TextPoolTest::texts)
            .peek(texts::add)
            .toList();
    assertThat(all).hasSize(52);
    assertThat(texts).as("%s", all).hasSize(Set.copyOf(all).size());
  }

  private List<Resource> read(String directory) {
    return Stream.of(
            file(
                directory + "/kafka/topics/topic-orders.yaml",
                "name: orders\npartitions: 1\nreplication: 1\nconfigs:\n  retention.ms: \"1\"\n"),
            file(
                directory + "/schemas/orders-value.yaml",
                """
                name: orders-value
                format: AVRO
                schema: '{"type":"record","name":"O","fields":[{"name":"id","type":"long",
                  "doc":"Its number."}]}'
                """),
            file(
                directory + "/kafka/acls/acls.yaml",
                """
                - resourceType: TOPIC
                  resourceName: orders
                  patternType: LITERAL
                  principal: User:orders
                  permissionType: ALLOW
                  host: "*"
                  operation: READ
                """),
            file(
                directory + "/apps/connectors/c.yaml",
                "clusterName: c\nname: n\nconfig:\n  connector.class: X\n  tasks.max: \"1\"\n"))
        .flatMap(List::stream)
        .toList();
  }

  private List<Resource> file(String path, String text) {
    ReadFile file = Objects.requireNonNull(dialects.read(new SourceText(path, text), false));
    assertThat(file.findings()).isEmpty();
    return file.resources();
  }

  private static Stream<String> texts(Resource resource) {
    if (resource instanceof Topic topic) {
      return Stream.concat(
          Stream.of(topic.name().get(), topic.name().attribute()), texts(topic.config()));
    }
    if (resource instanceof Schema schema) {
      return Stream.concat(
          Stream.of(schema.subject().get(), schema.subject().attribute()),
          schema.fields().stream()
              .flatMap(
                  f ->
                      Stream.of(
                          f.name().get(),
                          f.name().attribute(),
                          f.path(),
                          f.type(),
                          f.documentation())));
    }
    if (resource instanceof Acl acl) {
      return Stream.of(acl.principal().get(), acl.host().get(), acl.resourceName().get());
    }
    Connector connector = (Connector) resource;
    return Stream.concat(
        Stream.of(connector.name().get(), connector.cluster().get()), texts(connector.config()));
  }

  private static Stream<String> texts(io.headgate.spi.model.Config config) {
    return config.properties().stream()
        .flatMap(
            p ->
                Stream.of(
                    p.key().get(), p.key().attribute(), p.value().get(), p.value().attribute()));
  }
}
