package io.headgate.cli;

import io.headgate.engine.Run;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.AccessList;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.User;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate access}. */
final class AccessCommand {

  private static final List<String> FORMATS = List.of("text", "json");

  private AccessCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "access",
            "Says who may read, write and administer a topic, or what a principal may do, as"
                + " Kafka's authorizer decides it by the ACLs below each PATH.");
    Scope.options(
        spec,
        "The policy, which names super users. By default the nearest headgate.yaml at or"
            + " above the paths.");
    spec.addOption(
        OptionSpec.builder("--topic")
            .paramLabel("NAME")
            .type(String.class)
            .description("Who may read, write and administer this topic.")
            .build());
    spec.addOption(
        OptionSpec.builder("--principal")
            .paramLabel("PRINCIPAL")
            .type(String.class)
            .description("What this principal, such as User:alice, may do.")
            .build());
    spec.addOption(
        OptionSpec.builder("--report")
            .paramLabel("FORMAT")
            .type(String.class)
            .completionCandidates(FORMATS)
            .description("text (default) or json.")
            .build());
    Commands.exitCodes(
        spec,
        "There is an answer.",
        "Not used: an answer closes no gate.",
        "An option, a path or the policy is wrong, or nobody knows the topic or principal.",
        "headgate broke: there is no answer to trust.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    String topic = parsed.matchedOptionValue("--topic", (String) null);
    String principal = parsed.matchedOptionValue("--principal", (String) null);
    String format = parsed.matchedOptionValue("--report", "text");
    if ((topic == null) == (principal == null)) {
      throw new UserError("Give either '--topic NAME' or '--principal PRINCIPAL'.");
    }
    if (!FORMATS.contains(format)) {
      throw new UserError("There is no format '" + format + "'; write text or json.");
    }
    List<Run.Unjudged> all = Scope.bundles(packs, parsed, terminal.environment());
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    int unread = 0;
    for (Run.Unjudged one : all) {
      if (topic == null || isKnown(one.bundle(), topic)) {
        bundles.put(one.name(), one.bundle());
        unread += one.unread();
      }
    }
    if (topic == null ? !isAnywhere(bundles, principal) : bundles.isEmpty()) {
      throw nobodyKnows(all, topic, principal);
    }
    if (unread > 0) {
      terminal
          .err()
          .println(
              "headgate: Some documents could not be read, so ACLs may be missing here; 'headgate"
                  + " check' names them.");
    }
    print(bundles, topic, principal, format.equals("json"), terminal);
    return ExitCode.OPEN;
  }

  private static void print(
      Map<String, Bundle> bundles,
      @Nullable String topic,
      @Nullable String principal,
      boolean json,
      Terminal terminal) {
    if (json && topic != null) {
      terminal.out().print(AccessList.topicJson(bundles, topic));
    } else if (json && principal != null) {
      terminal.out().print(AccessList.principalJson(bundles, principal));
    } else {
      String separator = "";
      for (Map.Entry<String, Bundle> bundle : bundles.entrySet()) {
        terminal.out().print(separator);
        if (topic != null) {
          terminal.out().print(AccessList.topicText(bundle.getKey(), bundle.getValue(), topic));
        } else if (principal != null) {
          terminal
              .out()
              .print(AccessList.principalText(bundle.getKey(), bundle.getValue(), principal));
        }
        separator = "\n";
      }
    }
  }

  private static boolean isKnown(Bundle bundle, String topic) {
    return bundle.hasTopic(topic)
        || bundle.access().entriesOn(ResourceType.TOPIC, topic).stream()
            .anyMatch(acl -> acl.resourceName().is(topic));
  }

  private static boolean isAnywhere(Map<String, Bundle> bundles, @Nullable String principal) {
    for (Bundle bundle : bundles.values()) {
      if (principal != null
          && (bundle.access().isSuperUser(principal)
              || bundle.access().principals().contains(principal)
              || users(bundle).contains(principal))) {
        return true;
      }
    }
    return false;
  }

  private static UserError nobodyKnows(
      List<Run.Unjudged> bundles, @Nullable String topic, @Nullable String principal) {
    TreeSet<String> names = new TreeSet<>();
    for (Run.Unjudged bundle : bundles) {
      if (topic != null) {
        names.addAll(bundle.bundle().topicNames());
      } else {
        names.addAll(bundle.bundle().access().principals());
        names.addAll(users(bundle.bundle()));
      }
    }
    names.remove(Access.EVERYONE);
    return new UserError(
        topic != null
            ? "Nobody declares topic '" + topic + "'." + Nearest.hint(topic, names)
            : "No ACL and no user is for '"
                + principal
                + "'."
                + Nearest.hint(String.valueOf(principal), names));
  }

  private static Set<String> users(Bundle bundle) {
    TreeSet<String> users = new TreeSet<>();
    for (User user : bundle.all(User.class)) {
      if (user.name().isKnown()) {
        users.add("User:" + user.name().get());
      }
    }
    return users;
  }
}
