package io.headgate.live;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;

/**
 * Writes client quotas: in Lenses' layout limits of bytes and requests for users and clients, and
 * in a file of headgate's own the limits and entities for which that has no words.
 */
final class Quotas {

  /** Kafka's keys in the order of Lenses' keys. */
  private static final List<Map.Entry<String, String>> LIMITS =
      List.of(
          Map.entry("consumer_byte_rate", "consumerByteRate"),
          Map.entry("producer_byte_rate", "producerByteRate"),
          Map.entry("request_percentage", "requestPercentage"));

  private static final Set<String> ENTITIES =
      Set.of(ClientQuotaEntity.USER, ClientQuotaEntity.CLIENT_ID);

  /** Names that Lenses' layout takes for all users or clients. */
  private static final Set<String> TAKEN = Set.of("", "*", "all", "<default>");

  private Quotas() {}

  static void write(List<Running.Quota> quotas, SortedMap<String, String> files) {
    Yaml lenses = new Yaml();
    Yaml own = new Yaml();
    for (Running.Quota quota : quotas) {
      SortedMap<String, Double> others = new TreeMap<>(quota.limits());
      if (isSayable(quota)) {
        LIMITS.forEach(limit -> others.remove(limit.getKey()));
        if (others.size() < quota.limits().size()) {
          write(quota, lenses);
        }
      }
      if (!others.isEmpty()) {
        String lead = "- ";
        for (Map.Entry<String, @Nullable String> entry : quota.entity().entrySet()) {
          String name = entry.getValue();
          if (name == null) {
            own.raw(lead + entry.getKey() + ": null\n");
          } else {
            own.quoted(lead, entry.getKey(), name);
          }
          lead = "  ";
        }
        own.open("  ", "limits");
        others.forEach((key, value) -> own.quoted("    ", key, number(value)));
      }
    }
    put("kafka/quotas/quotas.yaml", lenses, files);
    put(SnapshotDirectory.OWN + "/quotas.yaml", own, files);
  }

  private static void put(String path, Yaml yaml, SortedMap<String, String> files) {
    String text = yaml.toString();
    if (!text.isEmpty()) {
      files.put(path, text);
    }
  }

  private static boolean isSayable(Running.Quota quota) {
    if (!ENTITIES.containsAll(quota.entity().keySet())) {
      return false;
    }
    for (String name : quota.entity().values()) {
      if (name != null && TAKEN.contains(name)) {
        return false;
      }
    }
    return true;
  }

  private static void write(Running.Quota quota, Yaml yaml) {
    boolean ofUser = quota.entity().containsKey(ClientQuotaEntity.USER);
    boolean ofClient = quota.entity().containsKey(ClientQuotaEntity.CLIENT_ID);
    String user = quota.entity().get(ClientQuotaEntity.USER);
    String client = quota.entity().get(ClientQuotaEntity.CLIENT_ID);
    String type =
        ofUser && ofClient
            ? "USERCLIENT"
            : ofUser
                ? user == null ? "USERS DEFAULT" : "USER"
                : client == null ? "CLIENTS DEFAULT" : "CLIENT";
    yaml.text("- ", "type", type).open("  ", "config");
    for (Map.Entry<String, String> limit : LIMITS) {
      Double value = quota.limits().get(limit.getKey());
      yaml.quoted("    ", limit.getValue(), value == null ? "" : number(value));
    }
    yaml.quoted("  ", "user", !ofUser ? "" : user == null ? "*" : user);
    yaml.quoted("  ", "client", !ofClient ? "" : client == null ? "*" : client);
  }

  /** Without an exponent and without a fraction that says nothing. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
