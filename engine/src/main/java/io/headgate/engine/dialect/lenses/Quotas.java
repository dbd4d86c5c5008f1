package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
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
    if (!(root instanceof Sequence list)) {
      reading.unreadable(root.place(), "", "The quotas must be a list of mappings.");
      return;
    }
    for (Node item : list.items()) {
      if (item instanceof Mapping mapping) {
        readOne(mapping, reading);
      } else {
        reading.unreadable(item.place(), "", "Each entry of the quotas must be a mapping.");
      }
    }
  }

  private static void readOne(Mapping mapping, Reading reading) {
    String typeKey = mapping.entry("entityType") != null ? "entityType" : "type";
    MappingReader quota = MappingReader.of(mapping, typeKey, "a quota", reading);
    Located<String> type = quota.word(typeKey, "type", Quotas::type, WANTED);
    quota.ignore("URL", "url", "isAuthorized");
    String configKey = quota.oneOf("config", "properties");
    MappingReader config = quota.mapping(configKey);
    boolean server = typeKey.equals("entityType");
    Located<String> user = entity(quota, server ? "entityName" : "user", "user");
    Located<String> client =
        entity(quota, server ? quota.oneOf("child", "Child") : "client", "client");
    if (server && type.orElse("").startsWith("CLIENT")) {
      client = user;
      user = Located.absent("user", quota.head());
    }
    if (type.orElse("").endsWith("S DEFAULT") || type.orElse("").endsWith("S")) {
      boolean users = type.get().startsWith("USER");
      user = users && user.isAbsent() ? all(type, "user") : user;
      client = !users && client.isAbsent() ? all(type, "client") : client;
    }
    reading.add(
        new Quota(
            user,
            client,
            rate(config, "producerByteRate", "producer_byte_rate", quota),
            rate(config, "consumerByteRate", "consumer_byte_rate", quota),
            rate(config, "requestPercentage", "request_percentage", quota),
            Located.absent("controllerMutationRate", quota.head())));
    if (config != null) {
      config.finish();
    }
    quota.finish();
  }

  private static @Nullable String type(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return TYPES.contains(upper) ? upper : null;
  }

  private static Located<String> all(Located<String> type, String attribute) {
    return Located.known(Quota.DEFAULT, attribute, type.place());
  }

  private static Located<String> entity(MappingReader quota, String key, String attribute) {
    Located<String> name = quota.text(key, attribute);
    if (name.is("")) {
      return Located.absent(attribute, quota.head());
    }
    return name.is("*") || name.is("all") ? name.map(star -> Quota.DEFAULT) : name;
  }

  private static Located<Double> rate(
      @Nullable MappingReader config, String key, String otherKey, MappingReader quota) {
    if (config == null) {
      return Located.absent(key, quota.head());
    }
    String written = config.oneOf(key, otherKey);
    return config.text(written, key).is("")
        ? Located.absent(key, config.keyPlace(written))
        : config.decimal(written, key);
  }
}
