package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * The resources of Conduktor's Gateway. They are a dialect of their own because only where there is
 * a Gateway can files declare how fields are hidden; Console keeps that to itself.
 */
public final class GatewayDialect implements Dialect {

  private static final int VERSION = 2;

  @Override
  public String name() {
    return "conduktor-gateway";
  }

  @Override
  public Description describe() {
    return GatewayDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.MASKING_POLICY, Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("apiVersion") && ConduktorDialect.begins(text, "gateway/v");
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null && ConduktorKinds.isGateway(object);
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    String kind = object.kind().text();
    if (ConduktorKinds.number(object.apiVersion().text()) != VERSION) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "Conduktor's Gateway has no version '"
              + object.version()
              + "'; the current one is 'gateway/v2'.");
    } else if (kind.equals("Interceptor")) {
      ConduktorObject one = ConduktorObject.of(object, reading);
      if (one != null) {
        Interceptors.read(one, reading);
      }
    } else if (ConduktorKinds.GATEWAY_NOT_READ.contains(kind)
        || Nearest.to(kind, ConduktorKinds.gateway()) == null) {
      reading.skip(kind);
    } else {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.kind().place(),
          "kind",
          "Conduktor's Gateway has no kind '"
              + kind
              + "'."
              + Nearest.hint(kind, ConduktorKinds.gateway()));
    }
  }
}
