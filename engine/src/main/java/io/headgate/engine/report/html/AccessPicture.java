package io.headgate.engine.report.html;

import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Who may read, write and administer which topics of a bundle, as a table of a size that can be
 * read: topics with the same access share a row, and of too many rows and columns those with the
 * widest access stay.
 *
 * @param principals the columns
 * @param rows the rows
 * @param closed the topics that nobody may use, super users left aside
 * @param superUsers who may do everything
 * @param partial whether a right somewhere has an exception
 * @param principalsLeftOut how many principals have no column
 * @param topicsLeftOut how many topics have no row
 */
record AccessPicture(
    List<String> principals,
    List<Row> rows,
    List<String> closed,
    List<String> superUsers,
    boolean partial,
    int principalsLeftOut,
    int topicsLeftOut) {

  static final int READ = 1;
  static final int WRITE = 2;
  static final int ADMINISTER = 4;

  /** A DENY takes a part of it away. */
  static final int EXCEPT = 8;

  /** The tags, and categories of masking policies, that mean personal data. */
  static final List<String> PERSONAL =
      List.of("PII", "PERSONAL", "PRIVATE", "SENSITIVE", "CONFIDENTIAL", "GDPR", "PHI", "PCI");

  private static final int MOST_PRINCIPALS = 20;
  private static final int MOST_ROWS = 40;
  private static final int MOST_TOPICS = 5_000;

  /**
   * Topics with the same access.
   *
   * @param topics their names, in order
   * @param rights what each principal may, as bits
   * @param personal whether they hold what somebody calls personal data
   * @param doubtful whether an entry with something unknown may change this
   */
  record Row(
      List<String> topics, Map<String, Integer> rights, boolean personal, boolean doubtful) {}

  /** What rows have to have in common. */
  private record Alike(Map<String, Integer> rights, boolean personal, boolean doubtful) {}

  /** The picture of a bundle; null if it says nothing about access, or has no topics. */
  static @Nullable AccessPicture of(Bundle bundle) {
    if (bundle.all(Acl.class).isEmpty() || bundle.topicNames().isEmpty()) {
      return null;
    }
    Access access = bundle.access();
    Map<Alike, List<String>> alike = new LinkedHashMap<>();
    Map<String, Integer> reach = new HashMap<>();
    List<String> closed = new ArrayList<>();
    int looked = 0;
    for (String topic : bundle.topicNames()) {
      if (looked++ == MOST_TOPICS) {
        break;
      }
      Map<String, Integer> rights = new TreeMap<>();
      add(access.readers(topic), READ, rights);
      add(access.writers(topic), WRITE, rights);
      add(access.administrators(topic), ADMINISTER, rights);
      boolean doubtful = access.doubtOn(ResourceType.TOPIC, topic) != null;
      if (rights.isEmpty() && !doubtful) {
        closed.add(topic);
        continue;
      }
      rights.keySet().forEach(principal -> reach.merge(principal, 1, Integer::sum));
      boolean personal = bundle.personalField(topic, PERSONAL) != null;
      alike
          .computeIfAbsent(new Alike(rights, personal, doubtful), key -> new ArrayList<>())
          .add(topic);
    }
    List<Row> rows = new ArrayList<>();
    alike.forEach(
        (key, topics) -> rows.add(new Row(topics, key.rights(), key.personal(), key.doubtful())));
    return reduced(rows, reach, closed, bundle);
  }

  private static void add(List<Access.Holder> holders, int right, Map<String, Integer> rights) {
    for (Access.Holder holder : holders) {
      if (holder.reason() != Access.Reason.SUPER_USER) {
        int bits = right | (holder.except().isEmpty() ? 0 : EXCEPT);
        rights.merge(holder.principal(), bits, (a, b) -> a | b);
      }
    }
  }

  private static AccessPicture reduced(
      List<Row> rows, Map<String, Integer> reach, List<String> closed, Bundle bundle) {
    List<String> principals = new ArrayList<>(reach.keySet());
    principals.sort(
        Comparator.comparingInt((String name) -> name.equals(Access.EVERYONE) ? 0 : 1)
            .thenComparing(name -> -reach.getOrDefault(name, 0))
            .thenComparing(Comparator.naturalOrder()));
    List<String> columns =
        new ArrayList<>(principals.subList(0, Math.min(principals.size(), MOST_PRINCIPALS)));
    int topics = 0;
    boolean partial = false;
    List<Row> widest = new ArrayList<>(rows);
    widest.sort(
        Comparator.comparing((Row row) -> !row.personal())
            .thenComparing(row -> -row.rights().size())
            .thenComparing(row -> row.topics().get(0)));
    Set<Row> kept = new HashSet<>(widest.subList(0, Math.min(rows.size(), MOST_ROWS)));
    List<Row> shown = new ArrayList<>();
    for (Row row : rows) {
      if (kept.contains(row)) {
        shown.add(row);
        topics += row.topics().size();
        for (int bits : row.rights().values()) {
          partial |= (bits & EXCEPT) != 0;
        }
      }
    }
    columns.sort(
        Comparator.comparingInt((String name) -> name.equals(Access.EVERYONE) ? 0 : 1)
            .thenComparing(Comparator.naturalOrder()));
    return new AccessPicture(
        columns,
        shown,
        closed,
        bundle.environment().authorizer().superUsers(),
        partial,
        principals.size() - columns.size(),
        bundle.topicNames().size() - closed.size() - topics);
  }
}
