package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/** {@code ClusterLink}: the topics that it mirrors exist although nobody declares them. */
final class CfkLinks {

  private CfkLinks() {}

  static void read(KubernetesObject object, Reading reading) {
    List<String> topics = new ArrayList<>();
    if (object.mapping().get("spec") instanceof Mapping spec
        && spec.get("mirrorTopics") instanceof Sequence mirrors) {
      for (Node mirror : mirrors.items()) {
        if (mirror instanceof Mapping topic
            && topic.get("name") instanceof Scalar name
            && !name.isTemplated()) {
          topics.add(name.text());
        }
      }
    }
    reading.fact(ClusterFacts.client(null, topics, List.of()));
    reading.skip(object.kind().text());
  }
}
