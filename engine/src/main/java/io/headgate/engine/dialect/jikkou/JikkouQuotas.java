package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code KafkaClientQuota}, and {@code KafkaQuota} of the Aiven provider. */
final class JikkouQuotas {

  private static final List<String> TYPES =
      List.of(
          "USERS_DEFAULT", "USER", "USER_CLIENT", "USER_ALL_CLIENTS", "CLIENT", "CLIENTS_DEFAULT");

  private JikkouQuotas() {}

  static void read(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    Located<String> type =
        spec.required(
            "type",
            spec.word("type", "type", JikkouQuotas::type, "one of " + String.join(", ", TYPES)));
    MappingReader entity = spec.mapping("entity");
    Located<String> user = Located.absent("user", type.place());
    Located<String> client = Located.absent("client", type.place());
    if (entity != null) {
      user = entity.text("user", "user");
      client = entity.text("clientId", "client");
      entity.finish();
    }
    String word = type.orElse("");
    if (word.equals("USERS_DEFAULT")) {
      user = Located.known(Quota.DEFAULT, "user", type.place());
    }
    if (word.equals("CLIENTS_DEFAULT") || word.equals("USER_ALL_CLIENTS")) {
      client = Located.known(Quota.DEFAULT, "client", type.place());
    }
    if (type.isUnknown()) {
      user = Located.unknown("user", type.place());
    } else {
      require(user, word.startsWith("USER"), "user", word, reading);
      require(client, word.contains("CLIENT"), "clientId", word, reading);
    }
    MappingReader configs = spec.mapping("configs");
    if (configs != null) {
      add(user, client, configs, reading);
      configs.finish();
    } else if (spec.node("configs") == null) {
      spec.required("configs", Located.absent("configs", object.head()));
    }
    spec.finish();
  }

  private static void require(
      Located<String> entity, boolean needed, String key, String type, Reading reading) {
    if (needed && entity.isAbsent()) {
      reading.unreadable(
          entity.place(), key, "A quota of the type " + type + " needs '" + key + "' in 'entity'.");
    }
  }

  /** Aiven's own: {@code default} is the entity of all that have no quota of their own. */
  static void readAiven(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    add(
        orDefault(spec.text("user", "user")),
        orDefault(spec.text("clientId", "client")),
        spec,
        reading);
    spec.finish();
  }

  private static Located<String> orDefault(Located<String> name) {
    return name.is("default") ? name.map(text -> Quota.DEFAULT) : name;
  }

  private static void add(
      Located<String> user, Located<String> client, MappingReader rates, Reading reading) {
    reading.add(
        new Quota(
            user,
            client,
            rates.decimal("producerByteRate", "producerByteRate"),
            rates.decimal("consumerByteRate", "consumerByteRate"),
            rates.decimal("requestPercentage", "requestPercentage"),
            Located.absent("controllerMutationRate", user.place())));
  }

  private static @Nullable String type(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return TYPES.contains(upper) ? upper : null;
  }
}
