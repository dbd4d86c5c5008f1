package io.headgate.engine;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the limits for which the layout of a snapshot has no words to the quotas that it has words
 * for. Those of IP addresses, and of connections, no landscape can declare.
 */
final class OwnQuotas {

  private OwnQuotas() {}

  static List<Resource> added(List<Resource> resources, @Nullable Node root) {
    Map<String, Quota> quotas = new LinkedHashMap<>();
    List<Resource> all = new ArrayList<>();
    for (Resource resource : resources) {
      if (resource instanceof Quota quota) {
        quotas.put(quota.ref().name(), quota);
      } else {
        all.add(resource);
      }
    }
    for (Node item : OwnFiles.items(root)) {
      if (item instanceof Mapping mapping && mapping.entry("ip") == null) {
        Quota quota = quota(mapping);
        quotas.merge(quota.ref().name(), quota, OwnQuotas::both);
      }
    }
    all.addAll(quotas.values());
    return all;
  }

  private static Quota quota(Mapping mapping) {
    Place place = mapping.place();
    return new Quota(
        entity("user", mapping),
        entity("client-id", mapping),
        limit("producer_byte_rate", mapping, place),
        limit("consumer_byte_rate", mapping, place),
        limit("request_percentage", mapping, place),
        limit("controller_mutation_rate", mapping, place));
  }

  private static Located<String> entity(String key, Mapping mapping) {
    Entry entry = mapping.entry(key);
    if (entry == null) {
      return Located.absent(key, mapping.place());
    }
    boolean isDefault = entry.value() instanceof Scalar scalar && scalar.isNull();
    return Located.known(
        isDefault ? Quota.DEFAULT : OwnFiles.text(mapping, key), key, entry.value().place());
  }

  private static Located<Double> limit(String key, Mapping mapping, Place place) {
    String text = mapping.get("limits") instanceof Mapping all ? all.text(key) : null;
    try {
      return text == null
          ? Located.absent(key, place)
          : Located.known(Double.valueOf(text), key, place);
    } catch (NumberFormatException e) {
      return Located.unknown(key, place);
    }
  }

  private static Quota both(Quota one, Quota other) {
    return new Quota(
        one.user(),
        one.client(),
        either(one.producerByteRate(), other.producerByteRate()),
        either(one.consumerByteRate(), other.consumerByteRate()),
        either(one.requestPercentage(), other.requestPercentage()),
        either(one.controllerMutationRate(), other.controllerMutationRate()));
  }

  private static Located<Double> either(Located<Double> one, Located<Double> other) {
    return one.isAbsent() ? other : one;
  }
}
