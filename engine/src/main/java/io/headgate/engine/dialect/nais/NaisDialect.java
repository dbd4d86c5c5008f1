package io.headgate.engine.dialect.nais;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.ToolKinds;
import io.headgate.engine.document.Document;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The topics and streams of NAIS. */
public final class NaisDialect implements Dialect {

  static final ToolKinds KINDS =
      new ToolKinds("NAIS", List.of("Topic", "Stream"), List.of("AivenApplication"));

  private static final String GROUP = "kafka.nais.io";
  private static final String VERSION = "v1";

  @Override
  public String name() {
    return "nais";
  }

  @Override
  public Description describe() {
    return NaisDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL);
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains(GROUP + "/" + VERSION);
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null && object.group().equals(GROUP);
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    if (!object.version().equals(VERSION)) {
      KINDS.refuseVersion(object, "v1", reading);
      return;
    }
    String kind = object.kind().text();
    switch (kind) {
      case "Topic" -> NaisTopics.read(object, reading);
      case "Stream" -> NaisTopics.readStream(object, reading);
      default -> KINDS.refuse(object, reading);
    }
  }
}
