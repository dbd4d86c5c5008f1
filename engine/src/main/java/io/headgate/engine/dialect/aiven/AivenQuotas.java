package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;

/** {@code KafkaQuota}: {@code default} is the entity of all that have no quota of their own. */
final class AivenQuotas {

  private AivenQuotas() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject quota = SpecObject.of(object, reading);
    MappingReader spec = quota.spec();
    if (spec == null) {
      return;
    }
    AivenService.read(quota, spec, quota.name(), reading);
    Located<String> user = orDefault(spec.text("user", "user"));
    Located<String> client = orDefault(spec.text("clientId", "client"));
    Located<Double> producer = spec.decimal("producerByteRate", "producerByteRate");
    Located<Double> consumer = spec.decimal("consumerByteRate", "consumerByteRate");
    Located<Double> request = spec.decimal("requestPercentage", "requestPercentage");
    if (user.isAbsent() && client.isAbsent()) {
      reading.unreadable(quota.head(), "user", "A KafkaQuota needs 'user' or 'clientId', or both.");
    }
    if (producer.isAbsent() && consumer.isAbsent() && request.isAbsent()) {
      reading.unreadable(
          quota.head(),
          "producerByteRate",
          "A KafkaQuota needs one of 'consumerByteRate', 'producerByteRate' and"
              + " 'requestPercentage' at least.");
    }
    spec.finish();
    if (!user.isAbsent() || !client.isAbsent()) {
      reading.add(
          new Quota(
              user,
              client,
              producer,
              consumer,
              request,
              Located.absent("controllerMutationRate", quota.head())));
    }
  }

  private static Located<String> orDefault(Located<String> name) {
    return name.is("default") ? name.map(text -> Quota.DEFAULT) : name;
  }
}
