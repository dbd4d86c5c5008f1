package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.AlertChannel;
import io.headgate.spi.model.AuditChannel;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;

/** {@code alert-channels/} and {@code audit-channels/}, 4.2.2 and later. */
final class Channels {

  private Channels() {}

  static void readAlertChannel(Mapping mapping, Reading reading) {
    MappingReader channel = reader(mapping, "an alert channel", reading);
    Located<String> name = channel.name("name");
    reading.add(
        new AlertChannel(
            name,
            channel.text("connectionName", "connection"),
            channel.required("templateName", channel.text("templateName", "template")),
            properties(channel, new ResourceRef(Kind.ALERT_CHANNEL, name.toString()))));
    channel.finish();
  }

  static void readAuditChannel(Mapping mapping, Reading reading) {
    MappingReader channel = reader(mapping, "an audit channel", reading);
    Located<String> name = channel.name("name");
    reading.add(
        new AuditChannel(
            name,
            channel.text("connectionName", "connection"),
            channel.required("templateName", channel.text("templateName", "template")),
            properties(channel, new ResourceRef(Kind.AUDIT_CHANNEL, name.toString()))));
    channel.finish();
  }

  private static MappingReader reader(Mapping mapping, String what, Reading reading) {
    MappingReader channel = MappingReader.of(mapping, "name", what, reading);
    // What --resource-name exports in addition.
    channel.ignore("id", "templateVersion", "createdAt", "createdBy", "updatedAt", "updatedBy");
    return channel;
  }

  private static Config properties(MappingReader channel, ResourceRef holder) {
    return channel.listedConfig("properties", "properties", holder);
  }
}
