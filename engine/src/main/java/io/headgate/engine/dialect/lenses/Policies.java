package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import java.util.List;

/**
 * {@code policies/}: since 4.1 with {@code datasets}; what the server computed is not desired
 * state.
 */
final class Policies {

  private Policies() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader policy = MappingReader.of(mapping, "name", "a data policy", reading);
    policy.ignore("id", "lastUpdated", "versions", "impactType", "impact", "lastUpdatedUser");
    List<Located<String>> datasets = policy.texts("datasets", "datasets");
    reading.add(
        new MaskingPolicy(
            policy.name("name"),
            policy.text("category", "category"),
            policy.text("obfuscation", "redaction"),
            datasets,
            policy.texts("fields", "fields")));
    policy.finish();
  }
}
