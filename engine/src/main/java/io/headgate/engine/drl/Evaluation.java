package io.headgate.engine.drl;

import io.headgate.engine.error.BrokenRules;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a pack, ready to be matched. A rule that throws leaves a session in which others may
 * have been lost, so the rules are then matched once more, each alone.
 */
final class Evaluation {

  private final CompiledPack pack;
  private @Nullable Model model;
  private final FutureTask<InternalKnowledgeBase> network;
  private boolean begun;

  Evaluation(CompiledPack pack) {
    this.pack = pack;
    this.network = new FutureTask<>(() -> Network.of(model()));
  }

  /** Begins to build what the rules are matched with, while the landscape is still being read. */
  synchronized void begin() {
    if (!begun) {
      begun = true;
      Thread thread = new Thread(network, "pack " + pack.pack() + " network");
      thread.setDaemon(true);
      thread.start();
    }
  }

  CompiledPack pack() {
    return pack;
  }

  /** What the rules find, and which of them broke. */
  Outcome outcome(Bundle bundle, RuleSettings settings, Duration limit) {
    long start = System.nanoTime();
    InternalKnowledgeBase all = network();
    try {
      return new Outcome(new Matching(all, needsBase(), bundle, settings).run().all(), List.of());
    } catch (RuntimeException | StackOverflowError e) {
      Outcome apart = apart(bundle, settings, start + limit.toNanos() / 2);
      if (apart.broken().isEmpty()) {
        throw e;
      }
      return apart;
    }
  }

  private Outcome apart(Bundle bundle, RuleSettings settings, long deadline) {
    List<RuleFindings.Said> said = new ArrayList<>();
    List<BrokenRules.Cause> broken = new ArrayList<>();
    Model whole = model();
    for (Rule rule : whole.getRules()) {
      InternalKnowledgeBase one = Network.of(whole, List.of(rule));
      Matching matching = new Matching(one, needsBase(), bundle, settings);
      try {
        said.addAll(matching.run().all());
      } catch (RuntimeException | StackOverflowError e) {
        Resource resource = matching.firing();
        if (resource == null) {
          resource = new Matching(one, needsBase(), bundle, settings).culprit(deadline);
        }
        broken.add(cause(rule.getName(), resource, e));
      }
    }
    return new Outcome(said, broken);
  }

  /** Only the type of what was thrown: its message may quote the bundle, and so a secret. */
  private BrokenRules.Cause cause(String rule, @Nullable Resource resource, Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String written = "";
    for (DrlRule source : pack.rules()) {
      if (source.id().equals(rule)) {
        written = " (" + source.file() + ":" + source.line() + ")";
      }
    }
    return new BrokenRules.Cause(
        rule,
        "The rule '"
            + rule
            + "' of pack '"
            + pack.pack()
            + "'"
            + written
            + " threw "
            + root.getClass().getName()
            + (resource == null ? "" : " on " + resource.ref())
            + ".");
  }

  /** The rule that a thread is busy with, or nothing if its stack does not tell. */
  String ruleOf(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      byte[] code = pack.classes().get(frame.getClassName());
      if (code != null) {
        for (DrlRule rule : pack.rules()) {
          if (ClassFile.mentions(code, rule.id())) {
            return rule.id();
          }
        }
      }
    }
    return "";
  }

  private Map<String, Boolean> needsBase() {
    Map<String, Boolean> byRule = new HashMap<>();
    for (DrlRule rule : pack.rules()) {
      byRule.put(rule.id(), rule.needsBase());
    }
    return byRule;
  }

  private InternalKnowledgeBase network() {
    // Here and now, unless another thread is at it.
    network.run();
    try {
      return network.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted.", e);
    } catch (ExecutionException e) {
      throw Thrown.by(e);
    }
  }

  private synchronized Model model() {
    if (model == null) {
      try {
        model =
            (Model)
                new PackClassLoader(pack)
                    .loadClass(pack.model())
                    .getDeclaredConstructor()
                    .newInstance();
      } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
        throw new IllegalStateException(e);
      }
    }
    return model;
  }
}
