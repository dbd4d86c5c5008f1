package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Lenses landscape. */
public final class LensesDialect implements Dialect {

  @Override
  public String name() {
    return "lenses";
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.complementOf(EnumSet.of(Kind.USER, Kind.DEPLOYMENT, Kind.DOCUMENT));
  }

  @Override
  public boolean mayRead(String path, String text) {
    Folder.Spot spot = Folder.of(path);
    return spot != null
        && (spot.folder().signature().isEmpty()
            || spot.folder().signature().stream().anyMatch(text::contains));
  }

  @Override
  public @Nullable String landscape(String path) {
    Folder.Spot spot = Folder.of(path);
    return spot == null ? null : spot.landscape();
  }

  @Override
  public boolean reads(Document document) {
    Folder.Spot spot = Folder.of(document.file());
    if (spot == null) {
      return false;
    }
    Node root = document.root();
    if (!(root instanceof Mapping mapping)) {
      return !isNothing(root) && spot.folder().signature().isEmpty();
    }
    if (mapping.entry("apiVersion") != null && mapping.entry("kind") != null) {
      return false;
    }
    return spot.folder().signature().isEmpty()
        || spot.folder().signature().stream().anyMatch(key -> mapping.entry(key) != null);
  }

  private static boolean isNothing(Node root) {
    return root instanceof Scalar scalar && scalar.isNull();
  }

  @Override
  public void read(Document document, Reading reading) {
    Folder.Spot spot = Folder.of(document.file());
    if (spot == null) {
      return;
    }
    Node root = document.root();
    switch (spot.folder()) {
      case ACLS -> Acls.read(root, reading);
      case QUOTAS -> Quotas.read(root, reading);
      default -> {
        if (root instanceof Mapping mapping) {
          read(spot.folder(), mapping, reading);
        } else {
          reading.unreadable(
              root.place(), "", "The file must hold one object, written as a mapping.");
        }
      }
    }
  }

  private static void read(Folder folder, Mapping mapping, Reading reading) {
    switch (folder) {
      case TOPICS -> Topics.read(mapping, reading);
      case TOPIC_SETTINGS -> Topics.readSettings(mapping, reading);
      case SCHEMAS -> Schemas.read(mapping, reading);
      case PROCESSORS -> Processors.read(mapping, reading);
      case CONNECTORS -> Connectors.read(mapping, reading);
      case POLICIES -> Policies.read(mapping, reading);
      case ALERT_SETTINGS -> Alerts.read(mapping, reading);
      case ALERT_CHANNELS -> Channels.readAlertChannel(mapping, reading);
      case AUDIT_CHANNELS -> Channels.readAuditChannel(mapping, reading);
      case CONNECTIONS -> Connections.read(mapping, reading);
      case PROVISIONING -> Provisioning.readProvisioning(mapping, reading);
      case PROVISION -> Provisioning.readProvision(mapping, reading);
      case GROUPS -> Accounts.readGroup(mapping, reading);
      case SERVICE_ACCOUNTS -> Accounts.readServiceAccount(mapping, reading);
      case ACLS, QUOTAS -> throw new IllegalArgumentException(folder + " is a list.");
    }
  }
}
