package io.headgate.packs.acme;

import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import java.util.List;

/** The rules of Acme, found through {@code META-INF/services/io.headgate.spi.RulePack}. */
public final class AcmePack implements RulePack {

  @Override
  public String id() {
    return "acme";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(CheckerSpec.of(AcmeUnapprovedConnector.RULE, AcmeUnapprovedConnector::new));
  }
}
