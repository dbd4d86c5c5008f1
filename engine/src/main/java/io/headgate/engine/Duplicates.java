package io.headgate.engine;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what a bundle declares twice. */
final class Duplicates {

  private Duplicates() {}

  static List<Finding> in(Bundle bundle) {
    Map<ResourceRef, Resource> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Resource resource : bundle.resources()) {
      // What follows from other resources is not declared by anybody.
      if (resource instanceof Secret || resource instanceof ConsumerGroup) {
        continue;
      }
      Resource other = first.putIfAbsent(resource.ref(), resource);
      if (other != null) {
        findings.add(
            new Finding(
                CoreRules.DUPLICATE_RESOURCE,
                resource.ref(),
                "",
                resource.place(),
                "The "
                    + resource.ref().kind().word()
                    + " '"
                    + resource.ref().name()
                    + "' is declared twice; remove one of the declarations.",
                List.of(new Related(other.place(), "The first declaration."))));
      }
    }
    return findings;
  }
}
