package io.headgate.rules;

import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import java.util.List;

/** The rules that headgate brings along: a pack like any other. */
public final class BuiltinRules implements RulePack {

  @Override
  public String id() {
    return "headgate";
  }

  @Override
  public String version() {
    String version = BuiltinRules.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(
        // topic
        // acl
        // pii
        // alert
        // secret
        // connector
        // schema
        );
  }
}
