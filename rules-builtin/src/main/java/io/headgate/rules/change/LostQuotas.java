package io.headgate.rules.change;

import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The quotas that no longer limit whom they limited. */
final class LostQuotas {

  private static final String USER = "User:";

  private record Limit(String name, Function<Quota, Located<Double>> of) {}

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("producer_byte_rate", Quota::producerByteRate),
          new Limit("consumer_byte_rate", Quota::consumerByteRate),
          new Limit("request_percentage", Quota::requestPercentage),
          new Limit("controller_mutation_rate", Quota::controllerMutationRate));

  private LostQuotas() {}

  /** Reports each of them; a limit may grow by a factor. */
  static void report(Rule rule, long factor, Bundle base, Bundle now, Findings findings) {
    if (base.all(Quota.class).isEmpty()) {
      return;
    }
    Map<String, Quota> left = new HashMap<>();
    for (Quota quota : now.all(Quota.class)) {
      if (quota.user().isUnknown() || quota.client().isUnknown()) {
        return; // it may be about anybody
      }
      left.putIfAbsent(key(quota.user().orNull(), quota.client().orNull()), quota);
    }
    Set<String> users = users(now);
    for (Quota was : base.all(Quota.class)) {
      if (stays(was, users)) {
        judge(rule, was, factor, left, findings);
      }
    }
  }

  private static Set<String> users(Bundle now) {
    Set<String> users = new HashSet<>();
    for (User user : now.all(User.class)) {
      users.add(user.name().orElse(""));
    }
    for (Acl acl : now.all(Acl.class)) {
      String principal = acl.principal().orElse("");
      if (principal.startsWith(USER)) {
        users.add(principal.substring(USER.length()));
      }
    }
    return users;
  }

  /** Whether it limits somebody who is still there. What client ids there are nobody declares. */
  private static boolean stays(Quota was, Set<String> users) {
    if (was.user().isAbsent()) {
      return was.client().is(Quota.DEFAULT);
    }
    return was.user().is(Quota.DEFAULT) || users.contains(was.user().orElse(""));
  }

  private static void judge(
      Rule rule, Quota was, long factor, Map<String, Quota> left, Findings findings) {
    List<String> lost = new ArrayList<>();
    for (Limit limit : LIMITS) {
      Double before = limit.of().apply(was).orNull();
      if (before == null || before <= 0) {
        continue;
      }
      String name = limit.name();
      Located<Double> after = limitNow(was, limit, left);
      if (after == null) {
        lost.add(name + ", which was " + text(before));
      } else if (after.isKnown() && after.get() > before * factor) {
        lost.add(name + ", which was " + text(before) + " and is to be " + text(after.get()));
      }
    }
    if (lost.isEmpty()) {
      return;
    }
    Quota is = left.get(key(was.user().orNull(), was.client().orNull()));
    Quota at = is == null ? was : is;
    Related[] related =
        is == null
            ? new Related[0]
            : new Related[] {new Related(was.place(), "It was stricter here.")};
    findings.add(
        rule,
        at,
        at.user().isAbsent() ? at.client() : at.user(),
        "The quota of "
            + was.ref().name()
            + (is == null ? " is gone" : " is weaker than before")
            + ", and whom it limits stays. It no longer limits "
            + String.join("; ", lost)
            + ". Put it back, or waive the finding with the reason.",
        related);
  }

  /** The limit that counts now, by Kafka's order of precedence; null if there is none. */
  private static @Nullable Located<Double> limitNow(
      Quota was, Limit limit, Map<String, Quota> left) {
    String user = was.user().orNull();
    String client = was.client().orNull();
    List<String> keys = new ArrayList<>();
    for (String one : user == null ? new String[0] : new String[] {user, Quota.DEFAULT}) {
      keys.add(key(one, client));
      keys.add(key(one, Quota.DEFAULT));
      keys.add(key(one, null));
    }
    keys.add(key(null, client));
    keys.add(key(null, Quota.DEFAULT));
    for (String key : keys) {
      Quota quota = left.get(key);
      Located<Double> found = quota == null ? null : limit.of().apply(quota);
      if (found != null && !found.isAbsent()) {
        return found;
      }
    }
    return null;
  }

  private static String key(@Nullable String user, @Nullable String client) {
    return user + "\n" + client;
  }

  private static String text(double number) {
    return number == Math.rint(number) && number < Long.MAX_VALUE
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
