package io.headgate.testcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own authorizer, which writes down what one user asks, and refuses that user all but
 * descriptions, whatever the ACLs say.
 */
public final class ReadOnlyAuthorizer extends StandardAuthorizer {

  /** The property that says who. */
  public static final String USER = "headgate.test.user";

  /**
   * The property that says to which file it is written, a line each: what the client sent, the
   * operation and the type of the resource, such as {@code METADATA: DESCRIBE TOPIC}.
   */
  public static final String FILE = "headgate.test.file";

  private String principal = "";
  private Path file = Path.of("");

  @Override
  public void configure(Map<String, ?> configs) {
    principal = "User:" + configs.get(USER);
    file = Path.of(String.valueOf(configs.get(FILE)));
    super.configure(configs);
  }

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> results = new ArrayList<>(super.authorize(context, actions));
    if (!context.principal().toString().equals(principal)) {
      return results;
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      // What is logged neither way is a question about rights, which the answer lists.
      if (action.logIfAllowed() || action.logIfDenied()) {
        lines
            .append(ApiKeys.forId(context.requestType()))
            .append(": ")
            .append(action.operation())
            .append(' ')
            .append(action.resourcePattern().resourceType())
            .append('\n');
      }
      if (action.operation() != AclOperation.DESCRIBE
          && action.operation() != AclOperation.DESCRIBE_CONFIGS) {
        results.set(i, AuthorizationResult.DENIED);
      }
    }
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return results;
  }
}
