package io.headgate.rules.quota;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;

/** Quotas that the controller refuses. */
public final class QuotaInvalid implements Checker {

  /** {@code quota-invalid}. */
  public static final Rule RULE =
      Rule.error("quota-invalid", "A quota sets a value that Kafka refuses.")
          .tagged("quotas", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Quota quota : bundle.all(Quota.class)) {
      check(quota, quota.producerByteRate(), true, findings);
      check(quota, quota.consumerByteRate(), true, findings);
      check(quota, quota.requestPercentage(), false, findings);
      check(quota, quota.controllerMutationRate(), false, findings);
    }
  }

  private static void check(Quota quota, Located<Double> rate, boolean whole, Findings findings) {
    if (!rate.isKnown()) {
      return;
    }
    double value = rate.get();
    String fault = null;
    if (!(value > 0)) {
      fault = "Set it above 0; to stop a client, take its rights away.";
    } else if (whole && value >= Long.MAX_VALUE) {
      fault = "Lower it: Kafka cannot count so far.";
    } else if (whole && value != Math.rint(value)) {
      fault = "Write a whole number of bytes per second.";
    }
    if (fault != null) {
      findings.add(
          RULE,
          quota,
          rate,
          "The quota of "
              + quota.ref().name()
              + " sets "
              + rate.attribute()
              + " to "
              + text(value)
              + ", which Kafka refuses. "
              + fault);
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
