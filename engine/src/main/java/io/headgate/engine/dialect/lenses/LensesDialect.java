package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
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
  public Description describe() {
    return LensesDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.complementOf(EnumSet.of(Kind.USER, Kind.DEPLOYMENT, Kind.DOCUMENT));
  }

  @Override
  public boolean mayRead(String path, String text) {
    Spot spot = Spot.of(path);
    return spot != null && spot.folder().signature().mayHold(text);
  }

  @Override
  public boolean owns(String path, String text) {
    Spot spot = Spot.of(path);
    if (spot == null || text.contains("apiVersion:")) {
      return false;
    }
    return (!spot.folder().isShared() && !spot.deeper())
        || spot.folder().signature().isMarkedIn(text);
  }

  @Override
  public @Nullable String landscape(String path) {
    Spot spot = Spot.of(path);
    return spot == null ? null : spot.landscape();
  }

  @Override
  public boolean reads(Document document) {
    Spot spot = Spot.of(document.file());
    boolean nothing = document.root() instanceof Scalar scalar && scalar.isNull();
    return spot != null
        && !nothing
        && spot.folder().signature().holds(document.root())
        && (!spot.deeper() || document.root() instanceof Mapping);
  }

  @Override
  public void read(Document document, Reading reading) {
    Spot spot = Spot.of(document.file());
    if (spot == null) {
      return;
    }
    Node root = document.root();
    Place start = MappingReader.start(root.place());
    if (spot.deeper()) {
      reading.unreadable(
          start,
          "",
          "lenses-cli imports only what lies directly in '"
              + spot.folder().path()
              + "', so it would not see this file; move it up.");
    }
    if (!reading.isFirstDocument()) {
      reading.unreadable(
          start,
          "",
          "lenses-cli imports only the first document of a file, so it would not see this one; give"
              + " it a file of its own.");
    }
    switch (spot.folder()) {
      case ACLS -> Acls.read(root, reading);
      case QUOTAS -> Quotas.read(root, reading);
      default -> {
        if (root instanceof Mapping mapping) {
          read(spot.folder(), mapping, reading);
        } else {
          reading.unreadable(start, "", "The file must hold one object, written as a mapping.");
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
