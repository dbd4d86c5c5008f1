package io.headgate.engine.dialect.topicctl;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;

/**
 * What all files of topicctl have.
 *
 * @param name its name
 * @param description what people say about it
 * @param labels what people labelled it with
 * @param spec the reader of its spec
 */
record TopicctlFile(
    Located<String> name, Located<String> description, Config labels, MappingReader spec) {

  /**
   * Begins to read a file.
   *
   * @param below its metadata
   */
  static TopicctlFile of(Mapping root, Mapping below, Mapping spec, String kind, Reading reading) {
    String what = kind.equals("acl") ? "an ACL file" : "a " + kind;
    MappingReader file = MappingReader.of(root, what, reading);
    MappingReader meta = MappingReader.of(below, "name", "'meta' of " + what, reading);
    Located<String> name = meta.name("name");
    file.headAt(meta.head());
    boolean isCluster = kind.equals("cluster");
    Located<String> cluster =
        isCluster ? name : meta.required("cluster", meta.text("cluster", "cluster"));
    meta.required("region", meta.text("region", "region"));
    meta.required("environment", meta.text("environment", "environment"));
    Located<String> description = meta.text("description", "description");
    Config labels = meta.config("labels", "labels", null);
    if (!isCluster) {
      meta.texts("consumers", "consumers");
    }
    meta.finish();
    file.ignore("meta", "spec");
    file.finish();
    reading.cluster(cluster.orNull());
    if (name.isKnown() && cluster.isKnown()) {
      reading.object("topicctl/" + kind + "/" + cluster.get() + "/" + name.get());
    }
    return new TopicctlFile(
        name, description, labels, new MappingReader(spec, name.place(), what, reading));
  }
}
