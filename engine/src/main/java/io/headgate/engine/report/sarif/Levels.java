package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Levels are always written. The classes of java-sarif leave out what is the default of the schema,
 * such as {@code warning}; a reader then takes the level of the rule instead (SARIF 2.1.0,
 * 3.27.10), so that a result which the policy made lighter would weigh what it did before.
 */
final class Levels {

  private Levels() {}

  static JsonMapper.Builder alwaysWritten(JsonMapper.Builder builder) {
    return builder
        .addMixIn(Result.class, OfResult.class)
        .addMixIn(ReportingConfiguration.class, OfConfiguration.class)
        .addMixIn(Notification.class, OfNotification.class);
  }

  interface OfResult {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Result.@Nullable Level getLevel();
  }

  interface OfConfiguration {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    ReportingConfiguration.@Nullable Level getLevel();
  }

  interface OfNotification {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Notification.@Nullable Level getLevel();
  }
}
