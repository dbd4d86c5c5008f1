package io.headgate.engine.dialect;

import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.spi.Finding;
import io.headgate.spi.Fix;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what one file says. */
public final class Reading {

  private final SourceText source;
  private final TextPool texts;
  private final Added added;
  private final List<Resource> resources = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final TreeMap<String, Integer> notRead = new TreeMap<>();
  private final Set<String> objects = new HashSet<>();
  private final Map<String, List<Resource>> clusters = new HashMap<>();
  private final Set<Place> secrets = new LinkedHashSet<>();
  private final List<Sign> unread = new ArrayList<>();
  private final List<ClusterFacts> facts = new ArrayList<>();
  private final List<Later> later = new ArrayList<>();
  private final List<OperatedConnect> operated = new ArrayList<>();
  private int documents;
  private @Nullable String cluster;
  private @Nullable ReadFile before;

  /** Collects for a file that is read by itself. */
  public Reading(SourceText source) {
    this(source, new TextPool(), Added.NONE);
  }

  /** Collects for one of many files, whose texts are kept once for all of them. */
  Reading(SourceText source, TextPool texts, Added added) {
    this.source = source;
    this.texts = texts;
    this.added = added;
  }

  /** What is added to the objects of the file before they are applied. */
  public Added added() {
    return added;
  }

  /** Something declared. */
  public void add(Resource resource) {
    Resource shared = texts.share(resource);
    resources.add(shared);
    if (cluster != null) {
      clusters.computeIfAbsent(cluster, c -> new ArrayList<>()).add(shared);
    }
    if (resource instanceof Secret secret && secret.form() != Secret.Form.REFERENCE) {
      Place place = secret.place();
      secrets.add(place.origin() == null ? place : place.origin());
    }
  }

  /** Where secrets were found so far. */
  Set<Place> secrets() {
    return Set.copyOf(secrets);
  }

  /** What is declared so far; a view that grows. */
  public List<Resource> resources() {
    return Collections.unmodifiableList(resources);
  }

  /** Places that no report may show. */
  public void hide(List<Place> places) {
    secrets.addAll(places);
  }

  /**
   * Names the Kafka cluster that the object is for which is read now.
   *
   * @param name null when the object does not say
   */
  public void cluster(@Nullable String name) {
    cluster = name;
  }

  /** What the file says about a Kafka cluster itself. */
  public void fact(ClusterFacts about) {
    facts.add(about);
    if (about.cluster() != null) {
      clusters.computeIfAbsent(about.cluster(), c -> new ArrayList<>());
    }
  }

  /**
   * What the file itself says of the state before the change.
   *
   * @param then what was read of it; what it has to say of mistakes counts for nothing
   */
  public void before(Reading then) {
    before = then.done(Set.of());
  }

  /** A Connect cluster, or a connector as an object, that an operator is to run. */
  public void operated(OperatedConnect object) {
    operated.add(object);
  }

  /** Counts the documents of the file. */
  void nextDocument() {
    documents++;
  }

  /** Whether no document of the file came ahead of this one. */
  public boolean isFirstDocument() {
    return documents <= 1;
  }

  /** Whether the file is JSON. */
  public boolean isJson() {
    return file().endsWith(".json");
  }

  /** One of the core's findings, about something in this file. */
  public void find(Rule rule, Place place, String attribute, String message, Related... related) {
    find(rule, place, attribute, message, null, related);
  }

  /**
   * The same, with how it can be mended.
   *
   * @param fix null where it cannot be said
   */
  void find(
      Rule rule,
      Place place,
      String attribute,
      String message,
      @Nullable Fix fix,
      Related... related) {
    findings.add(
        new Finding(
            rule,
            new ResourceRef(Kind.DOCUMENT, file()),
            Secrets.without(attribute),
            place,
            Secrets.without(message),
            List.of(related),
            fix));
  }

  /** A value that cannot be read as what it should be. */
  public void unreadable(Place place, String attribute, String message) {
    find(CoreRules.UNREADABLE_DOCUMENT, place, attribute, message);
  }

  /** What the parser could not read. */
  public void problems(List<Problem> problems) {
    problems.forEach(problem -> unreadable(problem.place(), "", problem.message()));
  }

  /** An object that the dialect knows but does not read; counted by its kind. */
  public void skip(String kind) {
    notRead.merge(kind, 1, Integer::sum);
  }

  /** Something that no dialect reads, although it looks like Kafka. */
  void leave(Sign sign) {
    unread.add(sign);
  }

  /** What no dialect reads so far, although it looks like Kafka. */
  List<Sign> unread() {
    return unread;
  }

  /**
   * The identity of an object outside Kafka, such as a Kubernetes object. The same object in two
   * directories means two environments.
   */
  public void object(String identity) {
    objects.add(identity);
  }

  /** The text of the file. */
  public SourceText source() {
    return source;
  }

  /** The path of the file. */
  public String file() {
    return source.file();
  }

  /** What the core has to say so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Refuses what is one of headgate's own files, where every mistake is the user's to mend.
   *
   * @throws UserError with all that the core has to say so far
   */
  public void stopAtMistakes() {
    if (!findings.isEmpty()) {
      throw new UserError(
          findings.stream()
              .map(finding -> new UserError.Message(finding.place(), finding.message()))
              .toList());
    }
  }

  /** What a dialect does once it has seen all documents of a file. */
  public interface Later {

    /** Adds what several documents say together. */
    void finish(Reading reading);
  }

  /**
   * What a dialect keeps from document to document of this file.
   *
   * @param type of which the file has one
   * @param make makes it when the file has none yet
   */
  public <T extends Later> T later(Class<T> type, Supplier<T> make) {
    for (Later one : later) {
      if (type.isInstance(one)) {
        return type.cast(one);
      }
    }
    T made = make.get();
    later.add(made);
    return made;
  }

  /** Lets the dialects add what several documents of the file say together. */
  void finish() {
    for (Later one : later) {
      one.finish(this);
    }
    later.clear();
  }

  /** What the file says, without its text. */
  public ReadFile done(Set<Dialect> dialects) {
    return new ReadFile(
        file(),
        dialects,
        resources,
        findings,
        notRead,
        objects,
        clusters,
        List.copyOf(secrets),
        new Asides(unread, facts, operated, before));
  }
}
