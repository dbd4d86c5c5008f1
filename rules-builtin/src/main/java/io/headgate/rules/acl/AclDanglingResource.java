package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.resource.ResourceType;

/** Entries about topics and groups that do not exist. */
public final class AclDanglingResource implements Checker {

  /** {@code acl-dangling-resource}. */
  public static final Rule RULE =
      Rule.warning(
              "acl-dangling-resource", "An ACL is about a topic or group that nobody declares.")
          .tagged("hygiene", Rule.FIXABLE);

  @Override
  public void check(Bundle bundle, Findings findings) {
    // The groups of applications are declared nowhere: only a policy that lists the external ones
    // says that all the others are in the bundle.
    boolean topics = bundle.knowsTopics();
    boolean groups = !bundle.environment().external().groups().isEmpty();
    UndeclaredTopics undeclared = new UndeclaredTopics(bundle);
    // Some dialects write several operations beside one name: that is one mistake.
    Map<Place, List<Acl>> byName = new LinkedHashMap<>();
    Set<Place> said = new HashSet<>();
    // What implies an entry may be an app's input or output, of which the rules about apps speak.
    for (App app : bundle.all(App.class)) {
      app.inputs().forEach(input -> said.add(input.place()));
      app.outputs().forEach(output -> said.add(output.place()));
    }
    for (Acl acl : bundle.all(Acl.class)) {
      boolean named =
          acl.resourceName().isKnown()
              && !acl.pattern().isUnknown()
              && !Grants.coversEverything(acl)
              && !AclGlobInName.isGlob(acl)
              // Names are given to their owner before the first topic is there.
              && !Grants.isImplied(acl);
      boolean dangling =
          named
              && ((topics && isMissingTopic(acl, bundle) && !undeclared.mayBeMeantBy(acl))
                  || (groups && isMissingGroup(acl, bundle)));
      if (dangling && !said.contains(acl.resourceName().place())) {
        byName.computeIfAbsent(acl.resourceName().place(), place -> new ArrayList<>(1)).add(acl);
      }
    }
    for (List<Acl> entries : byName.values()) {
      report(entries, findings);
    }
  }

  private static void report(List<Acl> entries, Findings findings) {
    Acl acl = entries.get(0);
    // Nobody but its author knows whether the entry or its name is the mistake.
    Fix fix = Fix.remove(acl).unsafe();
    for (int i = 1; i < entries.size(); i++) {
      fix = fix.and(Fix.remove(entries.get(i)));
    }
    findings.add(
        RULE,
        acl,
        acl.resourceName(),
        acl.principal()
            + " has an ACL on "
            + Grants.resources(acl)
            + ", but none is declared. Correct the name, delete the ACL, or list the name as"
            + " external in the policy.",
        acl.isImplied() ? null : fix);
  }

  private static boolean isMissingTopic(Acl acl, Bundle bundle) {
    String name = acl.resourceName().get();
    return acl.resourceType().is(ResourceType.TOPIC)
        && !(Grants.isPrefixed(acl) ? bundle.hasTopicWithPrefix(name) : bundle.hasTopic(name));
  }

  private static boolean isMissingGroup(Acl acl, Bundle bundle) {
    String name = acl.resourceName().get();
    return acl.resourceType().is(ResourceType.GROUP)
        && !(Grants.isPrefixed(acl) ? bundle.hasGroupWithPrefix(name) : bundle.hasGroup(name));
  }
}
