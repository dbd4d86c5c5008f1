package io.headgate.rules.pii;

import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Personal data that too many principals may read. */
public final class PiiWideReaders implements Checker {

  private static final Setting<Long> MAX_READERS =
      Setting.integer(
          "max-readers", 10, "How many principals besides the owner's may read personal data.");

  private static final Setting<List<String>> APPROVED =
      Setting.texts(
          "approved",
          List.of(),
          "Principals that may read personal data, however many; with any of them, nobody else"
              + " may.");

  private static final Setting<List<String>> TAGS =
      Setting.texts("tags", Marks.TAGS, "The tags that mean personal or sensitive data.");

  /** {@code pii-wide-readers}. */
  public static final Rule RULE =
      Rule.error(
              "pii-wide-readers", "More principals may read personal data than the policy allows.")
          .with(MAX_READERS, APPROVED, TAGS)
          .tagged("pii", "least-privilege");

  /** More names, or places, would be no help. */
  private static final int SHOWN = 10;

  private final long maxReaders;
  private final List<String> tags;
  private final Patterns approved;
  private final boolean onlyApproved;

  /** A checker with the policy's settings. */
  public PiiWideReaders(Settings settings) {
    maxReaders = settings.get(MAX_READERS);
    tags = settings.get(TAGS);
    approved = new Patterns(settings.get(APPROVED));
    onlyApproved = !settings.get(APPROVED).isEmpty();
  }

  /** A principal and the entries through which it reads. */
  private record Reader(String principal, List<Acl> through) {}

  /** Topics that the same principals read through the same entries. */
  private record Shared(List<Reader> readers, List<Topic> topics) {}

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.all(Acl.class).isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    Map<String, Shared> readable = new LinkedHashMap<>();
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orElse("");
      // What is declared twice duplicate-resource tells.
      if (seen.add(name) && bundle.personalField(name, tags) != null) {
        List<Reader> readers = readers(name, bundle);
        if (onlyApproved ? !readers.isEmpty() : readers.size() > maxReaders) {
          readable
              .computeIfAbsent(key(readers), k -> new Shared(readers, new ArrayList<>(1)))
              .topics()
              .add(topic);
        }
      }
    }
    for (Shared same : readable.values()) {
      same.topics().sort((a, b) -> a.name().get().compareTo(b.name().get()));
      report(same.readers(), same.topics(), bundle, findings);
    }
  }

  private static String key(List<Reader> readers) {
    StringBuilder key = new StringBuilder();
    for (Reader reader : readers) {
      key.append(reader.principal()).append('\n');
      for (Acl acl : reader.through()) {
        key.append(acl.place()).append('\n');
      }
    }
    return key.toString();
  }

  /** Who reads a topic and is neither its owner nor approved. */
  private List<Reader> readers(String topic, Bundle bundle) {
    Access access = bundle.access();
    List<Reader> readers = new ArrayList<>();
    for (Access.Holder holder : access.readers(topic)) {
      String principal = holder.principal();
      List<Acl> narrow = narrow(holder.through());
      // Entries for everybody are acl-everyone's to judge.
      if (!principal.equals(Access.EVERYONE)
          && !narrow.isEmpty()
          && !approved.match(principal)
          && !bundle.environment().owns(principal, topic)
          && access.decide(principal, AclOperation.READ, ResourceType.TOPIC, topic).doubt()
              == null) {
        readers.add(new Reader(principal, narrow));
      }
    }
    readers.sort((a, b) -> a.principal().compareTo(b.principal()));
    return readers;
  }

  /** Without entries for every topic there is, which acl-wildcard-resource judges. */
  private static List<Acl> narrow(List<Acl> entries) {
    List<Acl> narrow = new ArrayList<>(entries.size());
    for (Acl acl : entries) {
      if (!(acl.resourceName().is("*") && acl.patternType().is(PatternType.LITERAL))) {
        narrow.add(acl);
      }
    }
    return narrow;
  }

  private void report(List<Reader> readers, List<Topic> topics, Bundle bundle, Findings findings) {
    Topic topic = topics.get(0);
    Field field = bundle.personalField(topic.name().get(), tags);
    List<String> names = new ArrayList<>();
    List<Related> related = new ArrayList<>();
    if (field != null) {
      related.add(new Related(field.name().place(), "The field is declared here."));
    }
    for (Reader reader : readers) {
      names.add(reader.principal());
      for (Acl acl : reader.through()) {
        if (related.size() <= SHOWN) {
          related.add(
              new Related(
                  acl.resourceName().place(), reader.principal() + " may read it through this."));
        }
      }
    }
    findings.add(
        RULE,
        topic,
        topic.name(),
        "Topic '"
            + topic.name()
            + "' holds the personal field '"
            + (field == null ? "" : field.path())
            + "' and may be read by "
            + (onlyApproved
                ? listed(names) + ", which the policy does not approve"
                : readers.size() + " principals, more than " + maxReaders + ": " + listed(names))
            + (topics.size() == 1 ? "" : "; by the same entries so may " + others(topics))
            + ". Take READ from those that do not need it, or "
            + (onlyApproved ? "approve them." : "list those that do under 'approved'."),
        related.toArray(new Related[0]));
  }

  private static String others(List<Topic> topics) {
    List<String> names = new ArrayList<>();
    for (Topic topic : topics.subList(1, topics.size())) {
      names.add("'" + topic.name() + "'");
    }
    return (names.size() == 1 ? "topic " : "topics ") + listed(names);
  }

  private static String listed(List<String> names) {
    int shown = Math.min(names.size(), SHOWN);
    String text = String.join(", ", names.subList(0, shown));
    return names.size() > shown ? text + " and " + (names.size() - shown) + " more" : text;
  }
}
