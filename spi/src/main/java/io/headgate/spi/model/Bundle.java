package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * All that is declared for one environment, judged together. Immutable. Lists are in the order of
 * file and position.
 */
public final class Bundle {

  private final Environment environment;
  private final Set<Kind> declarable;
  private final @Nullable Bundle base;
  private final @Nullable Live live;
  private final List<Resource> resources;
  private final Map<Class<?>, List<Resource>> byType = new HashMap<>();
  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Map<String, List<Schema>> schemas = new HashMap<>();
  private final NavigableSet<String> topicNames = new TreeSet<>();
  private final NavigableSet<String> groupNames = new TreeSet<>();
  private final Map<List<String>, Map<String, Field>> personal = new ConcurrentHashMap<>();
  private final @Nullable Function<Bundle, Lineage> reader;
  private final Object making = new Object();
  private volatile @Nullable Access access;
  private @Nullable Lineage lineage;

  /**
   * A bundle.
   *
   * @param environment what the policy says about the world around it
   * @param declarable the kinds that the bundle's dialects can declare at all
   * @param resources the resources, in any order
   */
  public Bundle(
      Environment environment, Set<Kind> declarable, Collection<? extends Resource> resources) {
    this(environment, declarable, resources, null);
  }

  /**
   * A bundle that is compared with what it was.
   *
   * @param environment what the policy says about the world around it
   * @param declarable the kinds that the bundle's dialects can declare at all
   * @param resources the resources, in any order
   * @param base the bundle before the change, or null if it is not known
   */
  public Bundle(
      Environment environment,
      Set<Kind> declarable,
      Collection<? extends Resource> resources,
      @Nullable Bundle base) {
    this(environment, declarable, resources, base, null);
  }

  /**
   * A bundle whose lineage can be told.
   *
   * @param environment what the policy says about the world around it
   * @param declarable the kinds that the bundle's dialects can declare at all
   * @param resources the resources, in any order
   * @param base the bundle before the change, or null if it is not known
   * @param reader makes the lineage of this bundle, asked once and only when a rule asks; null if
   *     nobody reads apps and connectors
   */
  public Bundle(
      Environment environment,
      Set<Kind> declarable,
      Collection<? extends Resource> resources,
      @Nullable Bundle base,
      @Nullable Function<Bundle, Lineage> reader) {
    this(environment, declarable, resources, base, reader, null);
  }

  /**
   * A bundle beside which it is known what runs.
   *
   * @param environment what the policy says about the world around it
   * @param declarable the kinds that the bundle's dialects can declare at all
   * @param resources the resources, in any order
   * @param base the bundle before the change, or null if it is not known
   * @param reader makes the lineage of this bundle, or null if nobody reads apps and connectors
   * @param live what runs, or null if nobody has looked
   */
  public Bundle(
      Environment environment,
      Set<Kind> declarable,
      Collection<? extends Resource> resources,
      @Nullable Bundle base,
      @Nullable Function<Bundle, Lineage> reader,
      @Nullable Live live) {
    this.live = live;
    this.reader = reader;
    this.environment = environment;
    this.base = base;
    this.declarable = Set.copyOf(declarable);
    List<Resource> sorted = new ArrayList<>(resources);
    sorted.sort(
        (a, b) -> {
          int byPlace = a.place().compareTo(b.place());
          return byPlace != 0 ? byPlace : a.ref().compareTo(b.ref());
        });
    this.resources = List.copyOf(sorted);
    for (Resource resource : this.resources) {
      byType.computeIfAbsent(resource.getClass(), type -> new ArrayList<>()).add(resource);
      if (resource instanceof Topic topic && topic.name().isKnown()) {
        topics.putIfAbsent(topic.name().get(), topic);
        topicNames.add(topic.name().get());
      } else if (resource instanceof Schema schema && schema.subject().isKnown()) {
        schemas.computeIfAbsent(schema.topic(), topic -> new ArrayList<>()).add(schema);
      } else if (resource instanceof App app) {
        app.outputs().stream().filter(Located::isKnown).forEach(t -> topicNames.add(t.get()));
      } else if (resource instanceof ConsumerGroup group && group.name().isKnown()) {
        groupNames.add(group.name().get());
      }
    }
  }

  /** What the policy says about the world around the bundle. */
  public Environment environment() {
    return environment;
  }

  /**
   * Whether the bundle's dialects can declare this kind. Where they cannot, its absence says
   * nothing: it may be declared elsewhere.
   */
  public boolean canDeclare(Kind kind) {
    return declarable.contains(kind);
  }

  /** The bundle before the change under review, or null when it is not known. */
  public @Nullable Bundle base() {
    return base;
  }

