package com.acme.rules;

import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import java.util.List;

/** Acme's rules. */
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
    return List.of(
        CheckerSpec.of(OldVersion.RULE, OldVersion::new),
        CheckerSpec.of(LargeTopic.RULE, LargeTopic::new));
  }
}
