package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Quota;
import org.jspecify.annotations.Nullable;

/**
 * {@code ResourceQuota}: the rates bind the Kafka user of the namespace; what ns4kafka counts
 * itself is only read strictly. Where one rate is missing ns4kafka sets one of its own, so it is
 * unknown.
 */
final class NsQuotas {

  private static final String[] UNITS = {"KiB", "MiB", "GiB", "B"};

  private NsQuotas() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject quota = SpecObject.of(object, reading);
    MappingReader spec = quota.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(object.knownMetadata("cluster"), quota.name().toString(), reading);
    spec.number("count/topics", "count/topics");
    spec.number("count/partitions", "count/partitions");
    spec.number("count/connectors", "count/connectors");
    spec.word(
        "disk/topics",
        "disk/topics",
        NsQuotas::size,
        "a number of bytes with its unit, which is B, KiB, MiB or GiB");
    Located<Double> producer = spec.decimal("user/producer_byte_rate", "producerByteRate");
    Located<Double> consumer = spec.decimal("user/consumer_byte_rate", "consumerByteRate");
    spec.finish();
    if (producer.isAbsent() && consumer.isAbsent()) {
      return;
    }
    String namespace = object.knownMetadata("namespace");
    Place head = quota.head();
    NsFile.of(reading)
        .await(
            (file, later) -> {
              later.cluster(file.cluster(namespace));
              later.add(
                  new Quota(
                      file.user(namespace, "user", head),
                      Located.absent("client", head),
                      orOther(producer),
                      orOther(consumer),
                      Located.absent("requestPercentage", head),
                      Located.absent("controllerMutationRate", head)));
              later.cluster(null);
            });
  }

  private static Located<Double> orOther(Located<Double> rate) {
    return rate.isAbsent() ? Located.unknown(rate.attribute(), rate.place()) : rate;
  }

  private static @Nullable String size(String text) {
    for (String unit : UNITS) {
      if (text.endsWith(unit)) {
        return isNumber(text.substring(0, text.length() - unit.length())) ? text : null;
      }
    }
    return null;
  }

  private static boolean isNumber(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dots += c == '.' ? 1 : 0;
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return dots < 2 && text.length() > dots;
  }
}
