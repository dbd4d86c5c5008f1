package io.headgate.rules.pii;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Resource;

/** Names and ids of machines that are somebody's address. */
public final class PiiPersonalName implements Checker {

  /** {@code pii-personal-name}. */
  public static final Rule RULE =
      Rule.warning("pii-personal-name", "A name or an id of a client is a person's e-mail address.")
          .tagged("pii", "naming");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (App app : bundle.all(App.class)) {
      check(app, app.name(), "The app's name", findings);
      check(app, app.consumerGroup(), "The consumer group", findings);
    }
    for (Connector connector : bundle.all(Connector.class)) {
      check(connector, connector.name(), "The connector's name", findings);
    }
    for (Quota quota : bundle.all(Quota.class)) {
      check(quota, quota.client(), "The client id", findings);
    }
  }

  private static void check(
      Resource resource, Located<String> name, String what, Findings findings) {
    if (name.isKnown() && isAddress(name.get())) {
      findings.add(
          RULE,
          resource,
          name,
          what
              + " '"
              + name
              + "' is a person's e-mail address; it appears in metrics and logs, and outlives the"
              + " person's job. Name it after what it does.");
    }
  }

  private static boolean isAddress(String name) {
    int at = name.indexOf('@');
    int dot = name.lastIndexOf('.');
    if (at < 1 || dot < at + 2 || dot > name.length() - 3) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i != at && !Character.isLetterOrDigit(c) && "._-+".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
