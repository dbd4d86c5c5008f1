package io.headgate.engine.dialect;

import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file says.
 *
 * @param file its path
 * @param dialects the dialects that read something in it; never empty
 * @param resources what it declares
 * @param findings what the core has to say about it
 * @param notRead how many objects are known but not read, by kind
 * @param objects the identities of its objects outside Kafka, such as Kubernetes objects
 * @param clusters the resources whose objects name the Kafka cluster that they are for, by its name
 * @param secrets where secrets are written in the clear: what no report may show
 * @param asides what it says beside that
 */
public record ReadFile(
    String file,
    Set<Dialect> dialects,
    List<Resource> resources,
    List<Finding> findings,
    Map<String, Integer> notRead,
    Set<String> objects,
    Map<String, List<Resource>> clusters,
    List<Place> secrets,
    Asides asides)
    implements Looked {

  /** Copies the collections. */
  public ReadFile {
    dialects = Set.copyOf(dialects);
    resources = List.copyOf(resources);
    findings = List.copyOf(findings);
    notRead = Map.copyOf(notRead);
    objects = Set.copyOf(objects);
    clusters = Map.copyOf(clusters);
    secrets = List.copyOf(secrets);
  }

  /** What in it looks like Kafka, although no dialect reads it. */
  public List<Sign> unread() {
    return asides.unread();
  }

  /** What it says about Kafka clusters themselves. */
  public List<ClusterFacts> facts() {
    return asides.facts();
  }

  /** The Connect clusters and connectors in it that an operator is to run. */
  public List<OperatedConnect> operated() {
    return asides.operated();
  }

  /** What it says of the state before the change; null when it only knows what is to be. */
  public @Nullable ReadFile before() {
    return asides.before();
  }

  /** The directory of the file; empty for the root. */
  public String directory() {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  /** The directory of its landscape, if the layout of its dialect says so; otherwise null. */
  public @Nullable String landscape() {
    return dialects.stream()
        .map(dialect -> dialect.landscape(file))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether it makes a landscape by itself. */
  public boolean standsAlone() {
    return dialects.stream().anyMatch(Dialect::standsAlone);
  }

  /** This file, as if its path were another; all places stay where they are. */
  public ReadFile at(String path) {
    return new ReadFile(
        path, dialects, resources, findings, notRead, objects, clusters, secrets, asides);
  }

  /**
   * This file, as if it declared further resources and said more about clusters.
   *
   * @param further resources
   * @param ofClusters those of them that are for a cluster, by its name
   */
  public ReadFile with(
      List<Resource> further, Map<String, List<Resource>> ofClusters, List<ClusterFacts> more) {
    List<Resource> all = new ArrayList<>(resources);
    all.addAll(further);
    Map<String, List<Resource>> byCluster = new HashMap<>(clusters);
    ofClusters.forEach(
        (cluster, some) -> {
          List<Resource> own = new ArrayList<>(clusters.getOrDefault(cluster, List.of()));
          own.addAll(some);
          byCluster.put(cluster, own);
        });
    List<ClusterFacts> allFacts = new ArrayList<>(facts());
    allFacts.addAll(more);
    Asides said = new Asides(unread(), allFacts, operated(), before());
    return new ReadFile(file, dialects, all, findings, notRead, objects, byCluster, secrets, said);
  }

  /**
   * This file, as if it declared only its resources of one cluster, and nothing were to say about
   * it.
   */
  public ReadFile only(String cluster) {
    ReadFile then = before();
    Asides said =
        new Asides(List.of(), facts(), List.of(), then == null ? null : then.only(cluster));
    List<Resource> some = clusters.getOrDefault(cluster, List.of());
    return new ReadFile(
        file, dialects, some, List.of(), Map.of(), Set.of(), Map.of(), secrets, said);
  }

  /** This file with all that is to say about it, as if it declared nothing of any cluster. */
  public ReadFile ofNone() {
    Set<Resource> theirs = Collections.newSetFromMap(new IdentityHashMap<>());
    clusters.values().forEach(theirs::addAll);
    List<Resource> others = new ArrayList<>();
    for (Resource resource : resources) {
      if (!theirs.contains(resource)) {
        others.add(resource);
      }
    }
    ReadFile then = before();
    Asides said = new Asides(unread(), facts(), operated(), then == null ? null : then.ofNone());
    return new ReadFile(
        file, dialects, others, findings, notRead, objects, Map.of(), secrets, said);
  }
}
