package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** The entries of one resource pattern, by principal and by the host they are for. */
final class AclNode {

  /** So many rows are faster looked through than hashed. */
  private static final int FEW = 8;

  private final List<Acl> entries = new ArrayList<>(1);
  private final Map<String, Cell> cells = new LinkedHashMap<>(2);
  private final UndecidedAcls undecided = new UndecidedAcls();

  /** All entries whose type, name and pattern are known, in the order of the bundle. */
  List<Acl> entries() {
    return entries;
  }

  /** Those of the entries about which something else is unknown. */
  UndecidedAcls undecided() {
    return undecided;
  }

  /** The principals of the entries that are wholly known. */
  Collection<String> principals() {
    return cells.keySet();
  }

  /** The entries of a principal that are for a host, by its key; null if there are none. */
  @Nullable Row row(String principal, String host) {
    Cell cell = cells.get(principal);
    return cell == null ? null : cell.get(host);
  }

  /** The entries of a principal by host; empty if there are none. */
  Collection<Row> rows(String principal) {
    Cell cell = cells.get(principal);
    return cell == null ? List.of() : cell.rows;
  }

  /**
   * Adds an entry.
   *
   * @param host the key of its host, or null if something about the entry is unknown
   */
  void add(Acl acl, @Nullable String host, ClientHosts hosts) {
    entries.add(acl);
    if (host == null) {
      undecided.add(acl, hosts);
    } else {
      cells.computeIfAbsent(acl.principal().get(), p -> new Cell()).rowOf(host).add(acl);
    }
  }

  /** The entries of one principal. */
  private static final class Cell {

    private final List<Row> rows = new ArrayList<>(1);
    private @Nullable Map<String, Row> byHost;

    @Nullable Row get(String host) {
      if (byHost != null) {
        return byHost.get(host);
      }
      for (Row row : rows) {
        if (row.host.equals(host)) {
          return row;
        }
      }
      return null;
    }

    Row rowOf(String host) {
      Row found = get(host);
      if (found != null) {
        return found;
      }
      Row row = new Row(host);
      rows.add(row);
      if (rows.size() > FEW) {
        if (byHost == null) {
          byHost = new HashMap<>();
          rows.forEach(r -> byHost.put(r.host, r));
        }
        byHost.put(host, row);
      }
      return row;
    }
  }

  /** The entries of one principal for one host, with their operations as sets of bits. */
  static final class Row {

    private final String host;
    private final List<Acl> entries = new ArrayList<>(2);
    private int allowed;
    private int denied;

    private Row(String host) {
      this.host = host;
    }

    private void add(Acl acl) {
      entries.add(acl);
      if (acl.allows()) {
        allowed |= bit(acl.operation().get());
      } else {
        denied |= bit(acl.operation().get());
      }
    }

    /** Adds the entries that allow, or that deny, one of some operations. */
    void addAll(boolean allows, int operations, List<Acl> into) {
      if (((allows ? allowed : denied) & operations) != 0) {
        for (Acl acl : entries) {
          if (acl.allows() == allows && (bit(acl.operation().get()) & operations) != 0) {
            into.add(acl);
          }
        }
      }
    }

    /** The first entry that allows, or that denies, one of some operations; null if none does. */
    @Nullable Acl first(boolean allows, int operations) {
      if (((allows ? allowed : denied) & operations) == 0) {
        return null;
      }
      for (Acl acl : entries) {
        if (acl.allows() == allows && (bit(acl.operation().get()) & operations) != 0) {
          return acl;
        }
      }
      return null;
    }
  }

  /** The set of one operation. */
  static int bit(AclOperation operation) {
    return 1 << operation.code();
  }
}
