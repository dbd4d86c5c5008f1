package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jikkou's resources. */
public final class JikkouDialect implements Dialect {

  private static final List<String> VERSIONS = List.of("v1", "v1beta2", "v1beta1");
  private static final List<String> READ =
      List.of(
          "KafkaTopic",
          "KafkaPrincipalAuthorization",
          "KafkaPrincipalRole",
          "KafkaUser",
          "KafkaClientQuota",
          "KafkaQuota",
          "SchemaRegistrySubject",
          "KafkaConnector");

  /** The kinds that nothing is read of. */
  static final List<String> NOT_READ =
      List.of(
          "AwsGlueSchema",
          "ConfigMap",
          "IcebergNamespace",
          "IcebergTable",
          "IcebergView",
          "KafkaBroker",
          "KafkaConsumerGroup",
          "KafkaShareGroup",
          "KafkaTableRecord",
          "KafkaTopicAclEntry",
          "RoleBinding",
          "SchemaRegistryAclEntry",
          "ValidatingResourcePolicy");

  private static final String PREFIX = "jikkou.io/";
  private static final String BYPASS = PREFIX + "bypass-validations";

  /** Annotations by which a resource is left out. */
  private static final List<String> ABSENT = List.of(PREFIX + "ignore", PREFIX + "delete");

  @Override
  public String name() {
    return "jikkou";
  }

  @Override
  public Description describe() {
    return JikkouDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(
        Kind.TOPIC,
        Kind.ACL,
        Kind.USER,
        Kind.QUOTA,
        Kind.SCHEMA,
        Kind.CONNECTOR,
        Kind.CONSUMER_GROUP,
        Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    // With statements of Jinja it is no YAML before it is rendered.
    return text.contains("apiVersion") && !text.contains("{%");
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null && isGroup(object.group());
  }

  private static boolean isGroup(String group) {
    return group.endsWith(".jikkou.io")
        || group.equals("kafka.aiven.io")
        || group.equals("iam.confluent.cloud");
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    if (object.group().endsWith(".jikkou.io") && !VERSIONS.contains(object.version())) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "Jikkou has no version '"
              + object.version()
              + "'; the current one is '"
              + object.group()
              + "/v1'.");
      return;
    }
    String kind = object.kind().text();
    if (kind.endsWith("List") && object.mapping().get("items") instanceof Sequence items) {
      String one = kind.substring(0, kind.length() - "List".length());
      for (Node item : items.items()) {
        if (item instanceof Mapping mapping) {
          read(one, mapping, object.kind().place(), object, reading);
        } else {
          reading.unreadable(item.place(), "items", "Each item of a list must be a mapping.");
        }
      }
    } else {
      read(kind, object.mapping(), object.kind().place(), object, reading);
    }
  }

  private static void read(
      String kind, Mapping mapping, Place head, KubernetesObject document, Reading reading) {
    if (!READ.contains(kind)) {
      String near = Nearest.to(kind, kinds());
      if (NOT_READ.contains(kind) || near == null) {
        reading.skip(kind);
      } else {
        reading.find(
            CoreRules.UNKNOWN_KIND,
            document.kind().place(),
            "kind",
            "Jikkou has no kind '" + kind + "'." + Nearest.hint(kind, kinds()));
      }
      return;
    }
    sayBypassed(mapping, kind, reading);
    if (isLeftOut(mapping)) {
      reading.skip(kind + " that is left out");
      return;
    }
    JikkouObject object = JikkouObject.of(kind, mapping, head, reading);
    if (object == null) {
      return;
    }
    switch (kind) {
      case "KafkaTopic" -> JikkouTopics.read(object, reading);
      case "KafkaPrincipalAuthorization" -> JikkouAccess.readAuthorization(object, reading);
      case "KafkaPrincipalRole" -> JikkouAccess.readRole(object, reading);
      case "KafkaUser" -> JikkouAccess.readUser(object, reading);
      case "KafkaClientQuota" -> JikkouQuotas.read(object, reading);
      case "KafkaQuota" -> JikkouQuotas.readAiven(object, reading);
      case "SchemaRegistrySubject" -> JikkouSubjects.read(object, reading);
      default -> JikkouConnectors.read(object, reading);
    }
  }

  private static boolean isLeftOut(Mapping mapping) {
    for (String annotation : ABSENT) {
      if (isTrue(annotation(mapping, annotation))) {
        return true;
      }
    }
    return false;
  }

  private static void sayBypassed(Mapping mapping, String kind, Reading reading) {
    Entry entry = annotation(mapping, BYPASS);
    if (entry != null && isTrue(entry)) {
      reading.find(
          CoreRules.BYPASSED_VALIDATION,
          entry.key().place(),
          "metadata.annotations." + BYPASS,
          "This "
              + kind
              + " tells Jikkou to apply it without validation, so no policy of Jikkou's holds for"
              + " it. Remove the annotation, or let those who own the policies agree.");
    }
  }

  private static boolean isTrue(@Nullable Entry entry) {
    return entry != null
        && entry.value() instanceof Scalar value
        && value.text().equalsIgnoreCase("true");
  }

  private static @Nullable Entry annotation(Mapping mapping, String name) {
    return mapping.get("metadata") instanceof Mapping metadata
            && metadata.get("annotations") instanceof Mapping annotations
        ? annotations.entry(name)
        : null;
  }

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>(READ);
    kinds.addAll(NOT_READ);
    return kinds;
  }
}
