package io.headgate.engine.drl;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Resource;
import java.util.Map;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.EntryPoint;
import org.kie.api.runtime.rule.Match;

/** One session over one bundle. */
final class Matching extends DefaultAgendaEventListener {

  private final InternalKnowledgeBase network;
  private final Map<String, Boolean> needsBase;
  private final Bundle bundle;
  private final RuleSettings settings;
  private final RuleFindings findings = new RuleFindings();
  private @Nullable Match firing;

  Matching(
      InternalKnowledgeBase network,
      Map<String, Boolean> needsBase,
      Bundle bundle,
      RuleSettings settings) {
    this.network = network;
    this.needsBase = needsBase;
    this.bundle = bundle;
    this.settings = settings;
  }

  /** All that the rules find. */
  RuleFindings run() {
    KieSession session = session();
    try {
      session.addEventListener(this);
      for (Resource resource : bundle.resources()) {
        session.insert(resource);
      }
      session.insert(bundle);
      session.fireAllRules(this::mayFire);
      return findings;
    } finally {
      session.dispose();
    }
  }

  /** The first resource with which a condition throws, or null if it takes too long to find it. */
  @Nullable Resource culprit(long deadline) {
    KieSession session = session();
    AgendaFilter never = match -> false;
    Resource last = null;
    try {
      session.insert(bundle);
      session.fireAllRules(never);
      for (Resource resource : bundle.resources()) {
        if (System.nanoTime() - deadline > 0) {
          return null;
        }
        last = resource;
        session.insert(resource);
        session.fireAllRules(never);
      }
      return null;
    } catch (RuntimeException | StackOverflowError e) {
      return last;
    } finally {
      session.dispose();
    }
  }

  private KieSession session() {
    KieSession session = network.newKieSession();
    session.setGlobal(Names.FINDINGS, findings);
    session.setGlobal(Names.SETTINGS, settings);
    Bundle before = bundle.base();
    EntryPoint entry = session.getEntryPoint(Names.BASE);
    if (before != null && entry != null) {
      for (Resource resource : before.resources()) {
        entry.insert(resource);
      }
      entry.insert(before);
    }
    return session;
  }

  /** Where nobody knows what was there before, everything would look new. */
  private boolean mayFire(Match match) {
    return bundle.base() != null || !Boolean.TRUE.equals(needsBase.get(match.getRule().getName()));
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    firing = event.getMatch();
    findings.enter(event.getMatch().getRule().getName());
  }

  @Override
  public void afterMatchFired(org.kie.api.event.rule.AfterMatchFiredEvent event) {
    firing = null;
  }

  /** The resource whose match was being reported when something was thrown, or null. */
  @Nullable Resource firing() {
    if (firing != null) {
      for (Object fact : firing.getObjects()) {
        if (fact instanceof Resource resource) {
          return resource;
        }
      }
    }
    return null;
  }
}
