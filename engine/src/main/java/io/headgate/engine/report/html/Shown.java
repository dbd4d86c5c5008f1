package io.headgate.engine.report.html;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Selection;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The results that the page shows, in the order in which it does, and seen from all sides. */
final class Shown {

  /** More than a browser opens at once. */
  static final int MOST = 10_000;

  private final Facet severities = new Facet('s', "Severity");
  private final Facet teams = new Facet('t', "Team");
  private final Facet kinds = new Facet('k', "Kind of resource");
  private final Facet bundles = new Facet('b', "Bundle");
  private final Facet changes = new Facet('c', "Compared with before");
  private final Map<Shelf, Map<String, Group>> shelves = new EnumMap<>(Shelf.class);
  private final boolean severalBundles;
  private final int leftOut;

  /**
   * A result with the numbers of its values.
   *
   * @param team who is to mend it
   * @param values the attributes by which the script finds it
   */
  record Item(Result result, String team, String values) {}

  /**
   * What one rule says at one severity.
   *
   * @param number that of the severity among its values
   */
  record Group(Rule rule, Severity severity, int number, List<Item> items) {}

  Shown(Report report) {
    List<Result> gone = report.comparison() == null ? List.of() : report.comparison().absent();
    Set<String> names = new HashSet<>();
    report.results().forEach(result -> names.add(result.bundle()));
    gone.forEach(result -> names.add(result.bundle()));
    severalBundles = names.size() > 1;
    Owners owners = new Owners(report.bundles());
    Selection selection = new Selection(report, MOST, true);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      for (Result result : report.results()) {
        if (result.severity() == severity && selection.takes(result)) {
          add(result, report, owners);
        }
      }
    }
    int room = Math.max(0, MOST - report.results().size());
    for (Result result : gone.subList(0, Math.min(gone.size(), room))) {
      add(result, report, owners);
    }
    leftOut = selection.leftOut() + Math.max(0, gone.size() - room);
  }

  private void add(Result result, Report report, Owners owners) {
    Shelf shelf = Shelf.of(result, report);
    boolean weighs = shelf == Shelf.OPEN;
    String team = owners.of(result);
    Rule rule = result.finding().rule();
    int number = severities.count(result.severity().word(), result, weighs);
    String values =
        " data-t=\""
            + teams.count(team, result, weighs)
            + "\" data-k=\""
            + kinds.count(kind(result), result, weighs)
            + "\"";
    if (severalBundles) {
      values += " data-b=\"" + bundles.count(result.bundle(), result, weighs) + "\"";
    }
    if (result.state() != null) {
      values += " data-c=\"" + changes.count(change(result), result, weighs) + "\"";
    }
    shelves
        .computeIfAbsent(shelf, s -> new LinkedHashMap<>())
        .computeIfAbsent(
            result.severity() + " " + rule.id(),
            key -> new Group(rule, result.severity(), number, new ArrayList<>()))
        .items()
        .add(new Item(result, team, values));
  }

  /** The kind of the resource for people, such as {@code alert rule}. */
  static String kind(Result result) {
    return result.finding().resource().kind().word().replace('-', ' ');
  }

  /** What a result is, compared with before; only of one that was compared. */
  static String change(Result result) {
    if (result.state() == Result.State.NEW) {
      return "new";
    }
    return result.state() == Result.State.ABSENT ? "gone" : "there before";
  }

  /** The sides that have something to choose from, in the columns in which they stand. */
  List<List<Facet>> facets() {
    List<List<Facet>> columns = new ArrayList<>();
    for (List<Facet> all :
        List.of(List.of(severities, bundles, changes), List.of(teams), List.of(kinds))) {
      List<Facet> column = new ArrayList<>();
      for (Facet facet : all) {
        if (facet.isOfUse()) {
          column.add(facet);
        }
      }
      if (!column.isEmpty()) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** The groups of a shelf, the heaviest first. */
  List<Group> groups(Shelf shelf) {
    List<Group> groups = new ArrayList<>(shelves.getOrDefault(shelf, Map.of()).values());
    groups.sort(
        Comparator.comparing(Group::severity, Comparator.reverseOrder())
            .thenComparing(group -> -group.items().size())
            .thenComparing(group -> group.rule().id()));
    return groups;
  }

  /** How many results a shelf has. */
  int count(Shelf shelf) {
    int count = 0;
    for (Group group : shelves.getOrDefault(shelf, Map.of()).values()) {
      count += group.items().size();
    }
    return count;
  }

  /** Whether there are results that do not count. */
  boolean isAnyAside() {
    return shelves.size() > (shelves.containsKey(Shelf.OPEN) ? 1 : 0);
  }

  /** How many results there is no room for. */
  int leftOut() {
    return leftOut;
  }
}
