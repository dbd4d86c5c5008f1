package io.headgate.engine.catalog;

import io.headgate.spi.RulePack;
import io.headgate.spi.model.Place;
import java.util.Map;

/** A rule pack that is written in files, so that messages can point at it. */
public interface PlacedPack extends RulePack {

  /** Where its id is written. */
  Place place();

  /** Where one of its rules is written. */
  Place place(String ruleId);

  /** The texts that look like pages but bear the name of no rule, by how messages name them. */
  Map<String, String> otherPages();
}
