package io.headgate.engine.report.html;

import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Who may read, write and administer which topics of a bundle, as a table of a size that can be
 * read. Topics with the same access share a row; where there are too many principals for columns
 * and the policy says who owns what, teams stand in their place; and of what is still too much,
 * personal data and the widest access stay.
 *
 * @param columns principals or teams
 * @param rows topics, or those of a team
 * @param byTeam whether teams stand for principals and topics
 * @param principals how many principals there are
 * @param closed the topics that nobody may use, super users left aside
 * @param superUsers who may do everything
 * @param topicsLeftOut how many topics have no row
 */
record AccessPicture(
    List<String> columns,
    List<Row> rows,
    boolean byTeam,
    int principals,
    List<String> closed,
    List<String> superUsers,
    int topicsLeftOut) {

  static final int READ = 1;
  static final int WRITE = 2;
  static final int ADMINISTER = 4;

  /** A DENY takes a part of it away. */
  static final int EXCEPT = 8;

  /** The tags, and categories of masking policies, that mean personal data. */
  static final List<String> PERSONAL =
      List.of("PII", "PERSONAL", "PRIVATE", "SENSITIVE", "CONFIDENTIAL", "GDPR", "PHI", "PCI");

  private static final int MOST_PRINCIPALS = 24;
  private static final int MOST_TEAMS = 40;
  private static final int MOST_ROWS = 40;
  private static final int MOST_TOPICS = 5_000;

  /**
   * Topics with the same access, or of the same owner.
   *
   * @param owner who owns them; empty unless rows are by team
   * @param topics their names, in order
   * @param rights what each principal or team may, as bits
   * @param personal whether they hold what somebody calls personal data
   * @param doubtful whether an entry with something unknown may change this
   */
  record Row(
      String owner,
      List<String> topics,
      Map<String, Integer> rights,
      boolean personal,
      boolean doubtful) {

    /** Whether a right of somebody has an exception. */
    boolean partial() {
      for (int bits : rights.values()) {
        if ((bits & EXCEPT) != 0) {
          return true;
        }
      }
      return false;
    }
  }

  /** What topics have to have in common for one row. */
  private record Alike(Map<String, Integer> rights, boolean personal, boolean doubtful) {}

  /** The picture of a bundle; null if it says nothing about access, or has no topics. */
  static @Nullable AccessPicture of(Bundle bundle) {
    if (bundle.all(Acl.class).isEmpty() || bundle.topicNames().isEmpty()) {
      return null;
    }
    List<Row> single = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    Set<String> principals = new TreeSet<>();
    int looked = 0;
    for (String topic : bundle.topicNames()) {
      if (looked++ == MOST_TOPICS) {
        break;
      }
      Row row = row(topic, bundle);
      if (row.rights().isEmpty() && !row.doubtful()) {
        closed.add(topic);
      } else {
        single.add(row);
        principals.addAll(row.rights().keySet());
      }
    }
    Environment environment = bundle.environment();
    boolean byTeam = principals.size() > MOST_PRINCIPALS && !environment.owners().isEmpty();
    List<Row> rows = widest(byTeam ? byTeam(single, environment) : alike(single));
    int topics = bundle.topicNames().size() - closed.size();
    for (Row row : rows) {
      topics -= row.topics().size();
    }
    return new AccessPicture(
        columns(rows, byTeam ? MOST_TEAMS : MOST_PRINCIPALS),
        rows,
        byTeam,
        principals.size(),
        closed,
        environment.authorizer().superUsers(),
        topics);
  }

  private static Row row(String topic, Bundle bundle) {
    Access access = bundle.access();
    Map<String, Integer> rights = new TreeMap<>();
    add(access.readers(topic), READ, rights);
    add(access.writers(topic), WRITE, rights);
    add(access.administrators(topic), ADMINISTER, rights);
    return new Row(
        "",
        List.of(topic),
        rights,
        bundle.personalField(topic, PERSONAL) != null,
        access.doubtOn(ResourceType.TOPIC, topic) != null);
  }

  private static void add(List<Access.Holder> holders, int right, Map<String, Integer> rights) {
    for (Access.Holder holder : holders) {
      if (holder.reason() != Access.Reason.SUPER_USER) {
        int bits = right | (holder.except().isEmpty() ? 0 : EXCEPT);
        rights.merge(holder.principal(), bits, (a, b) -> a | b);
      }
    }
  }

  private static List<Row> alike(List<Row> single) {
    Map<Alike, List<String>> alike = new LinkedHashMap<>();
    for (Row row : single) {
      alike
          .computeIfAbsent(
              new Alike(row.rights(), row.personal(), row.doubtful()), key -> new ArrayList<>())
          .addAll(row.topics());
    }
    List<Row> rows = new ArrayList<>();
    alike.forEach(
        (key, topics) ->
            rows.add(new Row("", topics, key.rights(), key.personal(), key.doubtful())));
    return rows;
  }

  private static List<Row> byTeam(List<Row> single, Environment environment) {
    Map<String, Row> rows = new TreeMap<>();
    Map<String, String> teams = new HashMap<>();
    for (Row row : single) {
      String topic = row.topics().get(0);
      String owner = Owners.joined(environment.ownersOf(topic));
      String name = owner == null ? Owners.NOBODY : owner;
      Row of =
          rows.getOrDefault(name, new Row(name, new ArrayList<>(), new TreeMap<>(), false, false));
      of.topics().add(topic);
      row.rights()
          .forEach(
              (principal, bits) ->
                  of.rights()
                      .merge(
                          teams.computeIfAbsent(principal, who -> team(who, environment)),
                          bits,
                          (a, b) -> a | b));
      rows.put(
          name,
          new Row(
              name,
              of.topics(),
              of.rights(),
              of.personal() || row.personal(),
              of.doubtful() || row.doubtful()));
    }
    return new ArrayList<>(rows.values());
  }

  private static String team(String principal, Environment environment) {
    String team = Owners.joined(environment.ownersActingAs(principal));
    return team == null ? principal : team;
  }

  /** Those that matter most, in the order in which they came. */
  private static List<Row> widest(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing((Row row) -> !row.personal())
            .thenComparing(row -> -row.rights().size())
            .thenComparing(row -> row.topics().get(0)));
    Set<Row> kept = new HashSet<>(sorted.subList(0, Math.min(rows.size(), MOST_ROWS)));
    List<Row> widest = new ArrayList<>();
    for (Row row : rows) {
      if (kept.contains(row)) {
        widest.add(row);
      }
    }
    return widest;
  }

  /** Everybody first, then by name; of too many those that are in most rows. */
  private static List<String> columns(List<Row> rows, int most) {
    Map<String, Integer> reach = new HashMap<>();
    for (Row row : rows) {
      row.rights().keySet().forEach(name -> reach.merge(name, 1, Integer::sum));
    }
    Comparator<String> everybodyFirst =
        Comparator.comparing((String name) -> !name.equals(Access.EVERYONE));
    List<String> names = new ArrayList<>(reach.keySet());
    names.sort(
        everybodyFirst
            .thenComparing(name -> -reach.getOrDefault(name, 0))
            .thenComparing(Comparator.naturalOrder()));
    List<String> columns = new ArrayList<>(names.subList(0, Math.min(names.size(), most)));
    columns.sort(everybodyFirst.thenComparing(Comparator.naturalOrder()));
    return columns;
  }
}
