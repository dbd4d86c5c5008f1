package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.Failure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Result;
import io.headgate.spi.Finding;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A landscape that is read and judged once, and then asked what single objects would make of it.
 * Immutable, for several threads. Each answer judges a whole bundle: nothing of it is parsed again,
 * but the rules look at all of it.
 */
public final class Landscape {

  private final Catalog catalog;
  private final Policy policy;
  private final Predicate<Rule> chosen;
  private final List<Standing> bundles = new ArrayList<>();
  private int resources;

  /** A bundle as it stands, and what is said of it. */
  private record Standing(Group group, Bundle bundle, Set<ResourceRef> refs, Set<String> known) {}

  /**
   * What an object makes of its bundle.
   *
   * @param results what is said of the object, or newly of others
   * @param failures what broke: then the results are not all
   */
  public record Effect(List<Result> results, List<Failure> failures) {

    /** Copies the lists. */
    public Effect {
      results = List.copyOf(results);
      failures = List.copyOf(failures);
    }
  }

  private Landscape(Catalog catalog, Policy policy, Predicate<Rule> chosen) {
    this.catalog = catalog;
    this.policy = policy;
    this.chosen = chosen;
  }

  /**
   * Reads a landscape and judges it.
   *
   * @param environment the environment to look at; empty for all
   * @param chosen which rules of the packs to ask
   * @throws IOException if the root cannot be read
   * @throws UserError if there is nothing to judge
   */
  public static Landscape read(
      FileTree files, Catalog catalog, Policy policy, String environment, Predicate<Rule> chosen)
      throws IOException {
    Landscape landscape = new Landscape(catalog, policy, chosen);
    Run run = landscape.run(files, environment);
    Loader.Loaded loaded = run.load(null);
    for (Group group : Bundling.group(loaded.files(), policy, environment)) {
      Bundle bundle = run.bundle(group, null);
      List<Result> results = landscape.judge(group, bundle, new ArrayList<>());
      Set<String> known = new HashSet<>();
      results.forEach(result -> known.add(identity(result.finding())));
      Set<ResourceRef> refs = new HashSet<>();
      bundle.resources().forEach(resource -> refs.add(resource.ref()));
      landscape.bundles.add(new Standing(group, bundle, refs, known));
      landscape.resources += bundle.resources().size();
    }
    if (landscape.bundles.isEmpty()) {
      throw new UserError("There is no landscape that headgate reads in the given directory.");
    }
    return landscape;
  }

  private Run run(FileTree files, String environment) {
    return new Run(files, catalog, policy, environment, null, chosen, Progress.NONE);
  }

  /** How many resources it declares. */
  public int resources() {
    return resources;
  }

  /**
   * What an object would make of it, in order.
   *
   * @param file what places call the object
   * @param now its text; null if it goes
   * @param before what it was; null if it is new
   */
  public Effect effect(String file, @Nullable String now, @Nullable String before) {
    ReadFile comes = read(file, now);
    ReadFile goes = read(file, before);
    if (comes == null && goes == null) {
      return new Effect(List.of(), List.of());
    }
    Set<ResourceRef> own = new HashSet<>();
    refs(comes, own);
    refs(goes, own);
    Standing standing = home(own, comes == null ? goes : comes);
    if (standing == null) {
      return new Effect(List.of(), List.of());
    }
    List<Resource> others = new ArrayList<>();
    for (Resource resource : standing.bundle().resources()) {
      if (!own.contains(resource.ref())) {
        others.add(resource);
      }
    }
    Set<Kind> declarable = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (standing.bundle().canDeclare(kind)) {
        declarable.add(kind);
      }
    }
    Bundle was = bundle(standing, declarable, others, goes, null);
    Bundle bundle = bundle(standing, declarable, others, comes, was);
    List<Failure> failures = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (Result result : judge(standing.group(), bundle, failures)) {
      Finding finding = result.finding();
      if (own.contains(finding.resource()) || !standing.known().contains(identity(finding))) {
        results.add(result);
      }
    }
    return new Effect(results, failures);
  }

  /**
   * What is known of the world around an object: what the policy says, and where that is silent,
   * what the landscape says about its cluster.
   *
   * @param file what places call the object
   * @param now its text
   * @return null if nobody can tell which bundle it belongs to, or it tells of the cluster itself
   */
  public @Nullable Environment around(String file, String now) {
    ReadFile comes = read(file, now);
    if (comes == null || !comes.facts().isEmpty()) {
      return null;
    }
    Set<ResourceRef> own = new HashSet<>();
    refs(comes, own);
    Standing standing = home(own, comes);
    return standing == null ? null : standing.bundle().environment();
  }

  private static Bundle bundle(
      Standing standing,
      Set<Kind> declarable,
      List<Resource> others,
      @Nullable ReadFile object,
      @Nullable Bundle base) {
    List<Resource> all = new ArrayList<>(others);
    if (object != null) {
      all.addAll(object.resources());
    }
    return new Bundle(standing.bundle().environment(), declarable, all, base, Run.LINEAGE);
  }

  private static @Nullable ReadFile read(String file, @Nullable String text) {
    return text == null
        ? null
        : new Dialects(new KnownDialects()).read(new SourceText(file, text), false);
  }

  private static void refs(@Nullable ReadFile file, Set<ResourceRef> refs) {
    if (file != null) {
      file.resources().forEach(resource -> refs.add(resource.ref()));
    }
  }

  /**
   * The bundle that an object belongs to: the one that has it, that of its Kafka cluster, or the
   * only one there is; null if nobody can tell.
   */
  private @Nullable Standing home(Set<ResourceRef> own, @Nullable ReadFile object) {
    if (bundles.size() == 1) {
      return bundles.get(0);
    }
    Map<Standing, Integer> votes = new HashMap<>();
    for (Standing standing : bundles) {
      String cluster = standing.group().cluster();
      if (cluster != null && object != null && object.clusters().containsKey(cluster)) {
        votes.merge(standing, 1, Integer::sum);
      }
    }
    if (votes.isEmpty()) {
      for (Standing standing : bundles) {
        for (ResourceRef ref : own) {
          if (standing.refs().contains(ref)) {
            votes.put(standing, 1);
          }
        }
      }
    }
    return votes.size() == 1 ? votes.keySet().iterator().next() : null;
  }

  private List<Result> judge(Group group, Bundle bundle, List<Failure> failures) {
    List<Result> results = new ArrayList<>();
    new Judge(catalog, policy, chosen, true)
        .judge(group.name(), bundle, List.of(), results, failures);
    List<Result> sorted = results.stream().distinct().sorted().toList();
    Waiving waiving = policy.waivers() == null ? null : Waiving.of(policy, null);
    if (waiving != null) {
      waiving.look(group, bundle);
      sorted = waiving.over(sorted, false, new MemoryFiles(Map.of()), catalog);
    }
    if (policy.baseline() != null) {
      sorted = policy.baseline().over(sorted, List.of(group.name()), false).results();
    }
    return sorted;
  }

  private static String identity(Finding finding) {
    return finding.rule().id() + "\n" + finding.resource() + "\n" + finding.attribute();
  }
}
