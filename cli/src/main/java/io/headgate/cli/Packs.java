package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.spi.RulePack;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The rule packs on the class path. */
final class Packs {

  private Packs() {}

  static Catalog catalog() {
    List<RulePack> packs = new ArrayList<>();
    ServiceLoader.load(RulePack.class).forEach(packs::add);
    return new Catalog(packs);
  }
}
