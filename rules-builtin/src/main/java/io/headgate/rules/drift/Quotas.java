package io.headgate.rules.drift;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The client quotas of a bundle by whom they limit. */
final class Quotas {

  /** A limit by Kafka's key. */
  record Limit(String key, Function<Quota, Located<Double>> of) {}

  static final List<Limit> LIMITS =
      List.of(
          new Limit("producer_byte_rate", Quota::producerByteRate),
          new Limit("consumer_byte_rate", Quota::consumerByteRate),
          new Limit("request_percentage", Quota::requestPercentage),
          new Limit("controller_mutation_rate", Quota::controllerMutationRate));

  private Quotas() {}

  /** Those whose entity is known, and that limit something, or may. */
  static Map<String, Quota> of(Bundle bundle) {
    Map<String, Quota> quotas = new LinkedHashMap<>();
    for (Quota quota : bundle.all(Quota.class)) {
      if (!isOpen(quota) && limits(quota)) {
        quotas.putIfAbsent(quota.ref().name(), quota);
      }
    }
    return quotas;
  }

  /** Whether one of them may be about anybody, for a template says about whom it is. */
  static boolean areOpen(Bundle bundle) {
    for (Quota quota : bundle.all(Quota.class)) {
      if (isOpen(quota)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(Quota quota) {
    return quota.user().isUnknown() || quota.client().isUnknown();
  }

  private static boolean limits(Quota quota) {
    for (Limit limit : LIMITS) {
      if (!limit.of().apply(quota).isAbsent()) {
        return true;
      }
    }
    return false;
  }

  /** A number as people write it. */
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
