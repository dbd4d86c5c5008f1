package io.headgate.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a resource inside its bundle. Never a line number, never message text.
 *
 * @param kind its kind
 * @param name unique among the resources of this kind in a bundle
 */
public record ResourceRef(Kind kind, String name) implements Comparable<ResourceRef> {

  /** By kind, then by name. */
  @Override
  public int compareTo(ResourceRef other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** {@code kind name}, such as {@code topic orders.v1}. */
  @Override
  public String toString() {
    return kind.word() + " " + name;
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ResourceRef ref && kind == ref.kind && name.equals(ref.name));
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + name.hashCode();
  }
}