  /** What runs, or null when nobody has looked, as in every plain check. */
  public @Nullable Live live() {
    return live;
  }

  /** The same resources, beside which it is known what runs. */
  public Bundle with(@Nullable Live facts) {
    return new Bundle(environment, declarable, resources, base, reader, facts);
  }

  /** All resources. */
  public List<Resource> resources() {
    return resources;
  }

  /** The resources of one type. */
  @SuppressWarnings("unchecked") // the map is filled by class
  public <R extends Resource> List<R> all(Class<R> type) {
    return (List<R>) java.util.Collections.unmodifiableList(byType.getOrDefault(type, List.of()));
  }

  /** The declared topic of this name, or null. */
  public @Nullable Topic topic(String name) {
    return topics.get(name);
  }

  /** The schemas of a topic by the topic name strategy; empty if there are none. */
  public List<Schema> schemasOf(String topic) {
    return List.copyOf(schemas.getOrDefault(topic, List.of()));
  }

  /**
   * The first field of a topic's schemas that somebody calls personal: by a tag, or by a masking
   * policy of such a category that is known to reach it. Null if there is none.
   *
   * @param marks the tags, and categories of masking policies, that mean personal data, as {@link
   *     Field#isTagged} takes them
   */
  public @Nullable Field personalField(String topic, List<String> marks) {
    return personal
        .computeIfAbsent(
            marks, m -> new PersonalFields(all(MaskingPolicy.class), m).firstByTopic(schemas))
        .get(topic);
  }

  /**
   * The entries, be they allow or deny, whose type and name are known to match a resource.
   *
   * @param name the whole name of a topic, group and so on
   */
  public List<Acl> aclsOn(ResourceType type, String name) {
    return access().entriesOn(type, name);
  }

  /** Who may do what, as Kafka's authorizer decides it. */
  public Access access() {
    Access made = access;
    if (made == null) {
      // Rules ask side by side: one makes it, the others wait, but not for the lineage.
      synchronized (making) {
        made = access;
        if (made == null) {
          made = new Access(environment, all(Acl.class));
          access = made;
        }
      }
    }
    return made;
  }

  /** Which field flows where through the apps and connectors; made when first asked for. */
  public synchronized Lineage lineage() {
    if (lineage == null) {
      lineage = reader == null ? Lineage.NONE : reader.apply(this);
    }
    return lineage;
  }

  /**
   * Whether it declares topics, and the name of each is known: then a topic that it does not have
   * is one that nobody declares. A bundle without topics has them elsewhere, and a name that a
   * template gives may be any.
   */
  public boolean knowsTopics() {
    List<Topic> declared = all(Topic.class);
    for (Topic topic : declared) {
      if (!topic.name().isKnown()) {
        return false;
      }
    }
    return !declared.isEmpty();
  }

  /**
   * Whether the topic is declared, written by a declared app, or named as external by the policy.
   */
  public boolean hasTopic(String name) {
    return topicNames.contains(name) || matchesAny(environment.external().topics(), name);
  }

  /** Whether a topic that {@link #hasTopic} knows begins with the prefix. */
  public boolean hasTopicWithPrefix(String prefix) {
    return hasPrefix(topicNames, environment.external().topics(), prefix);
  }

  /**
   * Whether a declared app or connector consumes with this group, or the policy names it as
   * external.
   */
  public boolean hasGroup(String name) {
    return groupNames.contains(name) || matchesAny(environment.external().groups(), name);
  }

  /** Whether a group that {@link #hasGroup} knows begins with the prefix. */
  public boolean hasGroupWithPrefix(String prefix) {
    return hasPrefix(groupNames, environment.external().groups(), prefix);
  }

  /** The names of the topics that exist in the bundle, in order. */
  public NavigableSet<String> topicNames() {
    return java.util.Collections.unmodifiableNavigableSet(topicNames);
  }

  /** The ids of the consumer groups that follow from the bundle, in order. */
  public NavigableSet<String> groupNames() {
    return java.util.Collections.unmodifiableNavigableSet(groupNames);
  }

  private static boolean matchesAny(List<NamePattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }

  private static boolean hasPrefix(
      NavigableSet<String> names, List<NamePattern> external, String prefix) {
    String next = names.ceiling(prefix);
    return (next != null && next.startsWith(prefix))
        || external.stream().anyMatch(pattern -> mayBeginWith(pattern, prefix));
  }

  /** Whether some name that matches the pattern begins with the prefix. */
  private static boolean mayBeginWith(NamePattern pattern, String prefix) {
    int star = pattern.text().indexOf('*');
    if (star < 0) {
      return pattern.text().startsWith(prefix);
    }
    String head = pattern.text().substring(0, star);
    return head.startsWith(prefix) || prefix.startsWith(head);
  }
}
