package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import org.jspecify.annotations.Nullable;

/** What every spec says: the service, and where the token lies that gives access to it. */
final class AivenService {

  private AivenService() {}

  /**
   * Reads it and notes the service as the Kafka cluster of the object.
   *
   * @param name what the object declares in Kafka
   */
  static void read(SpecObject object, MappingReader spec, Located<String> name, Reading reading) {
    Located<String> service = readAside(spec);
    String cluster = cluster(spec.source().get("project"), service.orNull());
    object.object().declareIn(cluster, name.toString(), reading);
    reading.cluster(cluster);
  }

  /** Reads it where it is no Kafka service. */
  static Located<String> readAside(MappingReader spec) {
    spec.required("project", spec.text("project", "project"));
    MappingReader token = spec.mapping("authSecretRef");
    if (token != null) {
      token.required("name", token.text("name", "authSecretRef.name"));
      token.required("key", token.text("key", "authSecretRef.key"));
      token.finish();
    }
    return spec.required("serviceName", spec.text("serviceName", "cluster"));
  }

  private static @Nullable String cluster(@Nullable Node project, @Nullable String service) {
    return project instanceof Scalar name
            && !name.isTemplated()
            && !name.text().isEmpty()
            && service != null
            && !service.isEmpty()
        ? name.text() + "/" + service
        : null;
  }
}
