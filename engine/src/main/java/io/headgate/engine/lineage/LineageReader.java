package io.headgate.engine.lineage;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Lineage;
import java.util.function.Function;

/** Gives bundles their lineage. A class of its own, for linking a lambda costs each start. */
public final class LineageReader implements Function<Bundle, Lineage> {

  @Override
  public Lineage apply(Bundle bundle) {
    return Lineages.of(bundle);
  }
}
