package io.headgate.engine;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Deployment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a bundle declares twice. */
final class Duplicates {

  private Duplicates() {}

  /**
   * What tells a resource from all others of a bundle: connectors and apps of one name may run in
   * several clusters, an alert rule may have several thresholds and channels, and what is said of a
   * schema whose text is in another file is not that file.
   */
  private record Identity(ResourceRef ref, String further) {

    static Identity of(Resource resource) {
      String further = "";
      if (resource instanceof Connector connector) {
        further = connector.cluster().toString();
      } else if (resource instanceof App app) {
        further = app.cluster().toString();
      } else if (resource instanceof AlertRule alert) {
        further = alert.threshold() + " " + alert.window() + channels(alert);
      } else if (resource instanceof Schema schema
          && schema.fields().isEmpty()
          && schema.problems().isEmpty()) {
        further = "elsewhere";
      }
      return new Identity(resource.ref(), further);
    }

    /** The same alert may go to several channels, where a tool lets each go to one. */
    private static String channels(AlertRule alert) {
      StringBuilder names = new StringBuilder();
      for (Located<String> channel : alert.channels()) {
        names.append(' ').append(channel.orElse(""));
      }
      return names.toString();
    }

    // Written out: what the compiler gives a record is linked at the first call, and a start feels
    // it.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity identity
          && ref.equals(identity.ref)
          && further.equals(identity.further);
    }

    @Override
    public int hashCode() {
      return 31 * ref.hashCode() + further.hashCode();
    }

    /** Whether a part of it is a template: then two that look the same need not be. */
    boolean isUnknown() {
      return (ref.name() + further).contains(UNKNOWN);
    }
  }

  private static final String UNKNOWN = Located.unknown("", Place.startOf("")).toString();

  static List<Finding> in(Bundle bundle) {
    Map<Identity, Resource> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Resource resource : bundle.resources()) {
      Identity identity = Identity.of(resource);
      if (!isDeclared(resource) || identity.isUnknown()) {
        continue;
      }
      Resource other = first.putIfAbsent(identity, resource);
      if (other != null) {
        findings.add(
            new Finding(
                CoreRules.DUPLICATE_RESOURCE,
                resource.ref(),
                "",
                resource.place(),
                "The "
                    + kind(resource.ref())
                    + " '"
                    + resource.ref().name()
                    + "' is declared twice; remove one of the declarations.",
                List.of(new Related(other.place(), "The first declaration."))));
      }
    }
    return findings;
  }

  /** The kind as people say it. */
  private static String kind(ResourceRef ref) {
    return ref.kind() == Kind.ACL ? "ACL" : ref.kind().word().replace('-', ' ');
  }

  /**
   * Whether somebody declares it here: a secret and a group follow from other resources, and
   * deployments are put together by other tools, from a base and what is laid over it. ACLs that a
   * tool expands it expands into a set. Alerts with names may share one: they tell of the same with
   * other severities.
   */
  private static boolean isDeclared(Resource resource) {
    return !(resource instanceof Secret
        || resource instanceof ConsumerGroup
        || resource instanceof Deployment
        || (resource instanceof Acl acl && acl.isImplied())
        || (resource instanceof AlertRule alert && !alert.name().isAbsent()));
  }
}
