package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.resource.PatternType;
import org.jspecify.annotations.Nullable;

/** The patterns of one type of resource, found by the names they match. */
final class AclNames {

  /** The literal name that Kafka matches with everything. */
  static final String EVERYTHING = "*";

  private @Nullable AclNode everything;
  private final TreeMap<String, AclNode> literal = new TreeMap<>();
  private final TreeMap<String, AclNode> prefixed = new TreeMap<>();
  private PrefixTrie<AclNode> prefixes = new PrefixTrie<>(prefixed);

  /** The node of an entry's pattern, made if need be; {@link #seal} must follow. */
  AclNode nodeOf(Acl acl) {
    String name = acl.resourceName().get();
    if (acl.patternType().is(PatternType.PREFIXED)) {
      return prefixed.computeIfAbsent(name, n -> new AclNode());
    }
    if (!name.equals(EVERYTHING)) {
      return literal.computeIfAbsent(name, n -> new AclNode());
    }
    if (everything == null) {
      everything = new AclNode();
    }
    return everything;
  }

  /** Ends the adding. */
  void seal() {
    prefixes = new PrefixTrie<>(prefixed);
  }

  /**
   * The patterns that match a name, that for everything first and longer prefixes later.
   *
   * <p>Kafka's scan takes the literal star for one more name that is not equal when the name itself
   * begins with a star, as a group's may.
   */
  List<AclNode> matching(String name) {
    List<AclNode> nodes = new ArrayList<>(4);
    if (everything != null && (!name.startsWith(EVERYTHING) || name.equals(EVERYTHING))) {
      nodes.add(everything);
    }
    prefixes.addPrefixesOf(name, nodes);
    AclNode own = name.equals(EVERYTHING) ? null : literal.get(name);
    if (own != null) {
      nodes.add(own);
    }
    return nodes;
  }

  /** The patterns that match all that an entry's pattern matches, its own included. */
  List<AclNode> covering(Acl acl) {
    String name = acl.resourceName().get();
    if (acl.patternType().is(PatternType.PREFIXED)) {
      List<AclNode> nodes = new ArrayList<>(4);
      if (everything != null && !name.startsWith(EVERYTHING)) {
        nodes.add(everything);
      }
      prefixes.addPrefixesOf(name, nodes);
      return nodes;
    }
    if (name.equals(EVERYTHING)) {
      return everything == null ? List.of() : List.of(everything);
    }
    return matching(name);
  }

  /**
   * The patterns that match a part of what an entry's pattern matches, but for those that cover it
   * and its own, and no more than about so many.
   */
  List<AclNode> within(Acl acl, int most) {
    List<AclNode> nodes = new ArrayList<>();
    String name = acl.resourceName().get();
    boolean all = acl.patternType().is(PatternType.LITERAL) && name.equals(EVERYTHING);
    if (all || acl.patternType().is(PatternType.PREFIXED)) {
      String prefix = all ? "" : name;
      if (!all && everything != null && name.equals(EVERYTHING)) {
        // The one name that both match is the star itself.
        nodes.add(everything);
      }
      prefixes.addBeginningWith(prefix, most, nodes);
      for (var entry : literal.tailMap(prefix, true).entrySet()) {
        if (!entry.getKey().startsWith(prefix) || nodes.size() >= 2 * most) {
          break;
        }
        nodes.add(entry.getValue());
      }
    }
    return nodes;
  }
}
