package io.headgate.engine.policy.change;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.model.NamePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what is waived, and what may be. */
final class WaiverComparison {

  private final Side base;
  private final Side head;
  private final Weaknesses found;

  WaiverComparison(Side base, Side head, Weaknesses found) {
    this.base = base;
    this.head = head;
    this.found = found;
  }

  void compare() {
    for (Waiver waiver : head.waivers()) {
      if (!isExpired(waiver) && !isCovered(waiver)) {
        added(waiver);
      }
    }
    for (String rule : new TreeSet<>(base.unwaivable())) {
      if (!head.unwaivable().contains(rule)) {
        found.add(
            rule.equals(CoreRules.POLICY_WEAKENED.id()) ? Kind.POLICY : Kind.UNWAIVABLE,
            "unwaivable." + rule,
            head.place("unwaivable"),
            "The rule '"
                + rule
                + "' may be waived now, which the base's policy forbids. List it under 'unwaivable'"
                + " again.");
      }
    }
    if (head.inline() && !base.inline()) {
      found.add(
          Kind.WAIVERS,
          "inline-waivers",
          head.place("inline-waivers"),
          "Comments may waive now, which the base's policy does not allow. Take the line out, or"
              + " change it where the policy's owners decide.");
    }
  }

  private void added(Waiver waiver) {
    Waiver same = null;
    Waiver narrower = null;
    for (Waiver old : base.waivers()) {
      if (old.rule().equals(waiver.rule())) {
        same = old.scope().equals(waiver.scope()) ? old : same;
        narrower = covers(waiver.scope(), old.scope()) ? old : narrower;
      }
    }
    String what = "The waiver of '" + waiver.rule() + "' for '" + waiver.scope() + "' ";
    found.add(
        waiver.rule().equals(CoreRules.POLICY_WEAKENED.id()) ? Kind.POLICY : Kind.WAIVERS,
        "waivers." + waiver.rule() + " " + waiver.scope(),
        waiver.place(),
        what
            + (same != null
                ? "holds until " + waiver.until() + ", but until " + same.until() + " in the base"
                : narrower != null
                    ? "is wider than that of the base, which is for '" + narrower.scope() + "'"
                    : "is not in the base")
            + ", so it does not waive more in this change. Mend what it is about, or have it"
            + " approved in a change of its own.");
  }

  private boolean isCovered(Waiver waiver) {
    for (Waiver old : base.waivers()) {
      if (old.rule().equals(waiver.rule())
          && covers(old.scope(), waiver.scope())
          && !old.until().isBefore(waiver.until())) {
        return true;
      }
    }
    return false;
  }

  private boolean isExpired(Waiver waiver) {
    Waivers waivers = head.policy().waivers();
    return waivers != null && waivers.today() != null && waivers.isExpired(waiver);
  }

  /**
   * What both waive: what the change takes out or narrows holds at once, and what it adds does not.
   */
  List<Waiver> both() {
    List<Waiver> both = new ArrayList<>();
    for (Waiver waiver : head.waivers()) {
      if (isCovered(waiver)) {
        both.add(waiver);
        continue;
      }
      for (Waiver old : base.waivers()) {
        if (old.rule().equals(waiver.rule()) && covers(waiver.scope(), old.scope())) {
          both.add(shown(old, waiver));
        }
      }
    }
    return both;
  }

  /** A waiver of the base as the change writes it. */
  private static Waiver shown(Waiver old, Waiver now) {
    LocalDate until = old.until().isBefore(now.until()) ? old.until() : now.until();
    return new Waiver(
        now.place(), old.rule(), old.scope(), now.reason(), now.owner(), now.approver(), until);
  }

  /** The head's waivers, as far as the base's policy lets them be. */
  List<Waiver> allowed() {
    List<Waiver> allowed = new ArrayList<>();
    for (Waiver waiver : head.waivers()) {
      if (!waiver.rule().equals(CoreRules.POLICY_WEAKENED.id())
          && !base.unwaivable().contains(waiver.rule())) {
        allowed.add(waiver);
      }
    }
    for (Waiver waiver : both()) {
      if (waiver.rule().equals(CoreRules.POLICY_WEAKENED.id())) {
        allowed.add(waiver);
      }
    }
    return allowed;
  }

  private static boolean covers(Waiver.Scope wide, Waiver.Scope narrow) {
    // A star of the narrow one can only be met by a star of the wide one.
    return holds(wide.bundle(), narrow.bundle())
        && holds(wide.environment(), narrow.environment())
        && holds(wide.attribute(), narrow.attribute())
        && new NamePattern(wide.resource()).matches(narrow.resource());
  }

  private static boolean holds(@Nullable String wide, @Nullable String narrow) {
    return wide == null || Objects.equals(wide, narrow);
  }
}
