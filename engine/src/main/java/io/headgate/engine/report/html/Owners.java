package io.headgate.engine.report.html;

import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.engine.report.Result;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.ServiceAccount;
import io.headgate.spi.model.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which team has to mend what, as far as the policy says who owns which names: the owner of the
 * resource; of what it is about; or of all else that its file declares.
 */
final class Owners {

  /** Of what nobody owns, or nobody knows who does. */
  static final String NOBODY = "no known owner";

  private static final String SEVERAL = "";

  private final Map<String, Environment> environments = new HashMap<>();
  private final Map<String, Map<ResourceRef, String>> byResource = new HashMap<>();
  private final Map<String, Map<String, String>> byFile = new HashMap<>();

  Owners(List<JudgedBundle> bundles) {
    for (JudgedBundle judged : bundles) {
      Environment environment = judged.bundle().environment();
      environments.put(judged.name(), environment);
      Map<ResourceRef, String> resources = new HashMap<>();
      Map<String, String> files = new HashMap<>();
      for (Resource resource : judged.bundle().resources()) {
        String owner = of(resource, environment);
        if (owner != null) {
          resources.putIfAbsent(resource.ref(), owner);
        }
        files.merge(
            resource.place().file(),
            owner == null ? SEVERAL : owner,
            (a, b) -> a.equals(b) ? a : SEVERAL);
      }
      byResource.put(judged.name(), resources);
      byFile.put(judged.name(), files);
    }
  }

  /** The owner of what a result is about, or {@link #NOBODY}. */
  String of(Result result) {
    ResourceRef ref = result.finding().resource();
    String owner = byResource.getOrDefault(result.bundle(), Map.of()).get(ref);
    if (owner == null) {
      // What is gone, or was never read, still has a name.
      owner = named(ref.name(), environments.getOrDefault(result.bundle(), Environment.UNKNOWN));
    }
    if (owner == null) {
      String file = result.finding().place().file();
      owner = byFile.getOrDefault(result.bundle(), Map.of()).getOrDefault(file, SEVERAL);
    }
    return owner.isEmpty() ? NOBODY : owner;
  }

  private static @Nullable String of(Resource resource, Environment environment) {
    List<String> names = new ArrayList<>();
    List<String> principals = new ArrayList<>();
    if (resource instanceof Acl acl) {
      add(acl.resourceName(), names);
      add(acl.principal(), principals);
    } else if (resource instanceof Schema schema) {
      names.add(schema.topic());
    } else if (resource instanceof App app) {
      add(app.name(), names);
      app.outputs().forEach(topic -> add(topic, names));
      app.inputs().forEach(topic -> add(topic, names));
    } else if (resource instanceof Connector connector) {
      add(connector.name(), names);
      connector.topics().forEach(topic -> add(topic, names));
    } else if (resource instanceof ConsumerGroup group) {
      add(group.name(), names);
      group.topics().forEach(topic -> add(topic, names));
    } else if (resource instanceof AlertRule alert) {
      add(alert.topic(), names);
      add(alert.group(), names);
    } else if (resource instanceof ServiceAccount account && account.owner().isKnown()) {
      return account.owner().get();
    } else if (resource instanceof User user && user.name().isKnown()) {
      principals.add("User:" + user.name().get());
    } else if (resource instanceof Quota quota && quota.user().isKnown()) {
      principals.add("User:" + quota.user().get());
    } else {
      names.add(resource.ref().name());
    }
    for (String name : names) {
      String owner = named(name, environment);
      if (owner != null) {
        return owner;
      }
    }
    for (String principal : principals) {
      String owner = joined(environment.ownersActingAs(principal));
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  private static void add(Located<String> name, List<String> names) {
    if (name.isKnown()) {
      names.add(name.get());
    }
  }

  private static @Nullable String named(String name, Environment environment) {
    return joined(environment.ownersOf(name));
  }

  /** The teams as one name; null if there are none. */
  static @Nullable String joined(List<Owner> owners) {
    List<String> teams = new ArrayList<>();
    for (Owner owner : owners) {
      if (!teams.contains(owner.team())) {
        teams.add(owner.team());
      }
    }
    return teams.isEmpty() ? null : String.join(" and ", teams);
  }
}
