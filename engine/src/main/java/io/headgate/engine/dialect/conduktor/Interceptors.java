package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Interceptor}: those that mask or encrypt fields. Of all others only the secrets in their
 * configuration are read. The configuration is the plugin's own, and Gateway itself refuses what a
 * plugin does not know.
 */
final class Interceptors {

  private static final String PACKAGE = "io.conduktor.gateway.interceptor.";
  private static final String PASS_THROUGH = "passthrough";

  private Interceptors() {}

  static void read(ConduktorObject interceptor, Reading reading) {
    MappingReader metadata = interceptor.metadata();
    interceptor.labels();
    MappingReader scope = metadata.mapping("scope");
    String vCluster = null;
    StringBuilder where = new StringBuilder();
    if (scope != null) {
      vCluster = part(scope, "vCluster", where);
      part(scope, "group", where);
      part(scope, "username", where);
      scope.finish();
    }
    interceptor.declare(reading, where.toString());
    MappingReader spec = interceptor.spec();
    spec.text("comment", "comment");
    spec.required("priority", spec.integer("priority", "priority"));
    Located<String> plugin = spec.required("pluginClass", spec.text("pluginClass", "pluginClass"));
    MappingReader config = spec.mapping("config");
    interceptor.finish();
    if (config == null) {
      return;
    }
    boolean elsewhere = vCluster != null && !vCluster.equals(PASS_THROUGH);
    String name = interceptor.name().orElse("") + where;
    String simple = plugin.orElse("").substring(plugin.orElse("").lastIndexOf('.') + 1);
    List<MaskingPolicy> policies =
        switch (plugin.orElse("").startsWith(PACKAGE) ? simple : "") {
          case "FieldLevelDataMaskingPlugin" ->
              masks(interceptor, name, datasets(config, elsewhere), config, reading);
          case "EncryptPlugin", "FetchEncryptPlugin" ->
              encryption(interceptor, name, plugin, datasets(config, elsewhere), config, reading);
          case "EncryptSchemaBasedPlugin", "FetchEncryptSchemaBasedPlugin" ->
              // Tags in the schemas say which fields.
              List.of(
                  policy(
                      interceptor,
                      name,
                      plugin,
                      datasets(config, elsewhere),
                      List.of(Located.unknown("fields", plugin.place()))));
          default -> List.of();
        };
    policies.forEach(reading::add);
    ResourceRef holder =
        policies.isEmpty() ? new ResourceRef(Kind.DOCUMENT, reading.file()) : policies.get(0).ref();
    secrets(config, holder, reading);
    if (policies.isEmpty()) {
      reading.skip("Interceptor of another plugin");
    }
  }

  /** The text of a part of the scope; null if it is not given. */
  private static @Nullable String part(MappingReader scope, String key, StringBuilder where) {
    Located<String> text = scope.text(key, key);
    if (text.isAbsent()) {
      return null;
    }
    where.append('@').append(text);
    return text.toString();
  }

  /** A topic of a virtual cluster has another name in Kafka. */
  private static List<Located<String>> datasets(MappingReader config, boolean elsewhere) {
    Located<String> topic = config.text("topic", "datasets");
    return elsewhere
        ? List.of(Located.unknown("datasets", topic.place()))
        : TopicExpression.globs(topic);
  }

  private static List<MaskingPolicy> masks(
      ConduktorObject interceptor,
      String name,
      List<Located<String>> datasets,
      MappingReader config,
      Reading reading) {
    List<MaskingPolicy> policies = new ArrayList<>();
    for (Mapping entry : config.mappings("policies")) {
      Scalar own = entry.get("name") instanceof Scalar scalar ? scalar : null;
      Place head = own == null ? MappingReader.start(entry.place()) : own.place();
      boolean known = interceptor.name().isKnown() && (own == null || !own.isTemplated());
      String full = name + "/" + (own == null ? policies.size() : own.text());
      MappingReader policy = new MappingReader(entry, head, "a policy of the Interceptor", reading);
      MappingReader rule = policy.mapping("rule");
      Located<String> redaction =
          rule == null ? Located.absent("redaction", head) : rule.text("type", "redaction");
      List<Located<String>> fields = new ArrayList<>();
      for (Located<String> field : policy.texts("fields", "fields")) {
        fields.add(field.map(Interceptors::withoutIndexes));
      }
      policies.add(
          new MaskingPolicy(
              known ? Located.known(full, "name", head) : Located.unknown("name", head),
              Located.absent("category", head),
              redaction,
              datasets,
              fields));
    }
    return policies;
  }

  private static List<MaskingPolicy> encryption(
      ConduktorObject interceptor,
      String name,
      Located<String> plugin,
      List<Located<String>> datasets,
      MappingReader config,
      Reading reading) {
    List<Located<String>> fields = new ArrayList<>();
    for (String part : List.of("recordValue", "recordKey")) {
      MappingReader record = config.mapping(part);
      if (record != null) {
        if (record.node("payload") != null) {
          fields.add(Located.known("*", "fields", config.keyPlace(part)));
        }
        for (Mapping item : record.mappings("fields")) {
          Located<String> field =
              new MappingReader(item, config.keyPlace(part), "an encrypted field", reading)
                  .text("fieldName", "fields");
          fields.add(field.map(Interceptors::withoutIndexes));
        }
      } else if (config.node(part) != null) {
        fields.add(Located.unknown("fields", config.keyPlace(part)));
      }
    }
    return fields.isEmpty()
        ? List.of()
        : List.of(policy(interceptor, name, plugin, datasets, fields));
  }

  private static MaskingPolicy policy(
      ConduktorObject interceptor,
      String name,
      Located<String> plugin,
      List<Located<String>> datasets,
      List<Located<String>> fields) {
    return new MaskingPolicy(
        interceptor.name().map(own -> name),
        Located.absent("category", interceptor.head()),
        Located.known("Encryption", "redaction", plugin.place()),
        datasets,
        fields);
  }

  /** A field of an element of an array is, in the model, a field of the array. */
  private static String withoutIndexes(String path) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '[' ? 1 : 0;
      if (depth == 0) {
        plain.append(c);
      }
      depth -= c == ']' && depth > 0 ? 1 : 0;
    }
    return plain.toString();
  }

  private static void secrets(MappingReader config, ResourceRef holder, Reading reading) {
    PropertyReader properties = new PropertyReader("config", holder, reading);
    for (Entry entry : config.source().entries()) {
      properties.read(entry.key(), entry.value());
    }
  }
}
