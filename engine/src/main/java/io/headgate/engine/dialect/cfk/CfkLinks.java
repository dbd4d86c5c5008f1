package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Metadata;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;

/** {@code ClusterLink}: the topics that it mirrors exist although nobody declares them. */
final class CfkLinks {

  private CfkLinks() {}

  static void read(KubernetesObject object, Reading reading) {
    List<String> topics = new ArrayList<>();
    Metadata.name(object.mapping(), object.kind().text(), reading);
    if (object.mapping().get("spec") instanceof Mapping mapping) {
      MappingReader spec =
          new MappingReader(mapping, object.kind().place(), "a ClusterLink", reading);
      for (Mapping mirror : spec.mappings("mirrorTopics")) {
        Located<String> name =
            MappingReader.of(mirror, "name", "an entry of 'mirrorTopics'", reading)
                .text("name", "name");
        if (name.isKnown()) {
          topics.add(name.get());
        }
      }
    }
    reading.fact(ClusterFacts.client(null, topics, List.of()));
    reading.skip(object.kind().text());
  }
}
