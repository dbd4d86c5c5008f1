package io.headgate.rules.pii;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import java.util.Set;

/** Connectors that write personal data to their worker's log. */
public final class PiiLoggedRecords implements Checker {

  /** {@code pii-logged-records}. */
  public static final Rule RULE =
      Rule.error("pii-logged-records", "A connector writes records with personal data to its log.")
          .tagged("pii");

  private static final String INCLUDE = "errors.log.include.messages";

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> include = connector.config().get(INCLUDE);
      boolean logs = isTrue(include) && isTrue(connector.config().get("errors.log.enable"));
      Set<String> topics = logs ? Connect.topics(connector, bundle) : null;
      for (String topic : topics == null ? Set.<String>of() : topics) {
        Field field = bundle.personalField(topic, Marks.TAGS);
        if (field != null) {
          findings.add(
              RULE,
              connector,
              include,
              "Connector '"
                  + connector.name()
                  + "' logs the records that it cannot handle, and topic '"
                  + topic
                  + "' holds the personal field '"
                  + field.path()
                  + "'. Set "
                  + INCLUDE
                  + " to false.",
              new Related(field.name().place(), "The field is declared here."));
          break;
        }
      }
    }
  }

  private static boolean isTrue(Located<String> value) {
    return value.orElse("").strip().equalsIgnoreCase("true");
  }
}
