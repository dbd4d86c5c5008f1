package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says about the world around a bundle, and what its files say of it where the
 * policy is silent.
 *
 * @param name such as {@code prod}; empty when nobody said
 * @param kafkaVersion such as {@code 4.1}; null when nobody said
 * @param brokerDefaults what the brokers use where a topic says nothing, by topic-level key; only
 *     what somebody said
 * @param tiers how critical topics are; the first match counts
 * @param owners who owns which names; the longest prefix counts
 * @param external what exists outside the bundle
 * @param authorizer how the brokers decide where no entry does
 * @param classification what is said about personal data in every schema
 */
public record Environment(
    String name,
    @Nullable KafkaVersion kafkaVersion,
    Map<String, String> brokerDefaults,
    List<Tier> tiers,
    List<Owner> owners,
    External external,
    Authorizer authorizer,
    Classification classification) {

  /** An environment about which nobody said anything. */
  public static final Environment UNKNOWN =
      new Environment(
          "", null, Map.of(), List.of(), List.of(), External.NOTHING, Authorizer.DEFAULT);

  /** An environment about whose personal data nobody said anything. */
  public Environment(
      String name,
      @Nullable KafkaVersion kafkaVersion,
      Map<String, String> brokerDefaults,
      List<Tier> tiers,
      List<Owner> owners,
      External external,
      Authorizer authorizer) {
    this(
        name,
        kafkaVersion,
        brokerDefaults,
        tiers,
        owners,
        external,
        authorizer,
        Classification.NOTHING);
  }

  /** Copies the collections. */
  public Environment {
    brokerDefaults = Map.copyOf(brokerDefaults);
    tiers = List.copyOf(tiers);
    owners = List.copyOf(owners);
  }

  /** Topics of one criticality; tier 1 is the most critical. */
  public record Tier(int tier, List<NamePattern> topics) {}

  /**
   * A team, what it owns, and its principals.
   *
   * @param team its name
   * @param prefixes the prefixes of the names it owns
   * @param names whole names it owns, each of which counts more than any prefix
   * @param principals as whom it acts
   */
  public record Owner(
      String team, List<String> prefixes, List<String> names, List<NamePattern> principals) {

    /** An owner of prefixes alone. */
    public Owner(String team, List<String> prefixes, List<NamePattern> principals) {
      this(team, prefixes, List.of(), principals);
    }

    /** Copies the lists. */
    public Owner {
      prefixes = List.copyOf(prefixes);
      names = List.copyOf(names);
      principals = List.copyOf(principals);
    }

    /** Whether the team acts as this principal, such as {@code User:alice}. */
    public boolean actsAs(String principal) {
      return principals.stream().anyMatch(p -> p.matches(principal));
    }
  }

  /** Names that exist although no file of the bundle declares them. */
  public record External(
      List<NamePattern> principals, List<NamePattern> topics, List<NamePattern> groups) {

    /** Nothing outside. */
    public static final External NOTHING = new External(List.of(), List.of(), List.of());
  }

  /**
   * What the brokers' configuration says about access.
   *
   * @param superUsers {@code super.users}: principals that may do everything, whatever the entries
   *     say; compared as text
   * @param allowEveryoneIfNoAclFound {@code allow.everyone.if.no.acl.found}: whether everybody may
   *     do everything with a resource that no entry is about
   */
  public record Authorizer(List<String> superUsers, boolean allowEveryoneIfNoAclFound) {

    /** What Kafka does when nobody configures it. */
    public static final Authorizer DEFAULT = new Authorizer(List.of(), false);

    /** Copies the list. */
    public Authorizer {
      superUsers = List.copyOf(superUsers);
    }
  }

  /**
   * What the policy says about the classification of fields.
   *
   * @param languages the languages that names of fields are in, as two letters such as {@code de};
   *     empty for all that headgate knows
   * @param notPersonal the fields that somebody decided are not personal
   */
  public record Classification(List<Located<String>> languages, List<NotPersonal> notPersonal) {

    /** Nothing said. */
    public static final Classification NOTHING = new Classification(List.of(), List.of());

    /** Copies the lists. */
    public Classification {
      languages = List.copyOf(languages);
      notPersonal = List.copyOf(notPersonal);
    }

    /** Both together: what holds everywhere and what holds in one environment. */
    public Classification and(Classification other) {
      if (other.languages.isEmpty() && other.notPersonal.isEmpty()) {
        return this;
      }
      List<NotPersonal> all = new ArrayList<>(notPersonal);
      all.addAll(other.notPersonal);
      return new Classification(other.languages.isEmpty() ? languages : other.languages, all);
    }
  }

  /**
   * A decision that fields are not personal.
   *
   * @param field the path of the field, placed in the policy; {@code *} stands for any characters
   * @param subject the subjects it is about
   * @param reason why
   * @param owner who answers for it
   * @param date when it was decided, as {@code 2026-01-31}; empty when nobody said
   * @param expired whether the day until which it holds is over
   */
  public record NotPersonal(
      Located<String> field,
      NamePattern subject,
      String reason,
      String owner,
      String date,
      boolean expired) {

    /** Whether it is about this field of this schema, and still holds. */
    public boolean covers(Schema schema, Field candidate) {
      return !expired && names(schema, candidate);
    }

    /** Whether it is about this field of this schema, whether it holds or not. */
    public boolean names(Schema schema, Field candidate) {
      return subject.matches(schema.subject().toString())
          && new NamePattern(field.toString()).matches(candidate.path());
    }
  }

  /** The tier of a topic, or empty when no tier names it. */
  public OptionalInt tierOf(String topic) {
    return tiers.stream()
        .filter(tier -> tier.topics().stream().anyMatch(p -> p.matches(topic)))
        .mapToInt(Tier::tier)
        .findFirst();
  }

  /**
   * Who owns a name of any kind: the longest prefix counts, and a whole name more than it, so these
   * are several only where one prefix, or one name, is given to several teams. Empty when nobody
   * owns it.
   */
  public List<Owner> ownersOf(String name) {
    List<Owner> longest = new ArrayList<>();
    int length = 0;
    for (Owner owner : owners) {
      int own = -1;
      for (String prefix : owner.prefixes()) {
        if (name.startsWith(prefix)) {
          own = Math.max(own, prefix.length());
        }
      }
      if (owner.names().contains(name)) {
        own = name.length() + 1;
      }
      if (own > length) {
        longest.clear();
        length = own;
      }
      if (own == length) {
        longest.add(owner);
      }
    }
    return longest;
  }

  /** Who acts as a principal such as {@code User:alice}; several where they share it. */
  public List<Owner> ownersActingAs(String principal) {
    return owners.stream().filter(owner -> owner.actsAs(principal)).toList();
  }

  /** Whether the policy says that a name belongs to a principal such as {@code User:alice}. */
  public boolean owns(String principal, String name) {
    return ownersOf(name).stream().anyMatch(owner -> owner.actsAs(principal));
  }

  /**
   * A topic's configuration together with what the brokers use where it says nothing, as far as
   * somebody said what that is. What comes from the brokers is placed at the configuration.
   */
  public Config effective(Config config) {
    List<Property> all = new ArrayList<>(config.properties());
    for (Map.Entry<String, String> entry : new TreeMap<>(brokerDefaults).entrySet()) {
      String key = entry.getKey();
      String attribute = config.attribute() + "." + key;
      if (config.get(key).isAbsent()) {
        all.add(
            new Property(
                Located.known(key, attribute, config.place()),
                Located.known(entry.getValue(), attribute, config.place())));
      }
    }
    return new Config(config.attribute(), config.place(), all);
  }
}
