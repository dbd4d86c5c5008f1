package io.headgate.rules.support;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.List;

/** What a checker says about a bundle made by hand. */
public final class Heard implements Findings {

  private final List<String> messages = new ArrayList<>();

  private Heard() {}

  /** The findings as {@code <attribute>: <message>}. */
  public static List<String> from(Checker checker, Bundle bundle) {
    Heard heard = new Heard();
    checker.check(bundle, heard);
    return heard.messages;
  }

  @Override
  public void add(
      Rule rule, Resource resource, Located<?> where, String message, Related... related) {
    messages.add(where.attribute() + ": " + message);
  }
}
