package io.headgate.engine.policy.change;

import io.headgate.engine.policy.change.Side.NamedPack;
import io.headgate.engine.policy.change.Weakness.Kind;
import org.jspecify.annotations.Nullable;

/** Compares which packs are named, and how they are pinned. */
final class PackComparison {

  private PackComparison() {}

  static void compare(Side base, Side head, Weaknesses found) {
    for (NamedPack was : base.packs()) {
      NamedPack is = pack(head, was.id());
      String attribute = "packs." + was.id();
      if (is == null) {
        found.add(
            Kind.PACKS,
            attribute,
            head.place("packs"),
            "The policy no longer names the pack '"
                + was.id()
                + "', so its rules are gone. Name it again.");
      } else if (!is.digest().equals(was.digest())) {
        found.add(
            Kind.PACKS,
            attribute,
            is.place(),
            "The pack '"
                + was.id()
                + "' is another one than in the base: its digest is "
                + is.digest()
                + " instead of "
                + was.digest()
                + ". The base's has judged this change; nothing of the other one has run.");
      } else if (was.isPinned() && !is.isPinned()) {
        found.add(
            Kind.PACKS,
            attribute,
            is.place(),
            "The pack '"
                + was.id()
                + "' is no longer pinned. Pin it to "
                + was.digest()
                + " again, or run 'headgate pack lock'.");
      }
    }
  }

  private static @Nullable NamedPack pack(Side side, String id) {
    for (NamedPack pack : side.packs()) {
      if (pack.id().equals(id)) {
        return pack;
      }
    }
    return null;
  }
}
