package io.headgate.rules.acl;

import io.headgate.spi.model.KafkaVersion;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of access control entries as Kafka's authorizer sees them: it compares the text with
 * {@code InetAddress.getHostAddress()} of the client, character by character. Everything here is
 * text; no name is ever resolved.
 */
final class HostAddress {

  private static final int GROUPS = 8;

  private HostAddress() {}

  /**
   * Why the host of an entry can match no client, and what to write.
   *
   * @param version of the brokers, null when nobody said
   * @return the end of a sentence, or null where the host can match
   */
  static @Nullable String fault(String host, @Nullable KafkaVersion version) {
    if (host.equals("*")) {
      return null;
    }
    if (host.contains("/")) {
      return faultOfRange(host, version);
    }
    if (isIpv4(host)) {
      return host.equals("0.0.0.0") ? "no client has this address; write '*' for any" : null;
    }
    int[] groups = ipv6(host);
    if (groups != null) {
      String jvm = text(groups);
      if (jvm.equals("0:0:0:0:0:0:0:0")) {
        return "no client has this address; write '*' for any";
      }
      String seen = jvm + host.substring(address(host));
      return seen.equals(host) ? null : "Kafka sees this address as '" + seen + "'; write that";
    }
    return "Kafka compares it with the client's address as text; write one IP address, or '*'";
  }

  private static @Nullable String faultOfRange(String host, @Nullable KafkaVersion version) {
    if (!isRange(host)) {
      return "it is neither an address nor a range such as '10.0.0.0/8'";
    }
    return version != null && version.atLeast(4, 4)
        ? null
        : "Kafka knows ranges from 4.4 on, and the policy states "
            + (version == null ? "no version" : version)
            + "; write one entry for each address, or '*'";
  }

  /** An address with the length of a prefix, as Kafka 4.4 takes it (KIP-1276). */
  private static boolean isRange(String host) {
    int slash = host.indexOf('/');
    String address = host.substring(0, slash);
    String length = host.substring(slash + 1);
    if (length.isEmpty() || length.length() > 3 || !isAll(length, 10)) {
      return false;
    }
    int[] groups = ipv6(address);
    return groups == null
        ? isIpv4(address) && Integer.parseInt(length) <= 32
        : text(groups).contains(":") && Integer.parseInt(length) <= 128;
  }

  /** Four numbers as the JVM prints them: without leading zeros. */
  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean digits = !part.isEmpty() && part.length() <= 3 && isAll(part, 10);
      if (!digits || Integer.parseInt(part) > 255 || (part.length() > 1 && part.startsWith("0"))) {
        return false;
      }
    }
    return true;
  }

  /** The eight groups of an IPv6 address in any spelling, or null when it is none. */
  private static int @Nullable [] ipv6(String host) {
    String text = host.substring(0, address(host));
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = groups(text, true);
      return groups != null && groups.length == GROUPS ? groups : null;
    }
    int[] head = groups(text.substring(0, gap), false);
    int[] tail = groups(text.substring(gap + 2), true);
    if (head == null || tail == null || head.length + tail.length >= GROUPS) {
      return null;
    }
    int[] all = new int[GROUPS];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
    return all;
  }

  /** The groups of a run without a gap, the last two perhaps as IPv4; null when it is no run. */
  private static int @Nullable [] groups(String run, boolean atEnd) {
    if (run.isEmpty()) {
      return new int[0];
    }
    String text = run;
    int last = run.lastIndexOf(':') + 1;
    if (atEnd && isIpv4(run.substring(last))) {
      String[] bytes = run.substring(last).split("\\.", -1);
      text = run.substring(0, last) + pair(bytes[0], bytes[1]) + ":" + pair(bytes[2], bytes[3]);
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty() || parts[i].length() > 4 || !isAll(parts[i], 16)) {
        return null;
      }
      groups[i] = Integer.parseInt(parts[i], 16);
    }
    return groups;
  }

  private static String pair(String high, String low) {
    return Integer.toHexString(Integer.parseInt(high) << 8 | Integer.parseInt(low));
  }

  /** The address as the JVM prints it: IPv4 inside IPv6 is IPv4, and nothing is left out. */
  private static String text(int[] groups) {
    boolean mapped = groups[5] == 0xffff;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      mapped &= i >= 5 || groups[i] == 0;
      text.append(i == 0 ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return mapped
        ? (groups[6] >> 8)
            + "."
            + (groups[6] & 255)
            + "."
            + (groups[7] >> 8)
            + "."
            + (groups[7] & 255)
        : text.toString();
  }

  /** Where the address ends and the scope such as {@code %eth0} begins. */
  private static int address(String host) {
    int scope = host.indexOf('%');
    return scope < 0 || scope == host.length() - 1 ? host.length() : scope;
  }

  private static boolean isAll(String text, int radix) {
    return text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
  }
}
