package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the hosts of access control entries match: {@code *}, the client's address as text, and from
 * Kafka 4.4 on a range such as {@code 10.0.0.0/8} (KIP-1276). Each host has a key, equal for equal
 * hosts, so that what covers a host is looked up and never sought.
 */
final class ClientHosts {

  static final String ANY = "*";

  private final boolean knowsRanges;
  private final boolean mayKnowRanges;
  private final TreeSet<Integer> lengths = new TreeSet<>();

  /**
   * @param version of the brokers, or null when nobody said
   */
  ClientHosts(@Nullable KafkaVersion version) {
    knowsRanges = version != null && version.atLeast(4, 4);
    mayKnowRanges = version == null || knowsRanges;
  }

  /** The host of an entry: any when nobody wrote one, as with every tool, null if not known. */
  @Nullable String of(Acl acl) {
    String host = acl.host().isAbsent() ? ANY : acl.host().orNull();
    // Without the brokers' version nobody knows what a range matches.
    return host != null && mayKnowRanges && !knowsRanges && AddressRange.parse(host) != null
        ? null
        : host;
  }

  /** Whether some client may be at both hosts of entries. */
  boolean meet(String one, String other) {
    return one.equals(other)
        || one.equals(ANY)
        || other.equals(ANY)
        || (!lengths.isEmpty()
            && (covering(one).contains(key(other)) || covering(other).contains(key(one))));
  }

  /** What equal hosts of entries have in common. */
  String key(String host) {
    AddressRange range = knowsRanges ? AddressRange.parse(host) : null;
    return range == null ? host : range.key(range.length());
  }

  /** Takes in a host of an entry, so that {@link #covering} finds it. */
  void add(String host) {
    AddressRange range = knowsRanges ? AddressRange.parse(host) : null;
    if (range != null) {
      lengths.add(range.length());
    }
  }

  /** The keys of all hosts that cover an address or a host of an entry, the widest first. */
  List<String> covering(String host) {
    List<String> keys = new ArrayList<>(2);
    keys.add(ANY);
    AddressRange range = null;
    if (!lengths.isEmpty()) {
      range = AddressRange.parse(host.indexOf('/') < 0 ? host + "/" : host);
      for (int length : lengths) {
        if (range != null && length <= range.length() && !range.isNobody()) {
          keys.add(range.key(length));
        }
      }
    }
    if (!host.equals(ANY) && (range == null || host.indexOf('/') < 0)) {
      keys.add(host);
    }
    return keys;
  }
}
