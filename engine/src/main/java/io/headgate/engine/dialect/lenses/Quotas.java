package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code kafka/quotas/}: a list; the types have spaces in them. */
final class Quotas {

  private static final Set<String> TYPES =
      Set.of(
          "CLIENT", "CLIENTS", "CLIENTS DEFAULT", "USER", "USERS", "USERS DEFAULT", "USERCLIENT");
  private static final String WANTED =
      "one of CLIENT, CLIENTS, CLIENTS DEFAULT, USER, USERS, USERS DEFAULT, USERCLIENT";

  private Quotas() {}

  static void read(Node root, Reading reading) {
    for (Mapping mapping : Lists.mappings(root, "quotas", reading)) {
      if (mapping.entry("entityType") != null || mapping.entry("entityName") != null) {
        readServed(mapping, reading);
      } else {
        readExported(mapping, reading);
      }
    }
  }

  private static void readExported(Mapping mapping, Reading reading) {
    MappingReader quota = MappingReader.of(mapping, "type", "a quota", reading);
    Located<String> type = type(quota, "type");
    add(type, entity(quota, "user"), entity(quota, "client"), quota, "config", reading);
  }

  /** The shape in which the server gives them: the user is the entity, the client its child. */
  private static void readServed(Mapping mapping, Reading reading) {
    MappingReader quota = MappingReader.of(mapping, "entityType", "a quota", reading);
    quota.ignore("URL", "url", "isAuthorized");
    Located<String> type = type(quota, "entityType");
    boolean ofClient = type.orElse("").startsWith("CLIENT");
    Located<String> named = entity(quota, "entityName", ofClient ? "client" : "user");
    Located<String> child = entity(quota, quota.oneOf("child", "Child"), "client");
    Located<String> nobody = Located.absent("user", quota.head());
    add(type, ofClient ? nobody : named, ofClient ? named : child, quota, "properties", reading);
  }

  private static Located<String> type(MappingReader quota, String key) {
    return quota.required(key, quota.word(key, "type", Quotas::type, WANTED));
  }

  private static void add(
      Located<String> type,
      Located<String> user,
      Located<String> client,
      MappingReader quota,
      String configKey,
      Reading reading) {
    String word = type.orElse("");
    boolean all = word.endsWith("S") || word.endsWith("S DEFAULT");
    boolean ofUser = word.startsWith("USER");
    boolean ofClient = word.startsWith("CLIENT") || word.equals("USERCLIENT");
    MappingReader config = quota.mapping(configKey);
    reading.add(
        new Quota(
            (ofUser || type.isUnknown()) && user.isAbsent()
                ? implied(all, "user", type, quota)
                : user,
            ofClient && client.isAbsent() ? implied(all, "client", type, quota) : client,
            rate(config, "producerByteRate", "producer_byte_rate", quota),
            rate(config, "consumerByteRate", "consumer_byte_rate", quota),
            rate(config, "requestPercentage", "request_percentage", quota),
            Located.absent("controllerMutationRate", quota.head())));
    if (config != null) {
      config.finish();
    }
    quota.finish();
  }

  /** The entity that nobody wrote: all of them by the type's word, otherwise a finding. */
  private static Located<String> implied(
      boolean all, String key, Located<String> type, MappingReader quota) {
    if (type.isUnknown()) {
      return Located.unknown(key, type.place());
    }
    return all
        ? Located.known(Quota.DEFAULT, key, type.place())
        : quota.required(key, Located.absent(key, type.place()));
  }

  private static @Nullable String type(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return TYPES.contains(upper) ? upper : null;
  }

  private static Located<String> entity(MappingReader quota, String key) {
    return entity(quota, key, key);
  }

  private static Located<String> entity(MappingReader quota, String key, String attribute) {
    Located<String> name = quota.text(key, attribute);
    if (name.is("")) {
      return Located.absent(attribute, quota.keyPlace(key));
    }
    return name.is("*") || name.is("all") ? name.map(star -> Quota.DEFAULT) : name;
  }

  private static Located<Double> rate(
      @Nullable MappingReader config, String key, String otherKey, MappingReader quota) {
    if (config == null) {
      return Located.absent(key, quota.head());
    }
    return config.decimal(config.key(key, otherKey), key);
  }
}
