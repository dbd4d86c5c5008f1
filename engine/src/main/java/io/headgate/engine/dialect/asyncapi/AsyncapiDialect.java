package io.headgate.engine.dialect.asyncapi;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** AsyncAPI 2 and 3 with bindings for Kafka, and SpecMesh. */
public final class AsyncapiDialect implements Dialect {

  @Override
  public String name() {
    return "asyncapi";
  }

  @Override
  public Description describe() {
    return AsyncapiDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.SCHEMA);
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("asyncapi") && text.contains("kafka");
  }

  @Override
  public boolean reads(Document document) {
    return document.root() instanceof Mapping root
        && root.entry("apiVersion") == null
        && new Api(root).isKafka();
  }

  @Override
  public void read(Document document, Reading reading) {
    if (!(document.root() instanceof Mapping root)) {
      return;
    }
    if (root.get("asyncapi") instanceof Scalar version
        && !version.isTemplated()
        && !version.text().startsWith("2.")
        && !version.text().startsWith("3.")) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          version.place(),
          "asyncapi",
          "AsyncAPI '"
              + (version.text().length() > 20 ? "..." : version.text())
              + "' is a version that headgate does not read; it reads 2.x and 3.x.");
      return;
    }
    new AsyncapiChannels(new Api(root), reading).read();
  }
}
