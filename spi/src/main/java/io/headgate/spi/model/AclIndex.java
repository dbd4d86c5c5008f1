package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Finds the entries that match a name in time that depends on its length, not on their number. */
final class AclIndex {

  private static final String EVERYTHING = "*";

  private final Map<ResourceType, Names> byType = new EnumMap<>(ResourceType.class);

  AclIndex(List<Acl> acls) {
    for (Acl acl : acls) {
      if (acl.resourceType().isKnown() && acl.resourceName().isKnown()) {
        byType.computeIfAbsent(acl.resourceType().get(), type -> new Names()).add(acl);
      }
    }
  }

  /** The entries that match, those for everything first and longer prefixes later. */
  List<Acl> on(ResourceType type, String name) {
    Names names = byType.get(type);
    return names == null ? List.of() : names.matching(name);
  }

  /** The entries of one type. */
  private static final class Names {

    private final Map<String, List<Acl>> literal = new HashMap<>();
    private final Map<String, List<Acl>> prefixed = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    void add(Acl acl) {
      String name = acl.resourceName().get();
      if (acl.patternType().is(PatternType.LITERAL)) {
        literal.computeIfAbsent(name, n -> new ArrayList<>()).add(acl);
      } else if (acl.patternType().is(PatternType.PREFIXED)) {
        prefixed.computeIfAbsent(name, n -> new ArrayList<>()).add(acl);
        lengths.add(name.length());
      }
    }

    List<Acl> matching(String name) {
      List<Acl> all = new ArrayList<>(literal.getOrDefault(EVERYTHING, List.of()));
      for (int length : lengths) {
        if (length > name.length()) {
          break;
        }
        all.addAll(prefixed.getOrDefault(name.substring(0, length), List.of()));
      }
      if (!name.equals(EVERYTHING)) {
        all.addAll(literal.getOrDefault(name, List.of()));
      }
      return all;
    }
  }
}
