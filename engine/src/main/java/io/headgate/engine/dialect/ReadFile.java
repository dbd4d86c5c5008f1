package io.headgate.engine.dialect;

import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
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
 * @param unread what in it looks like Kafka, although no dialect reads it
 * @param facts what it says about Kafka clusters themselves
 * @param operated the Connect clusters and connectors in it that an operator is to run
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
    List<Sign> unread,
    List<ClusterFacts> facts,
    List<OperatedConnect> operated)
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
    unread = List.copyOf(unread);
    facts = List.copyOf(facts);
    operated = List.copyOf(operated);
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
        path, dialects, resources, findings, notRead, objects, clusters, secrets, unread, facts,
        operated);
  }

  /** This file, as if it declared only these of its resources, and nothing were to say about it. */
  public ReadFile only(List<Resource> some) {
    return new ReadFile(
        file, dialects, some, List.of(), Map.of(), Set.of(), Map.of(), secrets, List.of(), facts,
        List.of());
  }

  /** This file with all that is to say about it, as if it declared only these of its resources. */
  public ReadFile rest(List<Resource> some) {
    return new ReadFile(
        file, dialects, some, findings, notRead, objects, Map.of(), secrets, unread, facts,
        operated);
  }
}
