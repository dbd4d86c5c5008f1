package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.metadata.authorizer.StandardAcl;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.junit.jupiter.api.Test;

/**
 * The same random questions to Kafka's authorizer and to the model. {@code -Dheadgate.seed=}
 * repeats a run, {@code -Dheadgate.questions=} makes it larger.
 */
class AccessBesideKafkaTest {

  private static final int QUESTIONS_PER_SET = 500;

  private static final Set<Access.Reason> ALLOWING =
      Set.of(
          Access.Reason.SUPER_USER,
          Access.Reason.ALLOW,
          Access.Reason.IMPLIED,
          Access.Reason.NO_ACL_FOUND);

  @Test
  void decidesAsKafkaDoes() {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    int questions = Integer.getInteger("headgate.questions", 250_000);
    System.out.println("headgate.seed=" + seed + " headgate.questions=" + questions);
    Random random = new Random(seed);
    Map<Access.Reason, Integer> reasons = new java.util.EnumMap<>(Access.Reason.class);
    for (int asked = 0; asked < questions; asked += QUESTIONS_PER_SET) {
      compare(random, reasons);
    }
    int allowed =
        reasons.entrySet().stream()
            .filter(entry -> ALLOWING.contains(entry.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    System.out.println(
        "allowed " + 100 * allowed / questions + " %, decisions by reason: " + reasons);
    assertThat(reasons).containsOnlyKeys(Access.Reason.values());
    assertThat(reasons.values()).allMatch(count -> count > questions / 200);
  }

  /** What the model says of an entry is true of the decisions without it. */
  @Test
  void whatHasNoEffectCanBeTakenAway() {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    System.out.println("headgate.seed=" + seed);
    Random random = new Random(seed);
    int[] taken = new int[3];
    for (int set = 0; set < 300; set++) {
      boolean open = set % 4 == 0;
      Question question = new Question(random);
      List<Acl> acls = question.acls(random);
      Access access = Acls.access(open, List.of(), acls);
      for (Acl acl : acls) {
        boolean subsumed = access.subsuming(acl) != null;
        boolean shadowed = !access.shadowing(acl).isEmpty();
        boolean idle = !acl.allows() && !access.mayTakeEffect(acl);
        if (subsumed || shadowed || idle) {
          taken[subsumed ? 0 : shadowed ? 1 : 2]++;
          List<Acl> others = new ArrayList<>(acls);
          others.remove(acl);
          Access without = Acls.access(open, List.of(), others);
          for (int i = 0; i < 40; i++) {
            question.next(random);
            // What is implied beside the denied operation is left of an entry in the shadow.
            boolean meant =
                acl.operation().is(AclOperation.ALL)
                    ? Access.operationsOn(question.type).contains(question.operation)
                    : acl.operation().is(question.operation);
            if (subsumed || idle || meant) {
              assertThat(question.ask(without).allowed())
                  .as("%s %s without %s of %s", open, question, acl, acls)
                  .isEqualTo(question.ask(access).allowed());
            }
          }
        }
      }
    }
    System.out.println("subsumed, shadowed, idle: " + java.util.Arrays.toString(taken));
    assertThat(taken).doesNotContain(0);
  }

  /** The holders of an operation are those who may do it from some host. */
  @Test
  void holdersAreWhoMay() {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    System.out.println("headgate.seed=" + seed);
    Random random = new Random(seed);
    for (int set = 0; set < 500; set++) {
      Question question = new Question(random);
      List<Acl> acls = question.acls(random);
      Access access = Acls.access(set % 4 == 0, List.of("User:b"), acls);
      for (int i = 0; i < 40; i++) {
        question.next(random);
        Set<String> holders = new HashSet<>();
        for (Access.Holder holder :
            access.holders(question.operation, question.type, question.name)) {
          holders.add(holder.principal());
        }
        Access.Decision decision =
            access.decide(question.principal, question.operation, question.type, question.name);
        boolean own = holders.contains(question.principal);
        assertThat(decision.allowed())
            .as("%s: %s of %s", question, holders, acls)
            .matches(allowed -> allowed == own || (allowed && holders.contains(Access.EVERYONE)));
      }
    }
  }

  private void compare(Random random, Map<Access.Reason, Integer> reasons) {
    boolean open = random.nextBoolean();
    List<String> superUsers = random.nextInt(4) == 0 ? List.of("User:b", "Group:a") : List.of();
    Question question = new Question(random);
    List<Acl> acls = question.acls(random);
    Access access = Acls.access(open, superUsers, acls);
    try (Metrics metrics = new Metrics();
        StandardAuthorizer kafka = kafka(open, superUsers, acls, metrics)) {
      for (int i = 0; i < QUESTIONS_PER_SET; i++) {
        question.next(random);
        Access.Decision decision = question.ask(access);
        assertThat(decision.doubt()).isNull();
        reasons.merge(decision.reason(), 1, Integer::sum);
        Action action =
            new Action(
                question.operation,
                new ResourcePattern(question.type, question.name, PatternType.LITERAL),
                1,
                true,
                true);
        boolean allowed =
            kafka
                    .authorize(new Client(question.principal, question.address), List.of(action))
                    .get(0)
                == AuthorizationResult.ALLOWED;
        if (decision.allowed() != allowed) {
          assertThat(decision.allowed())
              .as(
                  "%s, open %s, super users %s, by %s, with %s",
                  question, open, superUsers, decision, acls)
              .isEqualTo(allowed);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StandardAuthorizer kafka(
      boolean open, List<String> superUsers, List<Acl> acls, Metrics metrics) {
    StandardAuthorizer kafka = new StandardAuthorizer();
    kafka.withPluginMetrics(new PluginMetricsImpl(metrics, Map.of()));
    kafka.configure(
        Map.of(
            StandardAuthorizer.ALLOW_EVERYONE_IF_NO_ACL_IS_FOUND_CONFIG,
            String.valueOf(open),
            StandardAuthorizer.SUPER_USERS_CONFIG,
            String.join(";", superUsers)));
    Map<Uuid, StandardAcl> snapshot = new HashMap<>();
    Set<StandardAcl> known = new HashSet<>();
    for (Acl acl : acls) {
      StandardAcl standard =
          new StandardAcl(
              acl.resourceType().get(),
              acl.resourceName().get(),
              acl.patternType().get(),
              acl.principal().get(),
              acl.host().get(),
              acl.operation().get(),
              acl.permission().get());
      if (known.add(standard)) {
        snapshot.put(new Uuid(1, snapshot.size() + 1), standard);
      }
    }
    kafka.loadSnapshot(snapshot);
    kafka.completeInitialLoad();
    return kafka;
  }

  /** Who asks, and from where. */
  private record Client(KafkaPrincipal principal, InetAddress clientAddress)
      implements AuthorizableRequestContext {

    Client(String principal, String address) {
      this(
          new KafkaPrincipal(
              principal.substring(0, principal.indexOf(':')),
              principal.substring(principal.indexOf(':') + 1)),
          address(address));
    }

    private static InetAddress address(String text) {
      try {
        return InetAddress.getByName(text);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public String listenerName() {
      return "PLAINTEXT";
    }

    @Override
    public SecurityProtocol securityProtocol() {
      return SecurityProtocol.PLAINTEXT;
    }

    @Override
    public int requestType() {
      return 0;
    }

    @Override
    public int requestVersion() {
      return 0;
    }

    @Override
    public String clientId() {
      return "client";
    }

    @Override
    public int correlationId() {
      return 0;
    }
  }
}
