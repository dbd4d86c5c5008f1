package io.headgate.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses as Kafka 4.4 reads it, {@code
 * org.apache.kafka.server.authorizer.internals.CidrUtils}. No name is ever resolved.
 */
final class AddressRange {

  /** The address in groups of 16 bits: two of IPv4, eight of IPv6. */
  private final int[] groups;

  private final int length;

  private AddressRange(int[] groups, int length) {
    this.groups = groups;
    this.length = length;
  }

  /**
   * Reads {@code 10.0.0.0/8}, or {@code 10.0.0.1/} as the one address.
   *
   * @return null if it is neither
   */
  static @Nullable AddressRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    String address = text.substring(0, slash);
    boolean six = address.indexOf(':') >= 0;
    int scope = address.indexOf('%');
    int[] groups = six ? six(scope < 0 ? address : address.substring(0, scope)) : four(address);
    if (groups == null) {
      return null;
    }
    int bits = groups.length * 16;
    String digits = text.substring(slash + 1);
    int length = digits.isEmpty() ? bits : number(digits, 10, six ? 3 : 2);
    return length < 0 || length > bits ? null : new AddressRange(groups, length);
  }

  /** How many of its bits count. */
  int length() {
    return length;
  }

  /** Whether it is the address that Kafka puts into no range. */
  boolean isNobody() {
    return groups.length == 2 && length == 32 && groups[0] == 0 && groups[1] == 0;
  }

  /** What all addresses have in common that share the first bits. */
  String key(int bits) {
    StringBuilder key = new StringBuilder(groups.length + 2);
    for (int i = 0; i < groups.length; i++) {
      int rest = Math.max(0, Math.min(16, bits - i * 16));
      key.append((char) (groups[i] & (0xffff << (16 - rest)) & 0xffff));
    }
    return key.append('/').append((char) bits).toString();
  }

  private static int @Nullable [] four(String text) {
    int[] groups = new int[2];
    int start = 0;
    for (int i = 0; i < 4; i++) {
      int end = i == 3 ? text.length() : text.indexOf('.', start);
      int value = end < 0 ? -1 : number(text.substring(start, end), 10, 3);
      if (value < 0 || value > 255) {
        return null;
      }
      groups[i / 2] = groups[i / 2] << 8 | value;
      start = end + 1;
    }
    return groups;
  }

  private static int @Nullable [] six(String text) {
    int[] groups = new int[8];
    int gap = text.indexOf("::");
    int[] head = run(gap < 0 ? text : text.substring(0, gap));
    int[] tail = run(gap < 0 ? "" : text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int all = head.length + tail.length;
    if (gap < 0 ? all != 8 : all > 7) {
      return null;
    }
    System.arraycopy(head, 0, groups, 0, head.length);
    System.arraycopy(tail, 0, groups, 8 - tail.length, tail.length);
    boolean mapped = groups[5] == 0xffff;
    for (int i = 0; i < 5; i++) {
      mapped &= groups[i] == 0;
    }
    // IPv4 inside IPv6: no client has such an address.
    return mapped ? null : groups;
  }

  /** Groups between colons, the last two perhaps written as IPv4. */
  private static int @Nullable [] run(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    int[] last = four(parts[parts.length - 1]);
    int[] groups = new int[parts.length + (last == null ? 0 : 1)];
    for (int i = 0; i < parts.length - (last == null ? 0 : 1); i++) {
      groups[i] = number(parts[i], 16, 4);
      if (groups[i] < 0) {
        return null;
      }
    }
    if (last != null) {
      System.arraycopy(last, 0, groups, groups.length - 2, 2);
    }
    return groups;
  }

  private static int number(String text, int radix, int most) {
    int value = text.isEmpty() || text.length() > most ? -1 : 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      value = digit < 0 ? -1 : value * radix + digit;
    }
    return value;
  }
}
