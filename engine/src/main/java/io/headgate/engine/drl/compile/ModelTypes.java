package io.headgate.engine.drl.compile;

import io.headgate.spi.Related;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Trail;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** The types that a rule can name, by their simple names. */
final class ModelTypes {

  private final Map<String, Class<?>> types = new TreeMap<>();
  private final Map<String, Class<?>> others = new LinkedHashMap<>();

  ModelTypes() {
    for (Class<?> type : Resource.class.getPermittedSubclasses()) {
      types.put(type.getSimpleName(), type);
    }
    for (Class<?> type :
        List.of(
            Access.class,
            Bundle.class,
            Config.class,
            Environment.class,
            Field.class,
            FieldRef.class,
            Flow.class,
            KafkaVersion.class,
            Kind.class,
            Lineage.class,
            Located.class,
            NamePattern.class,
            Place.class,
            Property.class,
            Resource.class,
            ResourceRef.class,
            Trail.class)) {
      types.put(type.getSimpleName(), type);
    }
    for (Class<?> type :
        List.of(
            Related.class,
            AclOperation.class,
            AclPermissionType.class,
            PatternType.class,
            ResourceType.class,
            List.class,
            Set.class,
            Map.class)) {
      others.put(type.getSimpleName(), type);
    }
    types.putAll(others);
    for (Class<?> type :
        List.of(
            Collection.class,
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            Number.class)) {
      types.put(type.getSimpleName(), type);
    }
  }

  /** The type of a name such as {@code Topic} or {@code Schema.Format}, or null. */
  @Nullable Class<?> named(String name) {
    String prefix = "io.headgate.spi.model.";
    String simple = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    int dot = simple.indexOf('.');
    if (dot < 0) {
      return types.get(simple);
    }
    Class<?> outer = types.get(simple.substring(0, dot));
    return outer == null ? null : nested(outer, simple.substring(dot + 1));
  }

  /** The type of a name inside another, or null. */
  static @Nullable Class<?> nested(Class<?> outer, String name) {
    for (Class<?> inner : outer.getClasses()) {
      if (inner.getSimpleName().equals(name)) {
        return inner;
      }
    }
    return null;
  }

  /** The names, in order. */
  Collection<String> names() {
    return types.keySet();
  }

  /** What lies in the session to be matched, in order. */
  Collection<String> facts() {
    return types.entrySet().stream()
        .filter(entry -> isFact(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether there can be facts of the type. */
  static boolean isFact(Class<?> type) {
    return Resource.class.isAssignableFrom(type) || type == Bundle.class;
  }

  /** The import statements that every rule lives under, on one line. */
  String imports() {
    StringBuilder text = new StringBuilder("import io.headgate.spi.model.*; ");
    for (Class<?> type : others.values()) {
      text.append("import ").append(type.getName()).append("; ");
    }
    return text.toString();
  }
}
